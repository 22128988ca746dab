"""Digits that are no receipt, receipts that are guessed, presses that are forged."""

import pytest

from bot.stories.model import State
from tests.stories.receipts.desk import RECEIPT, WRONG, Desk, shown


def test_elsewhere_digits_are_left_to_others(desk: Desk) -> None:
    desk.submit()
    desk.place = "guide:opt_out"
    assert desk.send(RECEIPT) is None


def test_words_at_the_receipts_place_are_left_to_others(desk: Desk) -> None:
    assert desk.send("they keep calling me") is None


@pytest.mark.parametrize(
    "text",
    ["１２３４５６７８９０１２３４５６", "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦", f"{RECEIPT}7", f"{RECEIPT[:15]}l"],
)
def test_hostile_digits_are_no_receipt_no_guess_and_leave_the_chat(desk: Desk, text: str) -> None:
    desk.submit()
    for _ in range(5):
        reply = desk.send(text)
        assert reply is not None
        assert "That is no receipt" in reply.notice
        assert reply.delete
    assert "The moderators have it" in shown(desk.send(RECEIPT))


def test_a_short_number_stays_in_the_chat(desk: Desk) -> None:
    reply = desk.send("42?")
    assert reply is not None
    assert not reply.delete


def test_from_the_third_wrong_one_even_a_right_one_waits(desk: Desk) -> None:
    desk.submit()
    for _ in range(2):
        reply = desk.send(WRONG)
        assert reply is not None
        assert "too many" not in reply.notice
    third = desk.send(WRONG)
    assert third is not None
    assert "I find nothing" in third.notice
    assert "<b>30 seconds</b>" in third.notice
    right, wrong = desk.send(RECEIPT), desk.send(WRONG)
    assert right is not None
    assert wrong is not None
    assert right.notice == wrong.notice
    assert right.screen is None
    desk.pass_(seconds=30)
    assert "The moderators have it" in shown(desk.send(RECEIPT))


@pytest.mark.parametrize("action", ["status", "withdraw", "gone", "answer"])
def test_a_press_with_a_wrong_receipt_is_a_guess(desk: Desk, action: str) -> None:
    for _ in range(3):
        assert "I find nothing" in desk.press(f"receipt:{action}:{WRONG}").notice
    reply = desk.press(f"receipt:{action}:{WRONG}")
    assert "I find nothing" not in reply.notice
    assert "Please wait" in reply.notice


def test_one_who_guesses_does_not_make_another_wait(desk: Desk) -> None:
    desk.submit()
    for _ in range(5):
        desk.send(WRONG, chat_id=8)
    assert "The moderators have it" in shown(desk.send(RECEIPT, chat_id=9))


@pytest.mark.parametrize(
    "data", ["receipt:status:12", "receipt:eat:" + RECEIPT, "receipt:gone", "receipt:status:" + "１" * 16]
)  # fmt: skip
def test_forged_presses_change_nothing(desk: Desk, data: str) -> None:
    desk.submit()
    assert "Nothing has changed" in desk.press(data).notice
    assert desk.found().state is State.WAITING
