"""Stories from both ends of the line: told anonymously, moderated, published, read."""
