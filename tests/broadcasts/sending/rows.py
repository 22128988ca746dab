"""Rows as other parts of the bot leave them: people, and a broadcast that was composed."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert

from bot.broadcasts.audience import Audience
from bot.broadcasts.sending.contents import Buttons
from bot.chat.screens import Button, Screen
from bot.storage.broadcast_tables import broadcast_contents, broadcasts
from bot.storage.tables import people


def footer(broadcast: int, _language: str, buttons: Buttons) -> Screen:
    rows = tuple((Button(label, f"bc:{broadcast}:{n}"),) for n, (label, *_) in enumerate(buttons))
    return Screen("More", (*rows, (Button("Fewer messages", "subs"),)))


def nobody(_connection: Connection, *_roles: str) -> list[int]:
    """Nobody has a role."""
    return []


def person_row(chat_id: int, **changes: Any) -> dict[str, Any]:
    row = {
        "chat_id": chat_id,
        "language": "en",
        "country": "GB",
        "time_zone": None,
        "place": "menu",
        "first_seen": date(2026, 1, 1),
        "last_seen": date(2026, 11, 20),
        "blocked": False,
        "subscriptions": 5,
        "quiet_from": None,
        "quiet_to": None,
    }
    return row | changes


def add_people(connection: Connection, rows: Iterable[dict[str, Any]]) -> None:
    connection.execute(insert(people), list(rows))


def add_broadcast(
    connection: Connection,
    source: int,
    messages: list[int],
    *,
    buttons: Iterable[Iterable[str]] = (),
    languages: Iterable[str] = ("",),
    audience: Audience = Audience(),  # noqa: B008 - frozen
    **changes: Any,
) -> int:
    """A draft, as the composer leaves it."""
    row = {
        "state": "draft",
        "category": audience.category,
        "author": source,
        "audience": audience.as_json(),
        "override": False,
        "pace": 100,
        "revision": 1,
        "tested": 1,
        "total": 0,
        "reason": "",
    }
    made = connection.execute(insert(broadcasts).values(row | changes))
    key = made.inserted_primary_key
    assert key is not None
    number = int(key[0])
    kept = [list(button) for button in buttons]
    for language in languages:
        content = {"source": source, "messages": messages, "buttons": kept}
        connection.execute(
            insert(broadcast_contents).values(broadcast=number, language=language, **content)
        )
    return number
