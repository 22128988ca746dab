"""What people want to get from the bot, and when."""
