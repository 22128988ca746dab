"""Who may do what, and which chats are the bot's own: read from the database at every call."""

from bot.chat.roles.chats import Chats, Use
from bot.chat.roles.roles import ADMIN, EDITOR, MODERATOR, OWNER, ROLES, Roles

__all__ = ["ADMIN", "EDITOR", "MODERATOR", "OWNER", "ROLES", "Chats", "Roles", "Use"]
