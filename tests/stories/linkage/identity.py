"""Which rows belong to which story: what a thief finds out, and the test with more ease."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.storage.vault import Vault
from bot.stories.keys import Keys
from tests.stories.linkage.evidence import Entry, Evidence
from tests.stories.linkage.records import Value
from tests.stories.linkage.truth import MARKER, Told, Truth

NUMBERED = ("number", "subject")


@dataclass(frozen=True)
class Identity:
    """What the rows of one story are known by; `number` once it is published."""

    told: Told
    key: str
    receipt: bytes
    number: int | None

    @cached_property
    def tokens(self) -> frozenset[str]:
        """What must stand beside no person, as it could be written in a text or a blob."""
        digits = self.told.receipt
        found = {self.told.marker, self.key, self.receipt.hex(), digits}
        return frozenset(one for one in found if one)


class Identities:
    """Of all that was told, in the order of telling, out of the `database` of the evidence."""

    def __init__(self, evidence: Evidence, truth: Truth) -> None:
        entries = evidence.entries["database"]
        rows = _rows_with_markers(entries)
        receipts = {
            one.columns["number"]: one.columns["receipt"]
            for one in entries
            if one.tree == "stories"
        }
        keys = Keys(Vault(truth.secret))
        self.all = [
            _identity(told, rows.get(told.marker, {}), receipts, keys) for told in truth.told
        ]
        self._by_value: dict[Value, Identity] = {one.receipt: one for one in self.all}
        self._by_value.update((one.key, one) for one in self.all if one.key)
        self._by_number = {one.number: one for one in self.all if one.number is not None}

    def of(self, entry: Entry) -> Identity | None:
        """The story that the row is about."""
        for name, value in entry.columns.items():
            if value in self._by_value:
                return self._by_value[value]
            if name in NUMBERED and (one := self._numbered(value)):
                return one
        return None

    def _numbered(self, value: Value) -> Identity | None:
        number = int(value) if isinstance(value, str) and value.isdigit() else value
        return self._by_number.get(number) if isinstance(number, int) else None


def markers_in(text: str) -> Iterator[str]:
    return (match[0] for match in MARKER.finditer(text))


def _rows_with_markers(entries: Iterable[Entry]) -> Mapping[str, Mapping[str, Mapping[str, Value]]]:
    """By marker and table."""
    rows: dict[str, dict[str, Mapping[str, Value]]] = {}
    for entry in entries:
        for marker in markers_in(entry.text):
            rows.setdefault(marker, {})[entry.tree] = entry.columns
    return rows


def _identity(
    told: Told,
    rows: Mapping[str, Mapping[str, Value]],
    receipts: Mapping[Value, Value],
    keys: Keys,
) -> Identity:
    row = rows.get("submissions") or rows.get("comments") or {}
    number = rows.get("story_texts", {}).get("number")
    receipt = row.get("receipt") or receipts.get(number) or keys.receipt_hash(told.receipt)
    assert isinstance(receipt, bytes)
    assert isinstance(number, int | None)
    return Identity(told, str(row.get("key") or ""), receipt, number)
