"""What Telegram's refusals mean for a post, and what admins are told."""

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.delivery.errors import GateStopped, Held, Unreachable, Unwritable
from bot.shipped import templates_folder
from bot.stories.publishing.channel.failures import Failure, advice, failure_of, seconds_of
from bot.stories.publishing.channel.pages import Pages
from bot.texts.catalogue import INTERFACE
from bot.texts.language import Language
from tests.stories.publishing.kiosk import languages

MEANINGS: list[tuple[TelegramError, Failure]] = [
    (Held(7), Failure.HELD),
    (RetryAfter(7), Failure.HELD),
    (GateStopped("stopping"), Failure.UNSENT),
    (Unreachable("not connected"), Failure.UNSENT),
    (Unwritable("not Unicode"), Failure.REFUSED),
    (TimedOut(), Failure.MAYBE),
    (NetworkError("Bad Gateway"), Failure.MAYBE),
    (BadRequest("Message is not modified: specified new"), Failure.UNCHANGED),
    (BadRequest("Message to edit not found"), Failure.ABSENT),
    (BadRequest("Message to delete not found"), Failure.ABSENT),
    (BadRequest("MESSAGE_ID_INVALID"), Failure.ABSENT),
    (BadRequest("Message can't be deleted for everyone"), Failure.TOO_OLD),
    (BadRequest("Message can't be deleted"), Failure.TOO_OLD),
    (BadRequest("Message can't be edited"), Failure.REFUSED),
    (BadRequest("Can't parse entities"), Failure.REFUSED),
    (BadRequest("Chat not found"), Failure.CLOSED),
    (BadRequest("CHAT_WRITE_FORBIDDEN"), Failure.CLOSED),
    (BadRequest("Not enough rights to send text messages to the chat"), Failure.CLOSED),
    (BadRequest("Need administrator rights in the channel chat"), Failure.CLOSED),
    (Forbidden("bot was kicked from the channel chat"), Failure.CLOSED),
    (ChatMigrated(-1007), Failure.CLOSED),
    (InvalidToken(), Failure.CLOSED),
]


@pytest.mark.parametrize(("error", "failure"), MEANINGS, ids=str)
def test_what_it_means(error: TelegramError, failure: Failure) -> None:
    assert failure_of(error) is failure


def test_how_long_to_be_silent() -> None:
    assert seconds_of(Held(7.5)) == 7.5
    assert seconds_of(TimedOut()) == 0.0


def test_admins_are_told_what_to_do() -> None:
    english = languages()["en"]
    assert "CHANNEL_ID=-1007" in advice(ChatMigrated(-1007), english)
    assert "CHANNEL_ID" in advice(BadRequest("Chat not found"), english)
    forbidden = Forbidden("bot is not a member of the channel chat")
    assert "administrator" in advice(forbidden, english)
    assert advice(BadRequest("Can't parse it"), english) == (
        "Telegram refuses what I post in the channel."
    )


class Marking(Language):
    """Translates every sentence alike."""

    def gettext(self, message: str, domain: str = INTERFACE) -> str:
        return f"«{message}»" if domain == INTERFACE else message


def test_admins_are_told_in_their_language() -> None:
    marking = Marking("pl", {}, templates_folder())
    words = Pages(lambda: {"pl": marking}, "pl", str).advice(Forbidden("bot was kicked"))
    assert words.startswith("«The channel refuses me")
    assert words.endswith("an hour from now.»")
