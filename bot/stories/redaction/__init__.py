"""Personal data in a story: where it stands, and the story without it. Pure functions."""

from bot.stories.redaction.finding import find
from bot.stories.redaction.masking import masked
from bot.stories.redaction.spans import KINDS, Found

__all__ = ["KINDS", "Found", "find", "masked"]
