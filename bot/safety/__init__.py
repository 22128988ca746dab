"""Words of despair or of harm are met with the numbers that help, at once."""
