"""What a press under a broadcast opens, and for whom it counts."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, insert

from bot.broadcasts.running.figures.store import presses
from bot.broadcasts.running.presses import pressed
from bot.chat.people import Person
from bot.chat.visit import Reply, Visit
from bot.storage.broadcast_tables import broadcast_contents, broadcasts, recipients
from tests.broadcasts.composing.composer import LANGUAGES, Composer, add_person

READER = 5
BUTTONS = [["Read", "story", "17"], ["More", "link", "https://a.b"], ["Go", "guide", "opt_out"]]


@pytest.fixture
def broadcast(connection: Connection) -> int:
    """One that the reader got in Polish, with buttons only there."""
    anna = Composer(connection)
    anna.written()
    number = anna.draft.id
    add_person(connection, READER, language="pl")
    connection.execute(broadcasts.update().values(state="done"))
    connection.execute(
        insert(broadcast_contents).values(
            broadcast=number, language="pl", source=1, messages=[7], buttons=BUTTONS
        )
    )
    row = {"broadcast": number, "chat_id": READER, "language": "pl", "clock": "UTC 21 9"}
    connection.execute(
        insert(recipients).values(**row, state="sent", message_id=9, count=1, reason="")
    )
    return number


def press(connection: Connection, broadcast: int, value: str, who: int = READER) -> str | None:
    """What was opened; None for a button that there is not."""
    now = datetime(2026, 11, 22, 10, tzinfo=UTC)
    visit = Visit(connection, Person(who, "pl"), LANGUAGES["pl"], now)

    def open_link(visit: Visit, argument: str) -> Reply:
        return Reply(visit.person, "menu", argument)

    reply = pressed(visit, broadcast, value, open_link)
    return reply.notice if reply else None


def test_stories_and_guides_are_opened_and_counted(connection: Connection, broadcast: int) -> None:
    assert press(connection, broadcast, "1:pl") == "story_17"
    assert press(connection, broadcast, "3:pl") == "opt_out"
    assert press(connection, broadcast, "3:pl") == "opt_out"
    assert presses(connection, broadcast) == {"pl:1": 1, "pl:3": 2}


@pytest.mark.parametrize("value", ["2:pl", "4:pl", "0:pl", ":pl", "", "1:it", "²:pl", "-1:pl"])
def test_other_buttons_are_none(connection: Connection, broadcast: int, value: str) -> None:
    """Neither a link, which is no press, nor a number or a version that there is not."""
    assert press(connection, broadcast, value) is None
    assert not presses(connection, broadcast)


def test_who_did_not_get_it_does_not_count(connection: Connection, broadcast: int) -> None:
    assert press(connection, broadcast, "1:pl", who=77) == "story_17"
    assert not presses(connection, broadcast)
