"""Of what is not published the month is known, of what is published the day, of nothing the hour."""

import re
from collections.abc import Iterator

from tests.stories.linkage.evidence import Entry, Evidence
from tests.stories.linkage.findings import Finding, Leak
from tests.stories.linkage.identity import Identities
from tests.stories.linkage.records import Value

MOMENT = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d|\b\d\d:\d\d(:\d\d)?\b")
DAY = re.compile(r"\b\d{4}-\d\d-(\d\d)\b")
EPOCH = range(1_500_000_000, 2_500_000_000)
OF_PUBLICATION = "published_on"
# When a moderator did something, which the log of moderation is for; nothing of an author.
OF_MODERATORS = frozenset({"moderation_log"})


def fine_times(evidence: Evidence, identities: Identities) -> Iterator[Finding]:
    for name, entries in evidence.entries.items():
        found: dict[str, str] = {}
        for entry in entries:
            if entry.tree not in OF_MODERATORS and identities.of(entry):
                found |= dict(_too_fine(entry))
        for column, value in found.items():
            yield Finding(Leak.TIME, f"{name}: {column}", value)


def _too_fine(entry: Entry) -> Iterator[tuple[str, str]]:
    """Days stand where the day of publication does; any other date is the first of its month."""
    for name, value in {**entry.columns, "sealed": entry.opened}.items():
        if _is_moment(value):
            yield f"{entry.tree}.{name}", str(value)
        if isinstance(value, str) and name != OF_PUBLICATION:
            for day in DAY.finditer(value):
                if day[1] != "01" and not _is_moment(value):
                    yield f"{entry.tree}.{name}", day[0]


def _is_moment(value: Value) -> bool:
    if isinstance(value, int | float):
        return int(value) in EPOCH or int(value) // 1000 in EPOCH
    return isinstance(value, str) and bool(MOMENT.search(value))
