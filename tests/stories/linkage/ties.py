"""No row that knows a person knows anything of a story; receipts are nowhere, their hashes keyed."""

import hashlib
import hmac
import re
from collections import defaultdict
from collections.abc import Iterator

from bot.storage.vault import Vault
from bot.stories.keys import spaced
from tests.stories.linkage.evidence import SEALED, Entry, Evidence
from tests.stories.linkage.findings import Finding, Leak
from tests.stories.linkage.identity import Identities
from tests.stories.linkage.records import Value
from tests.stories.linkage.truth import Truth

AFTERWARDS = re.compile(r"\bstory:(sent|answered|gone)|\breceipt:\w")
RECEIPT = re.compile(rb"(?=(\d{16}))")
DAY = re.compile(r"\d{4}-\d\d(-\d\d)?")
FEW = 3
"""What this many people have in common at most could tell one of them."""


def tied_people(evidence: Evidence, truth: Truth, identities: Identities) -> Iterator[Finding]:
    tokens = {token for one in identities.all for token in one.tokens}
    for name, entries in evidence.entries.items():
        people = {entry: _people_in(entry, truth.people) for entry in entries}
        for entry, found in people.items():
            if not found:
                continue
            if identities.of(entry) or any(token in entry.words for token in tokens):
                yield Finding(Leak.PERSON, f"{name}: {entry.tree}")
            if place := AFTERWARDS.search(entry.words):
                yield Finding(Leak.PLACE, f"{name}: {entry.tree}", place[0])
        yield from _shared(name, people, identities)


def _people_in(entry: Entry, people: set[int]) -> frozenset[int]:
    """As a number, in a text, or as bytes in a blob that is not encrypted."""
    numbers = {value for value in entry.columns.values() if isinstance(value, int)} & people
    numbers |= {int(run) for run in re.findall(r"\d+", entry.words)} & people
    sealed = SEALED.get(entry.tree, ("",))[0]
    blobs = [
        value for name, value in entry.columns.items() if name != sealed and type(value) is bytes
    ]
    if blobs:
        numbers |= {one for one in people if any(_holds(blob, one) for blob in blobs)}
    return frozenset(numbers)


def _holds(blob: bytes, person: int) -> bool:
    width = max(4, -(-person.bit_length() // 8))
    return any(person.to_bytes(width, order) in blob for order in ("big", "little"))


def _shared(
    name: str, people: dict[Entry, frozenset[int]], identities: Identities
) -> Iterator[Finding]:
    """A value of a story's row that few people's rows hold as well would lead from one to other."""
    holders = defaultdict[Value, set[int]](set)
    for entry, found in people.items():
        for value in entry.columns.values():
            holders[value] |= found
    for entry in people:
        if identities.of(entry) is None:
            continue
        for column, value in entry.columns.items():
            if _tells(value) and 0 < len(holders[value]) <= FEW:
                yield Finding(Leak.PERSON, f"{name}: {entry.tree}.{column}", "is shared")


def _tells(value: Value) -> bool:
    if isinstance(value, int):
        return value > 1000
    return isinstance(value, str | bytes) and len(value) >= 8 and not DAY.fullmatch(str(value))


def loose_receipts(evidence: Evidence, truth: Truth) -> Iterator[Finding]:
    """The digits in no file and in nothing opened, as they are, spaced, or as a number."""
    digits = {one.receipt.encode() for one in truth.told}
    numbers = {_number(one.receipt) for one in truth.told}
    opened = " ".join(entry.opened for entry in evidence.entries["database"]).encode()
    for name, content in {**evidence.files, "opened": opened}.items():
        written = digits.intersection(RECEIPT.findall(content.replace(b" ", b"")))
        if written or any(number in content for number in numbers):
            yield Finding(Leak.RECEIPT, name)


def _number(digits: str) -> bytes:
    return int(digits).to_bytes(8, "big")


def guessable_hashes(evidence: Evidence, truth: Truth) -> Iterator[Finding]:
    """Ten thousand million million receipts can be tried: without the key none may be recognised."""
    hashes = {hashed for one in truth.told for hashed in _unkeyed(one.receipt)}
    for name, entries in evidence.entries.items():
        trees = {
            entry.tree
            for entry in entries
            for value in entry.columns.values()
            if isinstance(value, bytes) and value[:16] in hashes
        }
        yield from (Finding(Leak.HASH, f"{name}: {tree}") for tree in sorted(trees))


def _unkeyed(digits: str) -> Iterator[bytes]:
    """The beginnings of what the digits alone give, and of the installation's way without a key."""
    for text in (digits, spaced(digits), f"receipt\0{digits}", f"receipt{digits}"):
        raw = text.encode()
        for kind in ("sha256", "sha1", "md5", "sha512", "sha3_256", "blake2b", "blake2s"):
            yield hashlib.new(kind, raw).digest()[:16]
            yield hmac.digest(b"", raw, kind)[:16]
    for secret in ("", "secret", "0" * 32):
        yield Vault(secret).digest("receipt", digits)[:16]
