"""Reminders: a day a chat, told in daytime in the person's language, gone with the person."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Connection

from bot.chat.people import store as people
from bot.stories.receipts import store
from bot.stories.receipts.reminders import remind_due
from tests.stories.receipts.desk import Desk

TODAY = date(2026, 11, 22)


@pytest.fixture
def posted(desk: Desk) -> list[tuple[int, str]]:
    people.meet(desk.connection, 7, "en", TODAY)
    return []


def _remind(desk: Desk, posted: list[tuple[int, str]]) -> int:
    def post(_: Connection, chat_id: int, text: str) -> None:
        posted.append((chat_id, text))

    return remind_due(desk.connection, desk.now, {"en": desk.language}, post)


def test_a_new_day_takes_the_place_of_the_old(desk: Desk, posted: list[tuple[int, str]]) -> None:
    store.set_reminder(desk.connection, 7, TODAY)
    store.set_reminder(desk.connection, 7, TODAY + timedelta(days=3))
    assert store.due(desk.connection, TODAY + timedelta(days=2)) == []
    assert store.due(desk.connection, TODAY + timedelta(days=3)) == [7]
    assert not posted


def test_it_comes_once_and_tells_of_nothing(desk: Desk, posted: list[tuple[int, str]]) -> None:
    store.set_reminder(desk.connection, 7, TODAY)
    assert _remind(desk, posted) == 1
    assert _remind(desk, posted) == 0
    assert posted == [(7, "⏰ You wanted to look what became of what you sent: /receipt")]


def test_at_night_it_waits(desk: Desk, posted: list[tuple[int, str]]) -> None:
    store.set_reminder(desk.connection, 7, TODAY)
    desk.pass_(hours=-5)
    assert _remind(desk, posted) == 0
    desk.pass_(hours=5)
    assert _remind(desk, posted) == 1


def test_whoever_blocked_the_bot_hears_nothing(desk: Desk, posted: list[tuple[int, str]]) -> None:
    store.set_reminder(desk.connection, 7, TODAY)
    people.block(desk.connection, 7)
    assert _remind(desk, posted) == 0
    assert store.due(desk.connection, TODAY) == []


def test_it_goes_with_the_person(desk: Desk, posted: list[tuple[int, str]]) -> None:
    store.set_reminder(desk.connection, 7, TODAY)
    people.erase(desk.connection, 7)
    assert store.due(desk.connection, TODAY) == []
    assert not posted
