"""Stories found by words."""
