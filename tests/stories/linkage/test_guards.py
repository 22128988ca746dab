"""The linkage test fails when a guard of the database is taken out: each once, in a small run."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import count
from random import Random

import pytest
from sqlalchemy import Connection

from bot.chat.visit import Visit
from bot.storage import engine, submission_tables, wiping
from bot.storage.vault import NONCE_BYTES, Vault
from bot.stories import store as submissions
from bot.stories.model import State, Submission
from bot.stories.moderation import card
from bot.stories.telling import sending
from bot.stories.telling import store as drafts
from bot.stories.telling.drafts import Draft
from tests.stories.linkage.findings import Finding, Leak

SmallRun = Callable[..., list[Finding]]
Patch = pytest.MonkeyPatch


def has(found: list[Finding], leak: Leak, where: str) -> bool:
    return any(one.leak is leak and where in one.where for one in found)


def test_nothing_is_found_with_all_of_them(found_in_small_run: SmallRun) -> None:
    assert [str(one) for one in found_in_small_run()] == []


def test_without_the_shuffle(found_in_small_run: SmallRun, monkeypatch: Patch) -> None:
    """Then an index keeps its entries in the order in which they came, as often as not."""
    monkeypatch.setattr(submissions, "shuffle", lambda *_: None)
    monkeypatch.setattr(wiping, "SMALL_PAGES", 0, raising=False)
    found = found_in_small_run()
    assert has(found, Leak.ORDER, "submissions")
    assert has(found, Leak.ORDER, "place in the page")


def test_with_row_numbers(found_in_small_run: SmallRun, monkeypatch: Patch) -> None:
    """A table that has them and is not shuffled is a list of who came when."""
    monkeypatch.setattr(submissions, "shuffle", lambda *_: None)
    monkeypatch.setitem(submission_tables.submissions.dialect_options["sqlite"], "with_rowid", True)
    assert has(found_in_small_run(), Leak.ORDER, "submissions, rowid")


def test_with_keys_that_count(found_in_small_run: SmallRun, monkeypatch: Patch) -> None:
    numbers = count(1000)
    monkeypatch.setattr(sending, "new_key", lambda: f"{next(numbers):016x}")
    found = found_in_small_run()
    assert has(found, Leak.ORDER, "submissions, key")
    assert has(found, Leak.ORDER, "cards, submission")


def test_with_keys_of_the_author(found_in_small_run: SmallRun, monkeypatch: Patch) -> None:
    """Not in the order of telling, and still: what one author told stands together."""
    made = sending._submission

    def keyed(visit: Visit, draft: Draft) -> Submission:
        one = made(visit, draft)
        author = hashlib.sha256(str(visit.person.chat_id).encode()).hexdigest()[:8]
        return replace(one, key=author + one.key[:8])

    monkeypatch.setattr(sending, "_submission", keyed)
    assert has(found_in_small_run(), Leak.AUTHOR, "submissions, key")


def test_with_cards_as_stories_come(found_in_small_run: SmallRun) -> None:
    found = found_in_small_run(at_once=True)
    assert has(found, Leak.ORDER, "cards, sealed message")
    assert has(found, Leak.ORDER, "stories, number")


def test_with_cards_in_the_order_of_sending(
    found_in_small_run: SmallRun, monkeypatch: Patch
) -> None:
    """At a fixed hour, but neither shuffled nor with random keys."""
    numbers = count(1000)
    monkeypatch.setattr(card, "new_key", lambda: f"{next(numbers):016x}")
    monkeypatch.setattr(submissions, "in_states", _in_order(monkeypatch))
    found = found_in_small_run()
    assert has(found, Leak.ORDER, "cards, id")
    assert has(found, Leak.ORDER, "cards, sealed message")


def _in_order(monkeypatch: Patch) -> Callable[..., list[Submission]]:
    """Reads submissions as they came, which the tables do not know: the test looks on."""
    came: list[str] = []
    add, read = submissions.add, submissions.in_states

    def noted(connection: Connection, one: Submission, receipt: bytes, random: Random) -> bool:
        came.append(one.key)
        return add(connection, one, receipt, random)

    def in_states(connection: Connection, states: Iterable[State]) -> list[Submission]:
        return sorted(read(connection, states), key=lambda one: came.index(one.key))

    monkeypatch.setattr(submissions, "add", noted)
    return in_states


def test_with_drafts_that_stay(found_in_small_run: SmallRun, monkeypatch: Patch) -> None:
    monkeypatch.setattr(drafts, "remove", lambda *_: None)
    assert has(found_in_small_run(), Leak.DRAFT, "database: drafts")


def test_with_drafts_in_plain(found_in_small_run: SmallRun, monkeypatch: Patch) -> None:
    plain = "plain".ljust(NONCE_BYTES).encode()
    monkeypatch.setattr(Vault, "seal", lambda _, text, _about: plain + text.encode())
    monkeypatch.setattr(Vault, "open", lambda _, sealed, _about: sealed[NONCE_BYTES:].decode())
    assert has(found_in_small_run(), Leak.TEXT, "database")


def test_without_secure_delete(found_in_small_run: SmallRun, monkeypatch: Patch) -> None:
    pragmas = tuple(one.replace("secure_delete=ON", "secure_delete=OFF") for one in engine.PRAGMAS)
    monkeypatch.setattr(engine, "PRAGMAS", pragmas)
    monkeypatch.setattr(wiping, "SMALL_PAGES", 0, raising=False)
    assert has(found_in_small_run(), Leak.TEXT, "database between the rows")


def test_with_a_log_that_is_not_emptied(found_in_small_run: SmallRun, monkeypatch: Patch) -> None:
    monkeypatch.setattr(wiping, "empty_log", lambda _: True)
    found = found_in_small_run()
    assert has(found, Leak.DRAFT, "bot.db-wal")
    assert has(found, Leak.TEXT, "bot.db-wal")
