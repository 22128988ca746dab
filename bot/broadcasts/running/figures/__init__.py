"""Counts of a broadcast: recipients by what became of them, presses, people who left."""
