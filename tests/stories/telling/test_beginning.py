"""Where composing begins: from a story, from a receipt, with something else half written."""

import pytest
from sqlalchemy import Connection, insert, update

from bot.storage.story_tables import stories
from bot.stories.intake_pause import set_paused
from bot.stories.model import Kind
from tests.stories.telling.teller import SpokenAnswers, Teller
from tests.stories.telling.ways import at_confirm, at_masks

NOTE = "I know this one: they did it to me as well, my mail is a@example.com."


@pytest.fixture
def story(connection: Connection, anna: Teller) -> int:
    row = {
        "number": 17, "language": "en", "teller": "customer", "sector": "bank", "state": "open",
        "published_on": anna.now.date(), "score": 0, "votes": 0, "comments": 0, "receipt": b"17",
    }  # fmt: skip
    connection.execute(insert(stories).values(row))
    return 17


@pytest.mark.parametrize("kind", ["comment", "reply", "correction"])
def test_what_is_written_on_a_story(anna: Teller, story: int, kind: str) -> None:
    anna.press_data(f"story:new:{kind}:{story}")
    assert "#17" in anna.text
    anna.type(NOTE)
    anna.press("Go on", "Go on", "Send")
    (row,) = anna.submitted()
    assert (row["kind"], row["about"]) == (kind, 17)
    assert "[e-mail]" in row["body"]["text"]


def test_a_comment_may_have_a_nickname_and_nothing_else(anna: Teller, story: int) -> None:
    anna.press_data(f"story:new:comment:{story}")
    for forged in ("who", "sector", "tags", "company", "welcome", "confirm", "sent", ""):
        anna.press_data(f"story:go:{forged}")
        assert "does not fit" in anna.text
    anna.type(NOTE)
    anna.press("Overview", "Nickname")
    anna.type("night owl")
    assert "Nickname: night owl" in anna.text


def test_a_note_is_short(anna: Teller, story: int) -> None:
    anna.press_data(f"story:new:comment:{story}")
    anna.type("No!")
    assert "3 of 600 characters. Still missing: 7." in anna.text
    anna.type("x" * 600)
    assert "too long by 4" in anna.text


def test_the_second_part_of_a_story(anna: Teller, story: int) -> None:
    anna.begin(Kind.STORY, story)
    assert "next part of story #17" in anna.text
    anna.press("Begin")
    assert "Who are you" in anna.text


def test_a_second_part_needs_what_the_receipt_grants(anna: Teller, story: int) -> None:
    anna.press_data(f"story:new:story:{story}")
    assert "does not fit" in anna.text
    anna.press_data(f"story:instead:story:{story}")
    assert "does not fit" in anna.text


def test_nothing_begins_where_nothing_can(anna: Teller, story: int, connection: Connection) -> None:
    for forged in (
        "comment", "comment:", "comment:0", "comment:18", "comment:x", "comment:17:1", "saying",
        "answer", "answer:17", "story:18", "story:-1", "story:٧", "", "reply", f"reply:{10**12}",
    ):  # fmt: skip
        anna.press_data(f"story:new:{forged}")
        assert "does not fit" in anna.text
    connection.execute(update(stories).values(state="archived"))
    anna.press_data(f"story:new:comment:{story}")
    assert "does not fit" in anna.text
    anna.press_data(f"story:new:correction:{story}")
    assert "What is wrong" in anna.text


def test_something_else_is_half_written(anna: Teller, story: int) -> None:
    at_masks(anna)
    anna.press_data(f"story:new:comment:{story}")
    assert "still writing something else: Story" in anna.text
    assert anna.reply.place == "story:masks"
    anna.press("Go on with it")
    assert "Your story so far" in anna.text
    anna.press_data(f"story:new:comment:{story}")
    anna.press("Throw it away and begin the new one")
    assert "Your comment on story #17" in anna.text
    assert anna.reply.wiped


def test_the_same_again_goes_on(anna: Teller, story: int) -> None:
    anna.press_data(f"story:new:comment:{story}")
    anna.type(NOTE)
    anna.type("/menu")
    anna.press_data(f"story:new:comment:{story}")
    assert "it is all still here" in anna.text


def test_what_was_begun_stays_while_nothing_new_is_taken(
    anna: Teller, story: int, connection: Connection
) -> None:
    at_masks(anna)
    anna.press_data(f"story:new:comment:{story}")
    set_paused(connection, value=True)
    anna.press("Throw it away and begin the new one")
    assert "nothing new is taken" in anna.text
    assert anna.sealed()
    anna.press_data(f"story:new:comment:{story}")
    assert "nothing new is taken" in anna.text


def test_what_was_thrown_away_for_something_else_can_be_deleted_too(
    anna: Teller, story: int
) -> None:
    at_masks(anna)
    anna.press_data(f"story:new:comment:{story}")
    anna.press("Throw it away and begin the new one")
    anna.type(NOTE)
    anna.press("Go on", "Go on", "Send", "Delete what I wrote")
    assert not any("kept me waiting" in text for text in anna.chat.values())


def test_the_second_part_may_take_the_place_of_something_else_once(
    anna: Teller, story: int
) -> None:
    at_masks(anna)
    anna.begin(Kind.STORY, story)
    anna.press("Throw it away and begin the new one")
    assert "next part of story #17" in anna.text
    anna.press_data(f"story:instead:story:{story}")
    assert "does not fit" in anna.text


@pytest.mark.parametrize("way", ["forgotten", "an hour later"])
def test_who_may_tell_a_second_part_is_not_remembered_for_long(
    anna: Teller, story: int, way: str
) -> None:
    at_masks(anna)
    anna.begin(Kind.STORY, story)
    if way == "forgotten":
        anna.telling.forget(77)
    else:
        anna.pass_(hours=1)
    anna.press("Throw it away and begin the new one")
    assert "does not fit" in anna.text
    assert anna.sealed()


def test_an_answer_while_a_story_is_half_written(anna: Teller, answers: SpokenAnswers) -> None:
    answers.digits = "1" * 16
    at_masks(anna)
    anna.press_data("answer")
    anna.press("Throw it away", "Yes, throw it away")
    anna.press_data("answer")
    assert "Your answer to the moderators" in anna.text
    assert "How long did it take?" in anna.text
    anna.type("An hour.")
    assert "How long did it take?" in anna.text


@pytest.mark.parametrize("kind", ["comment", "reply", "correction"])
def test_rather_not_leads_back_to_the_story(anna: Teller, story: int, kind: str) -> None:
    anna.press_data(f"story:new:{kind}:{story}")
    anna.press("Rather not")
    assert anna.text == "story #17"
    assert anna.sealed() is None


def test_rather_not_an_answer(anna: Teller) -> None:
    anna.press_data("answer")
    anna.press("Rather not")
    assert anna.text == "menu"


def test_from_a_comment_that_was_thrown_away_back_to_the_story(anna: Teller, story: int) -> None:
    anna.press_data(f"story:new:comment:{story}")
    anna.type(NOTE)
    anna.press("Overview", "Throw away", "Yes, throw it away", "Story #17")
    assert anna.text == "story #17"


def test_from_a_comment_that_was_sent_back_to_the_story(anna: Teller, story: int) -> None:
    anna.press_data(f"story:new:comment:{story}")
    anna.type(NOTE)
    anna.press("Go on", "Go on")
    receipt = anna.buttons["📋 Copy the receipt"].copy or ""
    anna.press("Send", "Story #17")
    assert anna.text == "story #17"
    assert any(receipt in text for text in anna.chat.values())
    for forged in ("0", "x", "9" * 12):
        anna.press_data(f"story:leave:{forged}")
        assert anna.text == "menu"


def test_each_kind_is_thanked_for_what_it_is(anna: Teller, story: int) -> None:
    at_confirm(anna)
    anna.press("Send")
    assert "Thank you for telling it" in anna.text
    anna.press_data(f"story:new:comment:{story}")
    anna.type(NOTE)
    anna.press("Go on", "Go on", "Send")
    assert "Thank you for your comment" in anna.text


@pytest.mark.parametrize("kind", ["comment", "reply"])
def test_nothing_is_sent_to_a_story_that_was_closed_meanwhile(
    anna: Teller, story: int, connection: Connection, kind: str
) -> None:
    anna.press_data(f"story:new:{kind}:{story}")
    anna.type(NOTE)
    anna.press("Go on", "Go on")
    connection.execute(update(stories).values(state="withdrawn"))
    anna.press("Send")
    assert "Story #17 was closed in the meantime" in anna.text
    assert anna.submitted() == []
    assert anna.sealed()
