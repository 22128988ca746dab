"""Submissions: found by receipt or key, in an order that tells nothing, emptied when closed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection, select

import bot.storage.story_tables  # noqa: F401 - the tables are made below
from bot.storage.engine import open_engine
from bot.storage.story_tables import submissions
from bot.storage.tables import metadata
from bot.stories import store
from bot.stories.keys import new_key
from bot.stories.model import Body, Kind, Line, Mask, State, Submission

BODY = Body(
    "They hung up on [name].",
    teller="customer",
    sector="telecom",
    tags=("hung_up", "own words"),
    nickname="Zyzzyva",
    company="Acme",
    masks=(Mask(16, 22, "name"),),
)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = open_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    metadata.create_all(engine)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def submission(**changes: object) -> Submission:
    given: dict[str, object] = {
        "key": new_key(),
        "kind": Kind.STORY,
        "state": State.NEW,
        "month": date(2026, 11, 1),
        "language": "en",
        "body": BODY,
    }
    return Submission(**{**given, **changes})  # type: ignore[arg-type]


def test_what_was_sent_comes_back_as_it_was(connection: Connection) -> None:
    sent = submission(dialogue=(Line(False, "When?"), Line(True, "In May.")), about=3, reason="x")
    assert store.add(connection, sent, b"r" * 32, Random(1))
    assert store.find(connection, sent.key) == sent
    assert store.find_by_receipt(connection, b"r" * 32) == sent
    assert store.receipt_of(connection, sent.key) == b"r" * 32
    assert store.find_by_receipt(connection, b"s" * 32) is None


def test_a_receipt_serves_once(connection: Connection) -> None:
    assert store.add(connection, submission(), b"r" * 32, Random(1))
    assert not store.add(connection, submission(), b"r" * 32, Random(1))
    assert store.count_open(connection) == 1


def test_saving_keeps_the_receipt(connection: Connection) -> None:
    sent = submission()
    store.add(connection, sent, b"r" * 32, Random(1))
    asked = Submission(**{**vars(sent), "state": State.ASKED, "dialogue": (Line(False, "Why?"),)})
    store.save(connection, asked)
    assert store.find_by_receipt(connection, b"r" * 32) == asked


@pytest.mark.parametrize("state", [State.REJECTED, State.WITHDRAWN])
def test_what_is_closed_keeps_no_word(connection: Connection, state: State) -> None:
    sent = submission(dialogue=(Line(True, "a secret answer"),))
    store.add(connection, sent, b"r" * 32, Random(1))
    store.close(connection, sent, state, "off_theme")
    closed = store.find(connection, sent.key)
    assert closed is not None
    assert (closed.state, closed.reason, closed.dialogue) == (state, "off_theme", ())
    assert closed.body == Body("", teller="customer", sector="telecom")
    assert store.count_open(connection) == 0
    assert store.forget_closed(connection, date(2026, 11, 1)) == 0
    assert store.forget_closed(connection, date(2026, 12, 1)) == 1


def test_what_is_open_is_not_forgotten(connection: Connection) -> None:
    store.add(connection, submission(), b"r" * 32, Random(1))
    assert store.forget_closed(connection, date(2030, 1, 1)) == 0


def test_every_sending_writes_all_rows_anew_in_another_order(connection: Connection) -> None:
    """Keys in the order of sending would be sorted; here the order in which rows are written is
    that of the generator and has nothing to do with it.
    """

    class Spy(Random):
        shuffled = 0

        def shuffle(self, x: object) -> None:
            Spy.shuffled = len(x)  # type: ignore[arg-type]
            super().shuffle(x)  # type: ignore[arg-type]

    for number in range(5):
        store.add(connection, submission(), bytes([number]) * 32, Spy(number))
        assert Spy.shuffled == number + 1
    assert len(connection.execute(select(submissions)).all()) == 5
