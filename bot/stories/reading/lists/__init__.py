"""Lists of stories: one step takes the same however many there are."""
