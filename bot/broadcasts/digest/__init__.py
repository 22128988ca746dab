"""The best stories of yesterday or of last week, as a broadcast that the bot writes itself."""
