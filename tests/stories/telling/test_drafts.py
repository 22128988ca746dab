"""Drafts in the database: sealed, padded, moved nowhere, gone after a day."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select, update

from bot.storage.submission_tables import drafts
from bot.storage.tables import people
from bot.storage.vault import Vault
from bot.stories.telling.drafts import PADDING, Draft, Drafts, Part
from tests.stories.telling.teller import VAULT

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
DRAFT = Draft(
    about=17,
    teller="operator",
    sector="energy",
    tags=("funny", "own words"),
    nickname="sleepless fox",
    company="Acme",
    parts=(Part(5, "It was a secret."), Part(7, "Zażółć 🦊")),
    added=((3, 6),),
    kept=((9, 15),),
    messages=(4, 5, 6, 7),
)


@pytest.fixture
def kept(connection: Connection) -> Drafts:
    day = NOW.date()
    for chat_id in (1, 2):
        row = {"chat_id": chat_id, "language": "en", "place": "menu", "blocked": False}
        connection.execute(insert(people).values(**row, first_seen=day, last_seen=day))
    return Drafts(VAULT)


spans = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=3).map(tuple)
parts = st.lists(st.builds(Part, st.integers(), st.text(max_size=20)), max_size=3).map(tuple)


@given(st.builds(Draft, parts=parts, added=spans, kept=spans, nickname=st.text(max_size=9)))
def test_a_draft_comes_back_as_it_was(draft: Draft) -> None:
    assert Draft.from_json(draft.to_json().ljust(PADDING)) == draft


def test_it_is_read_by_its_person_alone(connection: Connection, kept: Drafts) -> None:
    kept.save(connection, 1, DRAFT, NOW)
    assert kept.load(connection, 1, NOW) == DRAFT
    assert kept.load(connection, 2, NOW) is None
    kept.save(connection, 2, Draft(), NOW)
    sealed = connection.scalar(select(drafts.c.sealed).where(drafts.c.chat_id == 1))
    connection.execute(update(drafts).values(sealed=sealed))
    assert kept.load(connection, 2, NOW) is None
    assert Drafts(Vault("another key of this test")).load(connection, 1, NOW) is None


def test_one_that_another_version_wrote_is_none(connection: Connection, kept: Drafts) -> None:
    for text in ("{}", "[]", '{"parts": 1}', DRAFT.to_json().replace('"about"', '"of"')):
        kept.save(connection, 1, DRAFT, NOW)
        connection.execute(update(drafts).values(sealed=VAULT.seal(text, "draft 1")))
        assert kept.load(connection, 1, NOW) is None


def test_neither_words_nor_their_number_stand_in_the_row(
    connection: Connection, kept: Drafts
) -> None:
    kept.save(connection, 1, DRAFT, NOW)
    sealed = connection.scalar(select(drafts.c.sealed))
    assert b"secret" not in (sealed or b"")
    kept.save(connection, 1, Draft(), NOW)
    assert len(connection.scalar(select(drafts.c.sealed)) or b"") == len(sealed or b"")


def test_a_draft_lives_for_a_day_from_its_first_word(connection: Connection, kept: Drafts) -> None:
    kept.save(connection, 1, DRAFT, NOW)
    kept.save(connection, 1, DRAFT, NOW + timedelta(hours=23))
    assert kept.load(connection, 1, NOW + timedelta(hours=23, minutes=59)) == DRAFT
    assert not kept.expire(connection, 1, NOW + timedelta(hours=23, minutes=59))
    assert kept.load(connection, 1, NOW + timedelta(hours=24)) is None
    assert kept.expire(connection, 1, NOW + timedelta(hours=24))
    assert connection.scalar(select(drafts.c.sealed)) is None


def test_the_chore_removes_old_ones_alone(connection: Connection, kept: Drafts) -> None:
    kept.save(connection, 1, DRAFT, NOW)
    kept.save(connection, 2, DRAFT, NOW + timedelta(hours=1))
    assert kept.forget_old(connection, NOW + timedelta(hours=24)) == 1
    assert kept.load(connection, 2, NOW + timedelta(hours=24)) == DRAFT
    kept.remove(connection, 2)
    assert connection.scalar(select(drafts.c.sealed)) is None


def test_the_export_tells_what_was_written(connection: Connection, kept: Drafts) -> None:
    assert kept.export(connection, 1, NOW) == {}
    kept.save(connection, 1, DRAFT, NOW)
    told = kept.export(connection, 1, NOW)
    assert told["text"] == DRAFT.text
    assert told["nickname"] == "sleepless fox"
    assert "messages" not in told
