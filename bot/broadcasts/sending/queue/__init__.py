"""Recipients that wait for their turn, and what becomes of those taken."""
