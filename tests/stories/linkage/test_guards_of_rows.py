"""The linkage test fails when a row says more than it may, or the log does: each once."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

import bot.logs
from bot.chat.visit import Visit
from bot.playground import Playground
from bot.storage.backup import back_up
from bot.storage.vault import secret_in
from bot.stories.keys import Keys
from bot.stories.model import Body, Submission
from bot.stories.telling import masking, sending
from bot.stories.telling.drafts import Draft
from tests.home.traces import nothing_owed
from tests.stories.linkage.checker import leaks
from tests.stories.linkage.crowd import Crowd
from tests.stories.linkage.evidence import seize
from tests.stories.linkage.findings import Finding, Leak
from tests.stories.linkage.logs import debug_log
from tests.stories.linkage.test_guards import has
from tests.stories.linkage.truth import Truth
from tests.stories.newsroom import newsroom

SmallRun = Callable[..., list[Finding]]
Patch = pytest.MonkeyPatch


def test_with_the_day_instead_of_the_month(
    found_in_small_run: SmallRun, monkeypatch: Patch
) -> None:
    _submit(monkeypatch, lambda visit, one: replace(one, month=visit.now.date()))
    assert has(found_in_small_run(), Leak.TIME, "submissions.month")


def test_with_the_author_in_the_row(found_in_small_run: SmallRun, monkeypatch: Patch) -> None:
    _submit(monkeypatch, lambda visit, one: replace(one, reason=f"by {visit.person.chat_id}"))
    assert has(found_in_small_run(), Leak.PERSON, "submissions")


def test_with_the_receipt_in_the_row(found_in_small_run: SmallRun, monkeypatch: Patch) -> None:
    _submit(monkeypatch, lambda visit, one: replace(one, reason=visit.data.split(":")[2]))
    found = found_in_small_run()
    assert has(found, Leak.RECEIPT, "database")
    assert has(found, Leak.RECEIPT, "backup")


def _submit(monkeypatch: Patch, change: Callable[[Visit, Submission], Submission]) -> None:
    made = sending._submission

    def changed(visit: Visit, draft: Draft) -> Submission:
        return change(visit, made(visit, draft))

    monkeypatch.setattr(sending, "_submission", changed)


def test_with_a_hash_that_needs_no_key(found_in_small_run: SmallRun, monkeypatch: Patch) -> None:
    def unkeyed(_: Keys, digits: str) -> bytes:
        return hashlib.sha256(digits.encode()).digest()

    monkeypatch.setattr(Keys, "receipt_hash", unkeyed)
    found = found_in_small_run()
    assert has(found, Leak.HASH, "submissions"), [str(one) for one in found]


def test_with_a_place_that_tells(found_in_small_run: SmallRun, monkeypatch: Patch) -> None:
    monkeypatch.setattr(sending, "MENU", "story:sent")
    assert has(found_in_small_run(), Leak.PLACE, "people")


def test_with_the_key_in_the_place(found_in_small_run: SmallRun, monkeypatch: Patch) -> None:
    """A person's row that knows the key of a story leads to it."""
    made = sending._submission

    def noted(visit: Visit, draft: Draft) -> Submission:
        one = made(visit, draft)
        monkeypatch.setattr(sending, "MENU", f"menu:{one.key}")
        return one

    monkeypatch.setattr(sending, "_submission", noted)
    assert has(found_in_small_run(), Leak.PERSON, "people")


def test_without_the_masks(found_in_small_run: SmallRun, monkeypatch: Patch) -> None:
    made = masking.body_of

    def unmasked(visit: Visit, draft: Draft) -> Body:
        return replace(made(visit, draft), text=draft.text)

    monkeypatch.setattr(sending, "body_of", unmasked)
    assert has(found_in_small_run(), Leak.SECRET, "database")


@pytest.mark.usefixtures("quick_disk")
async def test_with_an_ordinary_log(
    playground: Playground, tmp_path: Path, sealed: list[bytes], monkeypatch: Patch
) -> None:
    """Libraries log what passes through them: texts, receipts in buttons, ids."""
    monkeypatch.setattr(bot.logs, "Redactor", logging.Formatter)
    folder = tmp_path / "data"
    with debug_log() as log:
        async with newsroom(playground, folder) as room:
            truth = Truth(secret_in(folder), sealed=sealed)
            crowd = Crowd(room, truth, Random(1), people=1, late=0)
            await crowd.tell(crowd.guests[0], batch=0)
            await nothing_owed(room)
            await room.bot.database.writer.wiping.finished()
            await back_up(room.bot.database.url, tmp_path / "backup.db")
            written = log.getvalue().encode()
            evidence = seize(folder, tmp_path / "backup.db", truth.secret, log=written)
    found = leaks(evidence, truth)
    assert has(found, Leak.TEXT, "log")
    assert has(found, Leak.RECEIPT, "log")
