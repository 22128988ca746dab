"""What was sent is taken back, from any account, asked once."""

import pytest
from sqlalchemy import insert, select

from bot.storage.submission_tables import cards
from bot.stories.model import Kind, State, StoryState
from tests.stories.receipts.desk import RECEIPT, Desk, buttons, shown

OPEN = [State.NEW, State.WAITING, State.ASKED, State.ASIDE]


def test_a_withdrawn_one_offers_nothing(desk: Desk) -> None:
    desk.publish(state=StoryState.WITHDRAWN)
    assert buttons(desk.send(RECEIPT)) == ["menu"]
    desk.press(f"receipt:gone:{RECEIPT}")
    assert desk.done == []


@pytest.mark.parametrize("kind", [Kind.COMMENT, Kind.REPLY, Kind.CORRECTION])
def test_a_published_note_is_withdrawn_by_its_receipt(desk: Desk, kind: Kind) -> None:
    desk.publish_note(kind)
    assert "#17" in shown(desk.send(RECEIPT))
    assert "The story it stands with stays" in shown(desk.press(f"receipt:withdraw:{RECEIPT}"))
    assert desk.press(f"receipt:gone:{RECEIPT}").wiped
    assert desk.done == [desk.keys.receipt_hash(RECEIPT)]


def test_a_published_saying_too(desk: Desk) -> None:
    desk.submit(kind=Kind.SAYING, state=State.PUBLISHED)
    assert f"receipt:withdraw:{RECEIPT}" in buttons(desk.send(RECEIPT))
    desk.press(f"receipt:gone:{RECEIPT}")
    assert desk.done == [desk.keys.receipt_hash(RECEIPT)]


@pytest.mark.parametrize("state", OPEN)
def test_what_waits_is_withdrawn_from_any_account_when_asked_once(desk: Desk, state: State) -> None:
    desk.submit(state=state)
    ask = desk.press(f"receipt:withdraw:{RECEIPT}", chat_id=8)
    assert buttons(ask) == [f"receipt:gone:{RECEIPT}", f"receipt:status:{RECEIPT}"]
    assert desk.found().state is state
    gone = desk.press(f"receipt:gone:{RECEIPT}", chat_id=8)
    assert gone.wiped
    assert "It is withdrawn" in shown(gone)
    assert (desk.found().state, desk.found().body.text) == (State.WITHDRAWN, "")
    again = desk.press(f"receipt:gone:{RECEIPT}", chat_id=8)
    assert "It was withdrawn" in shown(again)
    assert not again.wiped


def test_a_withdrawn_card_shows_the_words_no_longer(desk: Desk) -> None:
    one = desk.submit()
    row = {"id": "c", "submission": one.key, "sealed": b"", "stale": False}
    desk.connection.execute(insert(cards).values(row))
    desk.press(f"receipt:gone:{RECEIPT}")
    assert desk.connection.scalars(select(cards.c.stale)).all() == [True]


def test_a_published_story_is_withdrawn_by_its_number(desk: Desk) -> None:
    desk.publish()
    assert "channel" in shown(desk.press(f"receipt:withdraw:{RECEIPT}"))
    assert desk.press(f"receipt:gone:{RECEIPT}").wiped
    assert desk.done == [(17, desk.now.date())]
