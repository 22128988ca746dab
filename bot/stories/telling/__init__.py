"""Telling: from the first word to the receipt. What is being written is kept encrypted, a day."""

from bot.stories.telling.answers import Answers
from bot.stories.telling.drafts import ANSWER, Drafts
from bot.stories.telling.handlers import Telling

__all__ = ["ANSWER", "Answers", "Drafts", "Telling"]
