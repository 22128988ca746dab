"""No word of a story stands anywhere but in its own row, and none that was masked anywhere."""

import base64
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from tests.stories.linkage.evidence import Entry, Evidence
from tests.stories.linkage.findings import Finding, Leak
from tests.stories.linkage.identity import markers_in
from tests.stories.linkage.truth import BRAND, Fate, Truth

HOMES: Mapping[Fate, tuple[str, ...]] = {
    Fate.WAITING: ("submissions",),
    Fate.PUBLISHED: ("story_texts", "story_stems"),
    Fate.COMMENT: ("comments",),
}
OPENED = " (opened)"
SECRET = re.compile(rb"(?=([a-z]{12}\.\d+@example\.org|\d{12}))")


def loose_texts(evidence: Evidence, truth: Truth) -> Iterator[Finding]:
    for name, content in evidence.files.items():
        if name not in evidence.pages and BRAND.encode() in content.lower():
            yield Finding(Leak.TEXT, name)
        if any(form in content for form in coded(BRAND)):
            yield Finding(Leak.TEXT, name, "in another coding")
    for name, entries in evidence.entries.items():
        yield from _rows(name, entries, truth)
        slack = evidence.pages[name].slack
        if BRAND.encode() in slack:
            copies = ", ".join(sorted(set(markers_in(slack.decode("latin-1")))))
            yield Finding(Leak.TEXT, f"{name} between the rows", copies)
        live = sum(entry.text.count(BRAND) for entry in entries)
        if evidence.files[name].count(BRAND.encode()) > live:  # one may be cut between two pages
            yield Finding(Leak.TEXT, name, "more often than in its rows")


def _rows(name: str, entries: tuple[Entry, ...], truth: Truth) -> Iterator[Finding]:
    """Each marker stands once in each of the tables it belongs to, and in no other."""
    found = Counter[tuple[str, str]]()
    for entry in entries:
        found.update((marker, entry.tree) for marker in markers_in(entry.text))
        found.update({(marker, entry.tree + OPENED) for marker in markers_in(entry.opened)})
    wanted = Counter((one.marker, home) for one in truth.all for home in HOMES.get(one.fate, ()))
    wanted += Counter(
        (one.marker, "drafts" + OPENED) for one in truth.unsent if one.fate is Fate.OPEN
    )
    for marker, tree in (found - wanted) + (wanted - found):
        count = found[marker, tree] - wanted[marker, tree]
        yield Finding(Leak.TEXT, f"{name}: {tree}", f"{marker} {count:+}")


def loose_secrets(evidence: Evidence, truth: Truth) -> Iterator[Finding]:
    """What was masked is nowhere, in no file and in nothing that the key opens; nor is the key.

    Drafts that are still written may hold it, encrypted.
    """
    secrets = {secret.encode() for one in truth.all for secret in one.secrets}
    opened = " ".join(
        entry.opened for entry in evidence.entries["database"] if entry.tree != "drafts"
    )
    for name, content in {**evidence.files, "opened": opened.encode()}.items():
        if truth.secret.encode() in content:
            yield Finding(Leak.KEY, name)
        left = secrets.intersection(SECRET.findall(content.replace(b" ", b"")))
        if left:
            yield Finding(Leak.SECRET, name, f"{len(left)}, such as {min(left).decode()}")


def coded(word: str) -> Iterator[bytes]:
    """As a program could write it without meaning to."""
    raw = word.encode()
    yield from (word.encode("utf-16-le"), word.encode("utf-16-be"))
    yield from (raw.hex().encode(), raw.hex().upper().encode(), word.upper().encode())
    for shift in range(3):  # base64 reads differently at each of three offsets
        yield base64.b64encode(b"\0" * shift + raw)[4 if shift else 0 : -4]
