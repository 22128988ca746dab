"""Nothing that can be put in an order is in that of telling, nor are one author's things together.

Measured inside one release: which release a story came with is no secret. A measure counts when it
is improbable by chance: P_VALUE, divided by the number of measures (Bonferroni).
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.stories.linkage.chances import neighbour_chance, order_chance
from tests.stories.linkage.evidence import Entry, Evidence
from tests.stories.linkage.findings import Finding, Leak
from tests.stories.linkage.identity import Identities, Identity
from tests.stories.linkage.truth import Truth

P_VALUE = 1e-4
FEWEST = 8
"""Fewer rows tell nothing."""
Order = Callable[[Entry], object]


@dataclass(frozen=True)
class Measure:
    """`size`: Kendall's tau, or the number of alike neighbours and that by chance."""

    leak: Leak
    where: str
    size: str
    chance: float


def orders(evidence: Evidence, truth: Truth, identities: Identities) -> Iterator[Finding]:
    found = list(measures(evidence, truth, identities))
    for one in found:
        if one.chance < P_VALUE / len(found):
            yield Finding(one.leak, one.where, f"{one.size}, by chance {one.chance:.1e}")


def measures(evidence: Evidence, truth: Truth, identities: Identities) -> Iterator[Measure]:
    told = {one.marker: at for at, one in enumerate(truth.told)}
    for name, entries in evidence.entries.items():
        if name != "database" and _layout(entries) == _layout(evidence.entries["database"]):
            continue
        trees = defaultdict[str, dict[str, tuple[Identity, Entry]]](dict)
        for entry in sorted(entries, key=lambda entry: entry.cell.offset):
            if identity := identities.of(entry):
                _keep_one(trees[entry.tree], identity, entry)
        for tree, kept in trees.items():
            rows = [kept[marker] for marker in sorted(kept, key=lambda marker: told[marker])]
            if len(rows) >= FEWEST:
                yield from _of_tree(f"{name}: {tree}", rows)


def _layout(entries: Sequence[Entry]) -> list[tuple[str, int]]:
    return [(entry.tree, entry.cell.offset) for entry in entries]


def _keep_one(kept: dict[str, tuple[Identity, Entry]], identity: Identity, entry: Entry) -> None:
    """Of several rows of one story that with its marker, else the first in the file."""
    marker = identity.told.marker
    if marker not in kept or marker in entry.text:
        kept[marker] = identity, entry


def _of_tree(where: str, rows: Sequence[tuple[Identity, Entry]]) -> Iterator[Measure]:
    for label, order in _orders_of([entry for _, entry in rows]):
        values = [(identity.told, rank) for (identity, _), rank in zip(rows, order, strict=True)]
        strata = defaultdict[object, list[float]](list)
        batches = defaultdict[int, list[tuple[float, int]]](list)
        for told, rank in values:
            strata[told.batch].append(rank)
            batches[told.batch].append((rank, told.teller))
        yield _tau(f"{where}, {label}", list(strata.values()))
        for batch, ranked in batches.items():
            if len({rank for rank, _ in ranked}) == len(ranked) >= FEWEST:
                authors = [teller for _, teller in sorted(ranked)]
                alike, mean, chance = neighbour_chance(authors)
                size = f"{alike} neighbours, {mean:.1f}"
                yield Measure(Leak.AUTHOR, f"{where}, {label}, release {batch}", size, chance)
    pages = defaultdict[object, list[float]](list)
    for identity, entry in rows:
        pages[identity.told.batch, entry.cell.page].append(entry.cell.offset)
    yield _tau(f"{where}, place in the page", list(pages.values()))


def _tau(where: str, groups: Sequence[Sequence[float]]) -> Measure:
    tau, chance = order_chance(groups)
    return Measure(Leak.ORDER, where, f"tau {tau:+.2f}", chance)


def _orders_of(entries: Sequence[Entry]) -> Iterator[tuple[str, list[int]]]:
    """Where in the file, the pages that take what is too long, row numbers, each column."""
    fixed: Mapping[str, Order] = {
        "place in the file": lambda entry: entry.cell.offset,
        "overflow page": lambda entry: entry.cell.overflow or None,
        "rowid": lambda entry: entry.cell.rowid,
    }
    for label, order in fixed.items():
        yield from _ranked(label, [order(entry) for entry in entries])
    scalars = [_scalars(entry) for entry in entries]
    for name in dict.fromkeys(name for one in scalars for name in one):
        yield from _ranked(name, [one.get(name) for one in scalars])


def _scalars(entry: Entry) -> Mapping[str, object]:
    opened = json.loads(entry.opened) if entry.opened else {}
    return {**entry.columns, **{f"sealed {name}": value for name, value in opened.items()}}


def _ranked(label: str, values: Sequence[object]) -> Iterator[tuple[str, list[int]]]:
    """The rank of each; nothing where all are alike. What is missing comes first."""
    keys = [(type(value).__name__, value) if value is not None else ("", 0) for value in values]
    if all(isinstance(value, int | float | str | bytes | None) for value in values):
        ranks = {key: rank for rank, key in enumerate(sorted(set(keys), key=_sortable))}
        if len(ranks) > 1:
            yield label, [ranks[key] for key in keys]


def _sortable(key: tuple[str, object]) -> tuple[str, object]:
    return key
