"""What a refusal, a broken line or a flood means for a recall and a correction."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, cast

import pytest
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError, TimedOut
from telegram.ext import ExtBot

from bot.broadcasts.running.amending.calls import TRIES, Calls
from bot.broadcasts.running.amending.store import Amended, Correction, Delivery
from bot.broadcasts.running.states import CORRECTED, KEPT, RECALLED
from bot.broadcasts.sending.contents import Buttons, Content
from bot.chat.screens import Button, Screen

ONE = Delivery(chat_id=5, language="it", message_id=20, count=1)
CONTENTS = {"": Content(1, (7,), ()), "pl": Content(1, (8,), ())}
CORRECTIONS = {"": Correction("New", [])}


class FakeBot:
    """Notes calls; raises what it is given, one after the other."""

    def __init__(self, errors: Iterable[TelegramError] = ()) -> None:
        self.errors, self.calls = list(errors), list[tuple[str, dict[str, Any]]]()

    async def delete_message(self, chat: int, message: int, **_: Any) -> None:
        self._note("delete", {"chat": chat, "ids": [message]})

    async def delete_messages(self, chat: int, ids: list[int], **_: Any) -> None:
        self._note("delete", {"chat": chat, "ids": ids})

    async def edit_message_text(self, text: str, **more: Any) -> None:
        self._note("text", {"text": text, **more})

    async def edit_message_caption(self, **more: Any) -> None:
        self._note("caption", more)

    def _note(self, name: str, given: dict[str, Any]) -> None:
        self.calls.append((name, given))
        if self.errors:
            raise self.errors.pop(0)


def footer(_number: int, _code: str, _buttons: Buttons) -> Screen:
    return Screen("", ((Button("Fewer", "subs"),),))


def calls_on(fake: FakeBot) -> Calls:
    return Calls(cast("ExtBot[Any]", fake), footer)


async def test_an_album_goes_with_all_its_messages() -> None:
    fake = FakeBot()
    album = Delivery(chat_id=5, language="it", message_id=20, count=4)
    assert await calls_on(fake).recall(1, album) == Amended(5, RECALLED)
    assert fake.calls == [("delete", {"chat": 5, "ids": [20, 21, 22, 23]})]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (BadRequest("Message to delete not found"), Amended(5, RECALLED)),
        (
            BadRequest("message can't be deleted for everyone"),
            Amended(5, KEPT, "Message can't be deleted for everyone"),
        ),
        (Forbidden("bot was blocked by the user"), Amended(5, KEPT, "blocked")),
        (BadRequest("Chat not found"), Amended(5, KEPT, "Chat not found")),
        (RetryAfter(timedelta(seconds=3)), None),
    ],
)
async def test_what_a_refused_deletion_means(
    error: TelegramError, expected: Amended | None
) -> None:
    found = await calls_on(FakeBot([error])).recall(1, ONE)
    assert found == expected or (
        found is not None
        and expected is not None
        and found.reason.lower() == expected.reason.lower()
    )


async def test_a_broken_line_is_tried_some_times() -> None:
    calls = calls_on(FakeBot([TimedOut() for _ in range(TRIES)]))
    outcomes = [await calls.recall(1, ONE) for _ in range(TRIES)]
    assert outcomes == [*[None] * (TRIES - 1), Amended(5, KEPT, "TimedOut")]


async def test_words_are_replaced_and_buttons_stay() -> None:
    fake = FakeBot()
    assert await calls_on(fake).correct(1, ONE, CONTENTS, CORRECTIONS) == Amended(5, CORRECTED)
    ((name, given),) = fake.calls
    assert (name, given["text"], given["message_id"]) == ("text", "New", 20)
    assert given["reply_markup"].inline_keyboard[0][0].text == "Fewer"


async def test_a_picture_is_noticed_once() -> None:
    """From the second one on its caption is edited at once."""
    fake = FakeBot([BadRequest("there is no text in the message to edit")])
    calls = calls_on(fake)
    for _ in range(2):
        assert await calls.correct(1, ONE, CONTENTS, CORRECTIONS) == Amended(5, CORRECTED)
    assert [name for name, _ in fake.calls] == ["text", "caption", "caption"]


async def test_words_that_stand_there_already_are_corrected() -> None:
    fake = FakeBot([BadRequest("Message is not modified: it is the same")])
    assert await calls_on(fake).correct(1, ONE, CONTENTS, CORRECTIONS) == Amended(5, CORRECTED)


async def test_a_version_without_a_correction_stays() -> None:
    fake = FakeBot()
    polish = Delivery(chat_id=5, language="pl", message_id=20, count=1)
    outcome = await calls_on(fake).correct(1, polish, CONTENTS, CORRECTIONS)
    assert outcome == Amended(5, KEPT, "no correction")
    assert not fake.calls
