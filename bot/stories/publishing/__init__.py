"""What moderators let through: numbered, kept for readers, posted in the channel, withdrawn."""
