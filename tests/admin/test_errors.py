"""Errors: admins hear of each kind once an hour, and of nothing that was said."""

import logging
from pathlib import Path

import pytest

from bot.admin.errors import ErrorNotices, kind_of
from bot.chat.roles import ADMIN
from bot.playground import Playground
from tests.admin.house import House, house

log = logging.getLogger("bot.chat.unit")


def record(message: str, *args: object, name: str = "bot.chat.unit") -> logging.LogRecord:
    return logging.LogRecord(name, logging.ERROR, "x.py", 1, message, args, None)


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (record("nothing can be written: %s", "OSError"), "OSError in bot.chat.unit"),
        (record("update %d is set aside: %s", 17, "KeyError"), "KeyError in bot.chat.unit"),
        (record("the screen %s fails: %s", "g:x", "ValueError"), "ValueError in bot.chat.unit"),
        (record("canary text"), "ERROR in bot.chat.unit"),
        (record("said %s", "my canary text"), "ERROR in bot.chat.unit"),
        (record("said %s", "Canary", name="library"), "ERROR in library"),
    ],
)
def test_a_kind_is_a_class_and_a_place(given: logging.LogRecord, kind: str) -> None:
    assert kind_of(given) == kind


async def test_admins_hear_of_each_kind_once_an_hour(home: House) -> None:
    admin, notices = await home.guest(), _notices(home)
    await home.grant(admin, ADMIN)
    for _ in range(3):
        log.error("the screen %s fails: %s", "canary", "ValueError")
    assert await notices.once() == 1
    for person in (admin, home.owner):
        await person.until("Something went wrong in me: ValueError in bot.chat.unit.")
        person.sees_no("canary")
    log.error("again: %s", "ValueError")
    home.clock.pass_(minutes=59)
    assert await notices.once() == 0
    log.error("again: %s", "ValueError")
    log.error("another: %s", "KeyError")
    home.clock.pass_(minutes=2)
    assert await notices.once() == 2


async def test_the_last_one_stands_on_the_page(home: House) -> None:
    log.error("nothing can be written: %s", "OSError")
    await home.owner.send("/admin")
    home.owner.sees("OSError in bot.chat.unit, 22\N{NO-BREAK SPACE}November 2026, 10:00")


async def test_warnings_are_no_errors(home: House) -> None:
    log.warning("later: %s", "OSError")
    assert await _notices(home).once() == 0


async def test_it_stops_listening_with_the_bot(playground: Playground, tmp_path: Path) -> None:
    before = list(logging.getLogger().handlers)
    async with house(playground, tmp_path) as home:
        assert _notices(home) in logging.getLogger().handlers
    assert logging.getLogger().handlers == before


def _notices(home: House) -> ErrorNotices:
    return home.bot.features.admin._errors
