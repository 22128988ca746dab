"""Sending: once, only what was offered and seen, nothing left behind."""

import logging
from collections.abc import Callable

import pytest
from sqlalchemy import Connection, delete, insert, update

from bot.storage.story_tables import comments
from bot.storage.submission_tables import submissions
from bot.stories.intake_pause import set_paused
from bot.stories.keys import new_key, new_receipt
from tests.stories.telling.teller import KEYS, STORY, SpokenAnswers, Teller
from tests.stories.telling.ways import at_confirm, at_masks, at_text, send_data


def test_pressed_twice_it_is_sent_once(anna: Teller) -> None:
    at_confirm(anna)
    data = send_data(anna)
    anna.press_data(data)
    first = anna.text
    anna.press_data(data)
    assert anna.text == first
    assert len(anna.submitted()) == 1


def test_what_is_published_by_now_is_not_sent_again(anna: Teller, connection: Connection) -> None:
    at_confirm(anna)
    data = send_data(anna)
    anna.press_data(data)
    receipt = connection.execute(delete(submissions).returning(submissions.c.receipt)).scalar_one()
    row = {
        "key": new_key(), "number": 1, "position": 1, "kind": "comment", "receipt": receipt,
        "nickname": "", "published_on": anna.now.date(), "text": "x",
    }  # fmt: skip
    connection.execute(insert(comments).values(row))
    at_confirm(anna)
    anna.press_data(data)
    assert "Sent" in anna.text
    assert anna.submitted() == []


def test_only_what_was_offered_to_this_chat_is_taken(
    anna: Teller, somebody: Callable[..., Teller]
) -> None:
    at_confirm(anna)
    digits = new_receipt()
    eve = KEYS.proof(digits, 78)
    for forged in (
        "send", "send:", f"send:{digits}", f"send:{digits}:", f"send:{digits}:0123456789",
        f"send:{digits}:{eve}", f"send:{digits} :{KEYS.proof(digits, 77)}", "send:1:żółw",
        f"send:{digits[:15]}:{KEYS.proof(digits[:15], 77)}", "deliver",
    ):  # fmt: skip
        anna.press_data(f"story:{forged}")
        assert "does not fit" in anna.text
        assert anna.submitted() == []
    thief = somebody(chat_id=78)
    thief.press_data(send_data(anna))
    assert anna.submitted() == []
    anna.press("Send")
    assert len(anna.submitted()) == 1


@pytest.mark.parametrize("way", [at_text, at_masks])
def test_not_from_another_step(anna: Teller, way: Callable[[Teller], None]) -> None:
    way(anna)
    digits = new_receipt()
    anna.press_data(f"story:send:{digits}:{KEYS.proof(digits, 77)}")
    assert "does not fit" in anna.text
    assert anna.submitted() == []
    assert anna.sealed()


def test_each_screen_has_its_own_receipt(anna: Teller) -> None:
    at_confirm(anna)
    seen = {send_data(anna)}
    for _ in range(3):
        anna.press("Not yet", "Go on", "Go on")
        seen.add(send_data(anna))
    assert len(seen) == 4


def test_after_it_nothing_tells_that_it_was_this_person(anna: Teller) -> None:
    at_confirm(anna)
    anna.press("Send")
    assert anna.person.place == "menu"
    assert anna.sealed() is None
    assert anna.reply.wiped


def test_what_was_written_is_deleted_from_the_chat_and_the_receipt_stays(anna: Teller) -> None:
    at_text(anna)
    anna.type(STORY, "And this.")
    anna.message(voice={"file_id": "1", "file_unique_id": "1", "duration": 1})
    anna.press("Go on", "Go on")
    receipt = anna.buttons["📋 Copy the receipt"].copy or ""
    anna.press("Send", "Delete what I wrote")
    assert "I deleted what you wrote" in anna.text
    assert not set(anna.sent[1:]) & anna.chat.keys()
    assert any(receipt in text for text in anna.chat.values())
    assert not any("kept me waiting" in text for text in anna.chat.values())
    anna.press_data("story:clean")
    assert "I no longer know which messages" in anna.text


def test_whoever_is_forgotten_leaves_no_traces(anna: Teller) -> None:
    at_confirm(anna)
    anna.press("Send")
    anna.telling.forget(77)
    anna.press("Delete what I wrote")
    assert "I no longer know which messages" in anna.text


def test_the_menu_leaves_the_receipt_where_it_is(anna: Teller) -> None:
    at_confirm(anna)
    receipt = anna.buttons["📋 Copy the receipt"].copy or ""
    anna.press("Send", "Menu")
    assert anna.text == "menu"
    assert any(receipt in text for text in anna.chat.values())


def test_three_stories_a_day(anna: Teller) -> None:
    for _ in range(3):
        at_confirm(anna)
        anna.press("Send")
    anna.type("/story")
    assert "as much as I take" in anna.text
    anna.pass_(days=1)
    anna.type("/story")
    assert "Your story" in anna.text


def test_while_stories_are_paused_the_draft_is_kept(anna: Teller, connection: Connection) -> None:
    at_confirm(anna)
    set_paused(connection, value=True)
    anna.press("Send")
    assert "nothing new is taken" in anna.text
    assert anna.submitted() == []
    set_paused(connection, value=False)
    anna.press("Send")
    assert len(anna.submitted()) == 1
    set_paused(connection, value=True)
    anna.type("/story")
    assert "nothing new is taken" in anna.text
    assert anna.person.place == "menu"


def test_too_many_waiting(anna: Teller, connection: Connection) -> None:
    at_confirm(anna)
    anna.press("Send")
    (row,) = anna.submitted()
    rows = [row | {"key": new_key(), "receipt": bytes([i % 256, i // 256])} for i in range(299)]
    connection.execute(insert(submissions), rows)
    anna.type("/story")
    assert "come back tomorrow" in anna.text
    connection.execute(update(submissions).values(state="rejected"))
    anna.type("/story")
    assert "Your story" in anna.text


def test_nothing_that_was_typed_is_logged(anna: Teller, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        at_confirm(anna)
        anna.press("Send")
    assert "waiting" not in caplog.text


def answering(anna: Teller) -> None:
    anna.press_data("answer")
    anna.type("It was in March, and my number is +39 333 123 4567.")
    anna.press("Go on", "Go on")


def test_an_answer_goes_to_its_receipt_masked(anna: Teller, answers: SpokenAnswers) -> None:
    answers.digits = "1" * 16
    answering(anna)
    assert "Your receipt stays the same" in anna.text
    anna.press("Send")
    assert "The moderators have your answer" in anna.text
    assert answers.texts == ["It was in March, and my number is [phone]."]
    assert anna.sealed() is None
    assert anna.submitted() == []


def test_after_a_restart_the_receipt_is_asked_for_again(
    anna: Teller, answers: SpokenAnswers
) -> None:
    answering(anna)
    anna.press("Send")
    assert anna.person.place == "receipt"
    assert "send it again" in anna.text
    answers.digits = "1" * 16
    anna.press_data("answer")
    assert "it is all still here" in anna.text
    anna.press("Go on", "Go on", "Send")
    assert len(answers.texts) == 1


def test_an_answer_nobody_waits_for_is_kept(anna: Teller, answers: SpokenAnswers) -> None:
    answers.digits, answers.asked = "1" * 16, False
    answering(anna)
    anna.press("Send")
    assert "no longer wait" in anna.text
    assert anna.sealed()
