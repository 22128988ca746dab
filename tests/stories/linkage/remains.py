"""Of a draft that was sent, cancelled or forgotten, no row is left and no piece of one.

Even encrypted: who has the key could read what the author wrote before it was masked.
"""

from collections.abc import Iterator

from tests.stories.linkage.evidence import Evidence
from tests.stories.linkage.findings import Finding, Leak
from tests.stories.linkage.pages import runs
from tests.stories.linkage.truth import Fate, Truth

PIECE = 12
"""Any 23 bytes in a row of something encrypted are recognised."""
WRITTEN = {"log", "metrics"}
"""Text, in which raw bytes do not stand."""


def left_of_drafts(evidence: Evidence, truth: Truth) -> Iterator[Finding]:
    writing = {one.teller for one in truth.unsent if one.fate is Fate.OPEN}
    for name, entries in evidence.entries.items():
        rows = [entry for entry in entries if entry.tree == "drafts"]
        if any(entry.columns["chat_id"] not in writing for entry in rows):
            yield Finding(Leak.DRAFT, f"{name}: drafts", "a row")
    pieces = _pieces(truth)
    for name in evidence.files.keys() - WRITTEN:
        content = evidence.files[name]
        pages = evidence.pages.get(name)
        left = sum(_known(run, pieces) for run in runs(pages.slack if pages else content, PIECE))
        if left:
            yield Finding(Leak.DRAFT, name, f"{left} pieces of {PIECE} bytes")


def _pieces(truth: Truth) -> frozenset[bytes]:
    return frozenset(
        sealed[at : at + PIECE]
        for sealed in truth.sealed
        for at in range(0, len(sealed) - PIECE + 1, PIECE)
    )


def _known(run: bytes, pieces: frozenset[bytes]) -> int:
    return sum(run[at : at + PIECE] in pieces for at in range(len(run) - PIECE + 1))
