"""A bot whose workers do not wait: tests of crashes would spend their time with it."""

from unittest.mock import patch

from bot.chat import notices
from bot.delivery.paces import Paces
from bot.stories.moderation import cards, rounds
from bot.stories.publishing.channel import posts
from bot.stories.redaction import find

SECONDS = 0.1


def hurry() -> None:
    """For a process of its own: nothing is put back. The playground has no limits either."""
    for module in (notices, cards, rounds, posts):
        patch.object(module, "EVERY_SECONDS", SECONDS).start()
    patch.object(Paces, "wait", lambda *_: 0.0).start()


def read_lists() -> None:
    """Of names and words: read at the first text that is masked, once a process."""
    find("They kept me waiting for Ann.", "en")
