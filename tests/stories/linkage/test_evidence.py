"""The thief's tools: a file read byte by byte says what SQLite says, and what it leaves behind."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import LargeBinary

import bot.storage.migrate  # noqa: F401 - knows every table
from bot.storage.tables import metadata
from tests.stories.linkage.evidence import SEALED, Evidence, columns_of
from tests.stories.linkage.pages import Pages, runs

HASHES = {"receipt", "voter"}
TABLES = (
    "CREATE TABLE plain (number INTEGER PRIMARY KEY, text TEXT, blob BLOB, real REAL)",
    "CREATE TABLE keyed (tag TEXT, key TEXT, note TEXT, PRIMARY KEY (key, tag)) WITHOUT ROWID",
    "CREATE INDEX ix_plain_text ON plain (text)",
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "it.db", isolation_level=None)) as database:
        database.execute("PRAGMA secure_delete=OFF")
        database.execute("PRAGMA synchronous=OFF")
        for table in TABLES:
            database.execute(table)
        yield database


def content(database: sqlite3.Connection) -> bytes:
    return Path(database.execute("PRAGMA database_list").fetchone()[2]).read_bytes()


def fill(database: sqlite3.Connection, random: Random) -> None:
    """Long and short rows, negative and large numbers, some of it removed again."""
    for number in random.sample(range(-(10**6), 10**14), 300):
        text = "x" * random.choice([0, 5, 300, 5_000, 20_000]) + str(number)
        database.execute(
            "INSERT INTO plain VALUES (?, ?, ?, ?)", (number, text, text.encode(), number / 7)
        )
        database.execute("INSERT INTO keyed VALUES ('t', ?, ?)", (f"{number:x}", text))
    database.execute("DELETE FROM plain WHERE number % 3 = 0")


@pytest.mark.parametrize("seed", range(3))
def test_rows_are_those_that_sqlite_reads(database: sqlite3.Connection, seed: int) -> None:
    fill(database, Random(seed))
    evidence = Evidence({"database": content(database)}, "key")
    for table in ("plain", "keyed"):
        query = database.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in query.description]
        found = [entry for entry in evidence.entries["database"] if entry.tree == table]
        rows = {tuple(entry.columns[name] for name in names) for entry in found}
        assert rows == set(query)
        assert len(found) == len(rows)


def test_columns_are_named_as_they_are_stored(database: sqlite3.Connection) -> None:
    names = columns_of(content(database))
    assert names["keyed"] == ("key", "tag", "note")
    assert names["ix_plain_text"] == ("text", "rowid")


def test_what_is_removed_stays_between_the_rows(database: sqlite3.Connection) -> None:
    database.execute("INSERT INTO plain VALUES (1, 'a secret that was removed', NULL, 0)")
    database.execute("INSERT INTO plain VALUES (2, 'what is kept', NULL, 0)")
    database.execute("DELETE FROM plain WHERE number = 1")
    slack = Pages(content(database)).slack
    assert b"secret that was removed" in slack
    assert b"what is kept" not in slack
    assert any(b"removed" in run for run in runs(slack, 8))


def test_every_blob_is_opened_or_a_hash() -> None:
    """A table with something encrypted that the checks could not open would be passed over."""
    blobs = {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }
    known = {(table, column) for table, (column, _) in SEALED.items()}
    assert {blob for blob in blobs if blob[1] not in HASHES} == known
