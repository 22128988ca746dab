"""Names of people: known ones, those that a sentence introduces, and what belongs to them."""

from bot.stories.redaction.names.finding import find_names

__all__ = ["find_names"]
