"""Answers: remembered for an hour, put under the dialogue once, and the card is drawn anew."""

from telegram import Update

from bot.stories.model import Line, State
from bot.stories.receipts.answering import MOST_CHATS
from tests.stories.receipts.desk import RECEIPT, WRONG, Desk


def test_the_receipt_is_remembered_for_an_hour(desk: Desk) -> None:
    desk.answering.remember(7, RECEIPT)
    desk.pass_(minutes=59)
    assert desk.answering.waits_for(7) == RECEIPT
    assert desk.answering.waits_for(8) is None
    desk.pass_(minutes=1)
    assert desk.answering.waits_for(7) is None


def test_what_is_remembered_is_bounded(desk: Desk) -> None:
    for chat_id in range(MOST_CHATS + 1):
        desk.answering.remember(chat_id, RECEIPT)
    assert desk.answering.waits_for(0) is None
    assert desk.answering.waits_for(MOST_CHATS) == RECEIPT


def test_what_is_over_is_forgotten_without_being_asked(desk: Desk) -> None:
    desk.answering.remember(7, RECEIPT)
    desk.pass_(hours=1)
    desk.answering.forget_old(desk.now)
    desk.pass_(hours=-1)
    assert desk.answering.waits_for(7) is None


def test_the_questions_since_the_last_answer_are_told(desk: Desk) -> None:
    visit = desk.visit_now()
    assert desk.answering.question(visit) == ""
    desk.answering.remember(7, RECEIPT)
    assert desk.answering.question(visit) == ""
    told = Line(False, "Who?"), Line(True, "Me."), Line(False, "When?"), Line(False, "Where?")
    desk.submit(state=State.ASKED, dialogue=told)
    assert desk.answering.question(visit) == "When?\nWhere?"


def test_an_answer_stands_under_the_question_and_waits_for_the_next_hour(desk: Desk) -> None:
    desk.ask("When was it?")
    visit = desk.visit(Update(1))
    assert desk.answering.deliver(visit, RECEIPT, "In [month].")
    found = desk.found()
    assert found.state is State.NEW
    assert found.dialogue == (Line(False, "When was it?"), Line(True, "In [month]."))


def test_once_answered_the_receipt_is_forgotten(desk: Desk) -> None:
    desk.ask("When was it?")
    desk.answering.remember(7, RECEIPT)
    desk.answering.deliver(desk.visit_now(), RECEIPT, "In May.")
    assert desk.answering.waits_for(7) is None


def test_nobody_is_answered_who_does_not_ask(desk: Desk) -> None:
    visit = desk.visit(Update(1))
    desk.submit()
    assert not desk.answering.deliver(visit, RECEIPT, "In May.")
    assert not desk.answering.deliver(visit, WRONG, "In May.")
    assert desk.found().dialogue == ()


def test_a_question_is_answered_once(desk: Desk) -> None:
    desk.ask("When?", "And where?")
    visit = desk.visit(Update(1))
    assert desk.answering.deliver(visit, RECEIPT, "In May.")
    assert not desk.answering.deliver(visit, RECEIPT, "In May.")
    assert len(desk.found().dialogue) == 3


def test_a_long_answer_is_cut(desk: Desk) -> None:
    desk.ask("When?")
    assert desk.answering.deliver(desk.visit(Update(1)), RECEIPT, "x" * 9_000)
    assert len(desk.found().dialogue[1].text) <= 1_200
