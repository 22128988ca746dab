"""The address of a story."""

from telegram import Bot


def story_link(bot: Bot, number: int) -> str:
    """Opens the story in the private chat with the bot."""
    return f"https://t.me/{bot.username}?start=story_{number}"
