"""The sender: takes recipients from their rows, copies the message to each, notes what became."""
