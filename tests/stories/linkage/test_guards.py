"""The linkage test fails when a guard is taken out: each once, in a small run."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.storage import engine, wiping
from bot.stories import store as submissions
from bot.stories.keys import Keys
from bot.stories.telling import sending, store as drafts
from tests.stories.linkage.checker import leaks
from tests.stories.linkage.findings import Leak
from tests.stories.linkage.small import small_run

Patch = pytest.MonkeyPatch


@pytest.fixture
def found(tmp_path: Path, sealed: list[bytes]) -> Iterator[Any]:
    def run(seed=1):
        ls = leaks(*small_run(tmp_path, seed, sealed))
        for l in ls:
            print(l)
        return ls

    yield run


def test_all(found):
    assert found() == []


def test_shuffle(found, monkeypatch):
    monkeypatch.setattr(submissions, "shuffle", lambda *_: None)
    assert found() == 0


def test_draft(found, monkeypatch):
    monkeypatch.setattr(drafts, "remove", lambda *_: None)
    assert found() == 0


def test_secure(found, monkeypatch):
    pragmas = tuple(one.replace("secure_delete=ON", "secure_delete=OFF") for one in engine.PRAGMAS)
    monkeypatch.setattr(engine, "PRAGMAS", pragmas)
    assert found() == 0


def test_wal(found, monkeypatch):
    monkeypatch.setattr(wiping, "empty_log", lambda _: True)
    assert found() == 0


def test_keys(found, monkeypatch):
    numbers = iter(range(1000, 9999))
    monkeypatch.setattr(sending, "new_key", lambda: f"{next(numbers):016x}")
    assert found() == 0


def test_month(found, monkeypatch):
    made = sending._submission
    from dataclasses import replace

    monkeypatch.setattr(
        sending,
        "_submission",
        lambda visit, draft: replace(made(visit, draft), month=visit.now.date()),
    )
    assert found() == 0


def test_hash(found, monkeypatch):
    import hashlib

    monkeypatch.setattr(
        Keys, "receipt_hash", lambda _, digits: hashlib.sha256(digits.encode()).digest()
    )
    assert found() == 0


def test_place(found, monkeypatch):
    monkeypatch.setattr(sending, "MENU", "story:sent")
    assert found() == 0


def test_mask(found, monkeypatch):
    from dataclasses import replace

    made = sending.body_of
    monkeypatch.setattr(
        sending, "body_of", lambda visit, draft: replace(made(visit, draft), text=draft.text)
    )
    assert found() == 0
