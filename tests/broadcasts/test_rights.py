"""Nothing of `/broadcast`, `/admin` and `/stats` is for who is no admin, or no longer one.

What there is to press is enumerated from the routes: a new prefix, verb or page fails here until
it is tried by strangers, too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Table, select

from bot.broadcasts.composing.handlers import PRESSES, SCREENS
from bot.broadcasts.running.controls import CONTROLS
from bot.broadcasts.running.handlers import PAGES
from bot.chat.people.store import find, save
from bot.chat.roles import ADMIN, EDITOR, MODERATOR
from bot.chat.routes import Routes
from bot.playground.person import Person
from bot.storage.broadcast_tables import audit, broadcast_contents, broadcasts, recipients, roles
from bot.storage.tables import settings
from tests.broadcasts.studio import Studio

KEPT: tuple[Table, ...] = (broadcasts, broadcast_contents, recipients, roles, audit, settings)
DRAFTED = {
    "drop": "all", "unlink": "all:0", "kind": "service", "who": "roles:owner", "now": "",
    "urgent": "yes", "test": "", "go": "{draft}:{revision}", "throw": "yes",
}  # fmt: skip
RUN = {"pause": "", "on": "", "slower": "", "faster": "", "cancel": "yes", "recall": "yes",
       "csv": "", "no": ""}  # fmt: skip
PAGED = {"see": "", "correct": "all"}
TURNED = ("bc", "bc:", "bc:open", "bc:list", "bc:back:{done}", "bc:back:{draft}")
ADMINS = {
    "": "", "audit": "0", "people": "0", "take": "{admin}:owner", "taken": "{admin}:owner",
    "invite": "owner", "chats": "",
}  # fmt: skip
OTHERS = ("stats", "stats:x", "setup:use:-1001000000001", "setup:leave:-1001000000001")
PLACES = ("bc", "bc:text:all", "bc:sure", "bc:begun:{done}", "bcs", "bcs:{done}", "bcs:{done}::fix",
          "stats")  # fmt: skip
ADMINS_WORDS = ("Your broadcast", "How I am", "Who has a role", "Delivered", "Hello", "Send it?",
                "on its way", "people a day")  # fmt: skip


def routes_of(room: Studio) -> Routes:
    """Of the parts that are for admins alone."""
    sending = room.bot.features.broadcasts
    numbers = room.bot.features.statistics.routes(lambda *_: True, lambda *_: "", Path())
    parts = (
        sending._composing.routes(),
        sending._running.routes(),
        room.bot.features.admin.routes(),
    )
    return parts[0] | parts[1] | parts[2] | numbers


@dataclass
class Stage:
    """One broadcast that is done, and a draft that was tested, of somebody who was an admin."""

    room: Studio
    former: Person
    numbers: Mapping[str, int]

    async def rows(self) -> list[Any]:
        return [await self.room.read(select(table)) for table in KEPT]

    def filled(self, text: str) -> str:
        return text.format(**self.numbers)

    @property
    def presses(self) -> list[str]:
        composing = [f"bc:{verb}:{value}" for verb, value in DRAFTED.items()]
        seen = [f"bc:see:{screen}" for screen in SCREENS]
        run = [f"bc:{{done}}:{verb}:{value}" for verb, value in (RUN | PAGED).items()]
        admins = [f"admin:{page}:{what}" for page, what in ADMINS.items()]
        return [self.filled(one) for one in (*composing, *seen, *run, *admins, *TURNED, *OTHERS)]


@pytest.fixture
async def stage(room: Studio) -> Stage:
    (former,) = await room.readers(1)
    await room.grant(former, ADMIN)
    as_former = replace(room, admin=former)
    done = await as_former.send(await as_former.compose())
    await former.press_data(f"bc:{done}:see")
    await former.send("/admin")
    await former.send("/stats")
    await room.shows(former, "Numbers of")
    draft = await as_former.compose("Hello again")
    (row,) = await room.read(select(broadcasts).where(broadcasts.c.id == draft))
    assert row.tested == row.revision
    numbers = {
        "done": done, "draft": draft, "revision": row.revision, "admin": room.admin.id
    }  # fmt: skip
    await room.take(former, ADMIN)
    return Stage(room, former, numbers)


async def test_all_that_can_be_pressed_is_tried(room: Studio) -> None:
    """Whatever is new, in whichever of the three parts, must be added to what strangers try."""
    routes, pages = routes_of(room), room.bot.features.admin._pages
    assert routes.commands.keys() == {"broadcast", "broadcasts", "admin", "stats"}
    assert routes.presses.keys() | routes.touches.keys() == {
        "bc",
        "admin",
        "setup",
        "stats",
        "join",
    }
    assert routes.places.keys() == {place.partition(":")[0] for place in PLACES}
    assert DRAFTED.keys() == PRESSES.keys()
    assert RUN.keys() == CONTROLS.keys()
    assert PAGED.keys() == PAGES.keys()
    assert ADMINS.keys() == pages._for_admins.keys() | pages._for_owners.keys()


@pytest.mark.parametrize("who", ["stranger", "former admin"])
async def test_nobody_else_can_do_any_of_it(stage: Stage, who: str) -> None:
    """By command, by data as forged as can be, and with an old draft that was tested."""
    room = stage.room
    person = stage.former if who == "former admin" else (await room.readers(1))[0]
    await person.send("/menu")
    before, files = await stage.rows(), str(person.messages).count("document")
    for command in routes_of(room).commands:
        await person.send(f"/{command}")
        person.sees("I don't know that command")
    for data in stage.presses:
        await person.press_data(data)
        assert "no longer does anything" in person.text, data
    await person.press_data(f"join:{'0' * 32}")
    person.sees("used already or is too old")
    assert await stage.rows() == before
    assert str(person.messages).count("document") == files


async def test_no_old_message_of_a_former_admin_does_anything(stage: Stage) -> None:
    """Each button under each message that they got as an admin."""
    former, before = stage.former, await stage.rows()
    await former.refresh()
    old = [
        (one["message_id"], key["callback_data"])
        for one in former.messages
        for row in one.get("reply_markup", {}).get("inline_keyboard", ())
        for key in row
        if key.get("callback_data", "").partition(":")[0] in {"bc", "admin", "setup", "stats"}
    ]
    assert len(old) >= 5
    for message_id, data in old:
        await former.press_data(data, message_id)
        assert "no longer does anything" in former.text, data
    assert await stage.rows() == before


@pytest.mark.parametrize("place", PLACES)
async def test_no_place_shows_anything_to_others(stage: Stage, place: str) -> None:
    """Where they stood as admins: it is shown again by `here`, and nothing is typed into it."""
    former, room, before = stage.former, stage.room, await stage.rows()
    at = stage.filled(place)

    def stand(connection: Connection) -> None:
        known = find(connection, former.id)
        assert known is not None
        save(connection, known, replace(known, place=at))

    await room.do(stand)
    last = len(former.messages)
    await former.press_data("here")
    await former.send("Some words")
    await former.send_file("photo", b"x", "A picture")
    for words in ADMINS_WORDS:
        assert words not in "\n".join(str(one.get("text")) for one in former.messages[last:]), words
    await former.send("/cancel")
    assert await stage.rows() == before


@pytest.mark.parametrize(
    ("role", "commands"),
    [
        (MODERATOR, ("broadcast", "broadcasts", "admin", "stats")),
        (EDITOR, ("broadcast", "broadcasts", "admin")),
    ],
)
async def test_moderators_and_editors_are_no_admins(
    room: Studio, role: str, commands: tuple[str, ...]
) -> None:
    (person,) = await room.readers(1)
    await room.grant(person, role)
    for command in commands:
        await person.send(f"/{command}")
        person.sees("I don't know that command")
