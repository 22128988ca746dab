"""Near-duplicates of a submission: among what is published and among what waits."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from bot.stories import store as submission_store
from bot.stories.model import Kind, Submission
from bot.stories.moderation import store
from bot.stories.moderation.likeness import NEAR, Sketch, groups, similarity, sketch
from bot.stories.stemming import stems_of

MOST_WORDS = 24
CANDIDATES = 8
TOLD = 3
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, order=True)
class Like:
    """`number` is None for one that waits; `percent` of what they have in common."""

    percent: int
    number: int | None


class Duplicates:
    """Remembers sketches of what waits, by its key, and what was found in print; no text."""

    def __init__(self) -> None:
        self._sketches: dict[str, Sketch] = {}
        self._printed: dict[str, tuple[int, list[Like]]] = {}

    def of(
        self, connection: Connection, one: Submission, folded: Collection[str] = ()
    ) -> list[Like]:
        """The few that are most alike, the nearest first; without those `folded` into its card."""
        found = self._waiting(connection, one, folded)
        if one.kind is Kind.STORY:
            found += self._published(connection, one)
        return sorted(found, key=lambda like: -like.percent)[:TOLD]

    def grouped(self, some: Sequence[Submission]) -> list[list[Submission]]:
        """Near-duplicates together, of one kind and about the same story."""
        sorts: dict[tuple[Kind, int | None], list[Submission]] = {}
        for one in some:
            sorts.setdefault((one.kind, one.about), []).append(one)
        return [
            [of_a_sort[place] for place in places]
            for of_a_sort in sorts.values()
            for places in groups([self.sketch_of(one) for one in of_a_sort])
        ]

    def sketch_of(self, one: Submission) -> Sketch:
        if one.key not in self._sketches:
            self._sketches[one.key] = sketch(one.body.text)
        return self._sketches[one.key]

    def _waiting(
        self, connection: Connection, one: Submission, folded: Collection[str]
    ) -> list[Like]:
        own, found = self.sketch_of(one), list[Like]()
        for key in store.open_keys(connection, [one.kind]):
            other = self._known(connection, key)
            like = _like(own, other, None) if key != one.key and key not in folded else None
            found += [like] if like else []
        return found

    def _known(self, connection: Connection, key: str) -> Sketch:
        if key not in self._sketches:
            found = submission_store.find(connection, key)
            return self.sketch_of(found) if found else frozenset()
        return self._sketches[key]

    def _published(self, connection: Connection, one: Submission) -> list[Like]:
        """Looked for again when something new is in print."""
        newest = store.newest_story(connection)
        at, found = self._printed.get(one.key, (None, []))
        if at != newest:
            found = _published(connection, one, self.sketch_of(one))
            self._printed[one.key] = (newest, found)
        return list(found)

    def forget(self, waiting: Collection[str]) -> None:
        """All but these."""
        kept = set(waiting)
        self._sketches = {key: one for key, one in self._sketches.items() if key in kept}
        self._printed = {key: one for key, one in self._printed.items() if key in kept}


def _published(connection: Connection, one: Submission, own: Sketch) -> list[Like]:
    """By its longest words: they are the rare ones."""
    words = sorted(
        set(_WORD.findall(one.body.text.casefold())), key=lambda word: (-len(word), word)
    )
    stems = stems_of(" ".join(words[:MOST_WORDS]), one.language)
    texts = store.like_stories(connection, stems, CANDIDATES)
    likes = (_like(own, sketch(text), number) for number, text in texts.items())
    return [like for like in likes if like is not None]


def _like(own: Sketch, other: Sketch, number: int | None) -> Like | None:
    share = similarity(own, other, at_least=NEAR)
    return Like(round(share * 100), number) if share else None
