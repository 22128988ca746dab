"""`/receipt` as people use it: what became of it, questions and answers, a reminder."""

import pytest
from sqlalchemy import delete, select

from bot.storage.submission_tables import story_reminders, submissions
from bot.stories.keys import spaced
from bot.stories.model import REJECTIONS, Body, Kind, Line, State, StoryState
from bot.stories.places import story_place
from bot.texts.html import utf16_length, visible
from tests.stories.receipts.desk import RECEIPT, STORY, WRONG, Desk, buttons, shown


def test_the_command_asks_for_the_digits(desk: Desk) -> None:
    reply = desk.send("/receipt")
    assert reply is not None
    assert (reply.place, reply.screen, reply.delete) == ("receipt", None, ())
    assert "16 digits" in desk.receipts.screen(desk.visit_now(), "").text


@pytest.mark.parametrize("text", [f"/receipt {RECEIPT}", f"/receipt {spaced(RECEIPT)}", RECEIPT])
def test_typed_digits_leave_the_chat_and_the_status_is_shown_once(desk: Desk, text: str) -> None:
    desk.submit()
    reply = desk.send(text)
    assert "The moderators have it" in shown(reply)
    assert reply is not None
    assert reply.delete == (1,)
    assert reply.place == "receipt"


@pytest.mark.parametrize("state", [State.NEW, State.WAITING])
def test_nobody_learns_whether_it_was_released(desk: Desk, state: State) -> None:
    desk.submit(state=state)
    assert shown(desk.send(RECEIPT)).startswith("<b>Story</b>\n\n📬")
    assert STORY not in shown(desk.send(RECEIPT))


def test_a_question_is_shown_and_answered(desk: Desk) -> None:
    desk.ask("Which <b>day</b>? See t.me/x")
    reply = desk.send(RECEIPT)
    assert "&lt;b&gt;day" in shown(reply)
    assert "t.me/x" not in shown(reply)
    assert f"receipt:answer:{RECEIPT}" in buttons(reply)
    assert desk.press(f"receipt:answer:{RECEIPT}").place == "story"
    assert desk.done == [("answer", None)]
    assert desk.answering.waits_for(7) == RECEIPT


def test_nothing_is_answered_that_nobody_asked(desk: Desk) -> None:
    desk.submit()
    assert "The moderators have it" in shown(desk.press(f"receipt:answer:{RECEIPT}"))
    assert desk.done == []
    assert desk.answering.waits_for(7) is None


def test_a_long_dialogue_fits_into_a_message(desk: Desk) -> None:
    lines = tuple(Line(bool(turn % 2), "<😀>" * 300) for turn in range(10))
    desk.submit(state=State.ASKED, dialogue=lines)
    assert utf16_length(visible(shown(desk.send(RECEIPT)))) <= 4096


@pytest.mark.parametrize("reason", [*REJECTIONS, "", "Too <i>long</i>, @author."])
def test_a_refusal_tells_the_reason_in_words(desk: Desk, reason: str) -> None:
    desk.submit(state=State.REJECTED, reason=reason, body=Body(""))
    reply = desk.send(RECEIPT)
    assert "did not take it" in shown(reply)
    assert "_" not in shown(reply)
    assert "<i>" not in shown(reply)
    assert f"receipt:withdraw:{RECEIPT}" not in buttons(reply)


@pytest.mark.parametrize(
    ("kind", "about", "anew"),
    [
        (Kind.STORY, None, "story"),
        (Kind.STORY, 17, "story"),
        (Kind.COMMENT, 17, "story:new:comment:17"),
        (Kind.REPLY, 17, "story:new:reply:17"),
        (Kind.CORRECTION, 17, "story:new:correction:17"),
        (Kind.SAYING, None, "story"),
    ],
)
def test_what_was_refused_is_told_anew_where_it_belongs(
    desk: Desk, kind: Kind, about: int | None, anew: str
) -> None:
    desk.submit(state=State.REJECTED, kind=kind, about=about, body=Body(""))
    assert anew in buttons(desk.send(RECEIPT))


def test_a_published_story_is_shown_with_what_readers_made_of_it(desk: Desk) -> None:
    desk.publish()
    reply = desk.send(RECEIPT)
    assert "<b>#17</b>" in shown(reply)
    assert "-3 (1 vote)" in shown(reply)
    assert "5 comments" in shown(reply)
    assert {story_place(17), f"receipt:second:{RECEIPT}"} <= set(buttons(reply))


def test_a_second_part_is_begun_with_the_receipt_alone(desk: Desk) -> None:
    desk.submit(state=State.REJECTED)
    desk.press(f"receipt:second:{RECEIPT}")
    assert desk.done == []
    desk.connection.execute(delete(submissions))
    desk.publish()
    desk.press(f"receipt:second:{WRONG}")
    assert desk.done == []
    desk.press(f"receipt:second:{RECEIPT}")
    assert desk.done == [("story", 17)]


def test_an_archived_one_says_so(desk: Desk) -> None:
    desk.publish(state=StoryState.ARCHIVED)
    assert "archive" in shown(desk.send(RECEIPT))


def test_a_reminder_is_a_day_and_leaves_the_screen_alone(desk: Desk) -> None:
    assert desk.touch("receipt:remind") is None
    desk.send("/receipt")
    answer = desk.touch("receipt:remind")
    assert answer is not None
    assert "25\N{NO-BREAK SPACE}November" in answer.toast
    assert answer.screen is None
    row = desk.connection.execute(select(story_reminders)).one()
    assert tuple(row) == (7, desk.now.date().replace(day=25))


def test_other_presses_are_no_touches(desk: Desk) -> None:
    desk.send("/receipt")
    assert desk.touch(f"receipt:gone:{RECEIPT}") is None
