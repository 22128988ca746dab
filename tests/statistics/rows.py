"""Rows of every table that numbers are made of."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from bot.storage.broadcast_tables import broadcasts, recipients
from bot.storage.story_tables import stories
from bot.storage.submission_tables import submissions
from bot.storage.tables import people

TODAY = date(2026, 11, 22)


def add_person(connection: Connection, chat_id: int, came: int, seen: int, **more: Any) -> None:
    """`came` and `seen` are days ago."""
    row = {
        "chat_id": chat_id, "language": "en", "place": "menu", "blocked": False,
        "first_seen": TODAY - timedelta(days=came), "last_seen": TODAY - timedelta(days=seen),
    }  # fmt: skip
    connection.execute(insert(people).values({**row, **more}))


def add_story(connection: Connection, number: int, days: int, state: str = "open") -> None:
    row = {
        "number": number, "language": "en", "teller": "customer", "sector": "bank",
        "state": state, "published_on": TODAY - timedelta(days=days), "score": 1, "votes": 1,
        "comments": 0, "receipt": number.to_bytes(32, "big"),
    }  # fmt: skip
    connection.execute(insert(stories).values(row))


def add_submission(connection: Connection, key: str, state: str, kind: str = "story") -> None:
    row = {
        "key": key, "receipt": key.encode() * 2, "kind": kind, "state": state,
        "month": TODAY.replace(day=1), "language": "en", "body": {}, "dialogue": [], "reason": "",
    }  # fmt: skip
    connection.execute(insert(submissions).values(row))


def add_broadcast(connection: Connection, number: int, days: int, states: dict[int, str]) -> None:
    """`states` by chat."""
    row = {
        "id": number, "state": "done", "category": "news", "author": 1, "audience": {},
        "override": False, "pace": 100, "revision": 1, "tested": 1, "total": len(states),
        "begun_at": datetime(2026, 11, 22) - timedelta(days=days), "reason": "",  # noqa: DTZ001
    }  # fmt: skip
    connection.execute(insert(broadcasts).values(row))
    for chat_id, state in states.items():
        one = {"language": "en", "clock": "UTC 21 9", "state": state, "count": 1, "reason": ""}
        connection.execute(insert(recipients).values(broadcast=number, chat_id=chat_id, **one))
