"""A SQLite file read byte by byte: what stands where, and what is left between.

After https://www.sqlite.org/fileformat2.html; for databases without auto-vacuum, in UTF-8.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from tests.stories.linkage.records import Value, values_of, varint

_RUN = re.compile(rb"[^\0](?:\0{0,3}[^\0])*")
INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE = 2, 5, 10, 13


@dataclass(frozen=True)
class Cell:
    """One row or index entry. `offset` counts bytes of the file, `overflow` the first page of
    what did not fit, 0 where all did; `rowid` is None in trees that have none.
    """

    tree: str
    page: int
    offset: int
    overflow: int
    rowid: int | None
    values: tuple[Value, ...]


@dataclass
class Pages:
    """`used` marks the bytes that hold something alive."""

    content: bytes
    cells: list[Cell] = field(default_factory=list)

    def __post_init__(self) -> None:
        size = struct.unpack_from(">H", self.content, 16)[0]
        self.size = 65_536 if size == 1 else size
        self.usable = self.size - self.content[20]
        self.used = bytearray(len(self.content))
        self._use(0, 100)
        self._walk("sqlite_schema", 1)
        self.trees = {str(one.values[1]): one.values for one in self.cells if one.values[3]}
        for name, values in self.trees.items():
            assert isinstance(values[3], int)
            self._walk(name, values[3])
        self._free_pages()

    @cached_property
    def slack(self) -> bytes:
        """What stands where nothing is alive: the file, with zeros for all that is."""
        alive = bytes(self.used).translate(bytes([255, 0]) + bytes(254))
        mask = int.from_bytes(alive, "big")
        return (int.from_bytes(self.content, "big") & mask).to_bytes(len(self.content), "big")

    def _use(self, start: int, length: int) -> None:
        self.used[start : start + length] = b"\1" * length

    def _walk(self, tree: str, page: int) -> None:
        base = (page - 1) * self.size
        start = base + (100 if page == 1 else 0)
        kind = self.content[start]
        freeblock, count = struct.unpack_from(">HH", self.content, start + 1)
        head = 12 if kind in {INTERIOR_INDEX, INTERIOR_TABLE} else 8
        self._use(start, head + 2 * count)
        while freeblock:
            self._use(base + freeblock, 4)
            freeblock = struct.unpack_from(">H", self.content, base + freeblock)[0]
        for pointer in struct.unpack_from(f">{count}H", self.content, start + head):
            self._cell(tree, kind, page, base + pointer)
        if head == 12:
            self._walk(tree, struct.unpack_from(">I", self.content, start + 8)[0])

    def _cell(self, tree: str, kind: int, page: int, offset: int) -> None:
        at = offset
        if kind in {INTERIOR_INDEX, INTERIOR_TABLE}:
            self._walk(tree, struct.unpack_from(">I", self.content, at)[0])
            at += 4
        if kind == INTERIOR_TABLE:
            _, end = varint(self.content, at)
            self._use(offset, end - offset)
            return
        length, at = varint(self.content, at)
        rowid: int | None = None
        if kind == LEAF_TABLE:
            rowid, at = varint(self.content, at)
        local = self._local(length, is_table=kind == LEAF_TABLE)
        payload, overflow = self.content[at : at + local], 0
        end = at + local
        if local < length:
            overflow = struct.unpack_from(">I", self.content, end)[0]
            payload += self._overflow(overflow, length - local)
            end += 4
        self._use(offset, max(4, end - offset))
        self.cells.append(Cell(tree, page, offset, overflow, rowid, values_of(payload)))

    def _local(self, length: int, *, is_table: bool) -> int:
        most = self.usable - 35 if is_table else (self.usable - 12) * 64 // 255 - 23
        if length <= most:
            return length
        least = (self.usable - 12) * 32 // 255 - 23
        rest = least + (length - least) % (self.usable - 4)
        return rest if rest <= most else least

    def _overflow(self, page: int, left: int) -> bytes:
        payload = b""
        while page:
            base = (page - 1) * self.size
            length = min(left, self.usable - 4)
            self._use(base, 4 + length)
            payload += self.content[base + 4 : base + 4 + length]
            left -= length
            page = struct.unpack_from(">I", self.content, base)[0]
        return payload

    def _free_pages(self) -> None:
        """Their list alone is alive: its trunks name the next trunk and the free leaves."""
        trunk = struct.unpack_from(">I", self.content, 32)[0]
        while trunk:
            base = (trunk - 1) * self.size
            following, count = struct.unpack_from(">II", self.content, base)
            self._use(base, 8 + 4 * count)
            trunk = following


def runs(slack: bytes, shortest: int) -> Iterator[bytes]:
    """What stands where something is not zero, with up to three zeros in between."""
    return (run[0] for run in _RUN.finditer(slack) if len(run[0]) >= shortest)
