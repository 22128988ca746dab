"""What a thief carries away: every file, and what the key opens."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from bot.storage.vault import KEY_FILE, Vault
from tests.stories.linkage.pages import Cell, Pages
from tests.stories.linkage.records import Value

Row = Mapping[str, Any]
# Where something encrypted stands, and what ties it to its row.
SEALED: Mapping[str, tuple[str, Callable[[Row], str]]] = {
    "drafts": ("sealed", lambda row: f"draft {row['chat_id']}"),
    "cards": ("sealed", lambda row: f"card {row['id']}"),
    "shelves": ("sealed", lambda row: f"shelf {row['chat_id']}"),
    "inbox": ("payload", lambda row: f"inbox {row['update_id']}"),
    "conversations": ("state", lambda row: f"conversation {row['chat_id']} {row['guide']}"),
}


@dataclass(frozen=True, eq=False)
class Entry:
    """A row or index entry: where it stands in the file, what is in it, what the key opens."""

    tree: str
    cell: Cell
    columns: Mapping[str, Value]
    opened: str = ""

    @cached_property
    def text(self) -> str:
        """All that can be read in it without the key."""
        sealed = SEALED.get(self.tree, ("",))[0]
        columns = self.columns.items()
        return " ".join(_readable(value) for name, value in columns if name != sealed)

    @cached_property
    def words(self) -> str:
        """All that can be read in it with the key."""
        return f"{self.text} {self.opened}"


@dataclass(frozen=True)
class Evidence:
    """`files` by name: `database`, `backup`, and whatever else there is, but never the key."""

    files: Mapping[str, bytes]
    secret: str

    @cached_property
    def pages(self) -> Mapping[str, Pages]:
        return {
            name: Pages(self.files[name]) for name in ("database", "backup") if name in self.files
        }

    @cached_property
    def entries(self) -> Mapping[str, tuple[Entry, ...]]:
        return {name: tuple(self._entries(pages)) for name, pages in self.pages.items()}

    def _entries(self, pages: Pages) -> Iterator[Entry]:
        names, vault = columns_of(pages.content), Vault(self.secret)
        for cell in pages.cells:
            if cell.tree == "sqlite_schema":
                continue
            columns = _named(names[cell.tree], cell)
            yield Entry(cell.tree, cell, columns, _opened(vault, cell.tree, columns))


def seize(folder: Path, backup: Path, secret: str, **more: bytes) -> Evidence:
    """Every file of the data folder, the backup, and `more` such as logs and metrics."""
    files = {
        _called(path): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != KEY_FILE
    }
    return Evidence({**files, "backup": backup.read_bytes(), **more}, secret)


def columns_of(content: bytes) -> Mapping[str, tuple[str, ...]]:
    """The names of the columns of each tree, in the order in which they are stored."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy.db"
        path.write_bytes(content)
        database = sqlite3.connect(path)
        trees = database.execute(
            "SELECT type, name, sql FROM sqlite_schema WHERE rootpage"
        ).fetchall()
        found = {name: _columns(database, kind, name, sql) for kind, name, sql in trees}
        database.close()
    return found


def _columns(database: sqlite3.Connection, kind: str, name: str, sql: str) -> tuple[str, ...]:
    if kind == "table" and "WITHOUT ROWID" not in sql:
        return tuple(row[1] for row in database.execute(f"PRAGMA table_info({name})"))
    indexes = database.execute(f"PRAGMA index_list({name})") if kind == "table" else ()
    index = next((row[1] for row in indexes if row[3] == "pk"), name)
    stored = database.execute(f"PRAGMA index_xinfo({index})")
    return tuple(row[2] or "rowid" for row in stored)


def _named(names: tuple[str, ...], cell: Cell) -> Mapping[str, Value]:
    columns = dict(zip(names, cell.values, strict=False))
    if cell.rowid is None:
        return columns
    alias = next((name for name, value in columns.items() if value is None), None)
    is_alias = alias == names[0]  # an integer primary key stands first and is the rowid
    return {**columns, **({str(alias): cell.rowid} if is_alias else {})}


def _opened(vault: Vault, tree: str, columns: Row) -> str:
    if tree not in SEALED:
        return ""
    column, about = SEALED[tree]
    sealed = columns[column]
    assert isinstance(sealed, bytes)
    opened = vault.open(sealed, about(columns))
    return _readable(sealed) if opened is None else opened


def _called(path: Path) -> str:
    return "database" if path.suffix == ".db" else path.name


def _readable(value: Value) -> str:
    if isinstance(value, bytes):
        return f"{value.hex()} {value.decode('utf-8', 'replace')}"
    return str(value)
