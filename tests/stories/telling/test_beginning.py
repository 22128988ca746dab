"""Where composing begins: from a story, from a receipt, with something else half written."""

import pytest
from sqlalchemy import Connection, insert, update

from bot.storage.story_tables import stories
from bot.stories.model import Kind
from tests.stories.telling.teller import Teller
from tests.stories.telling.ways import at_masks

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


def test_an_answer_while_a_story_is_half_written(anna: Teller) -> None:
    at_masks(anna)
    anna.press_data("answer")
    anna.press("Throw it away", "Yes, throw it away")
    anna.press_data("answer")
    assert "Your answer to the moderators" in anna.text
    assert "How long did it take?" in anna.text


def test_rather_not(anna: Teller, story: int) -> None:
    anna.press_data(f"story:new:comment:{story}")
    anna.press("Rather not")
    assert anna.text == "menu"
    assert anna.sealed() is None
