"""Published stories: lists, one story a screen, votes and feelings, search, the reader's shelf."""
