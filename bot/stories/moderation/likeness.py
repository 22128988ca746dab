"""How alike two texts are: sketches of their word shingles, pure functions.

A bottom-k sketch keeps the smallest hashes of a text's shingles. The share that two sketches have in
common among the smallest of both estimates the Jaccard similarity of the texts; of texts with fewer
shingles than `SKETCH` it is exact.
"""

from collections.abc import Sequence
from hashlib import blake2b

from bot.texts.folding import folded_words

SHINGLE = 3
SKETCH = 256
NEAR = 0.5
FLOOD = 0.7

Sketch = frozenset[int]


def shingles(text: str) -> set[str]:
    """Every three neighbouring words; all of them together where there are fewer."""
    words = folded_words(text)
    count = max(1, len(words) - SHINGLE + 1)
    return {" ".join(words[place : place + SHINGLE]) for place in range(count)} if words else set()


def sketch(text: str) -> Sketch:
    return frozenset(sorted(map(_hash, shingles(text)))[:SKETCH])


def similarity(one: Sketch, other: Sketch, *, at_least: float = 0.0) -> float:
    """From 0 to 1, or 0 where it is less than `at_least`; nothing is like a text without words."""
    common = one & other
    most = len(common) / max(len(one), len(other), 1)
    if not common or most < at_least:  # as nearly all: the rest takes twenty times as long
        return 0.0
    smallest = sorted(one | other)[:SKETCH]
    share = len(common.intersection(smallest)) / len(smallest)
    return share if share >= at_least else 0.0


def groups(sketches: Sequence[Sketch], *, alike: float = FLOOD) -> list[list[int]]:
    """Places of sketches, each in one group, with those like the first of the group."""
    found: list[list[int]] = []
    for place, one in enumerate(sketches):
        likely = (all_ for all_ in found if similarity(sketches[all_[0]], one, at_least=alike))
        home = next(likely, None)
        if home is None:
            found.append([place])
        else:
            home.append(place)
    return found


def _hash(shingle: str) -> int:
    return int.from_bytes(blake2b(shingle.encode(), digest_size=8).digest(), "big")
