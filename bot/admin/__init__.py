"""For those who run the bot: roles, its own chats, its health. Nobody else learns of it."""
