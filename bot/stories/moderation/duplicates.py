"""Near-duplicates of a submission: among what is published and among what waits."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from bot.stories import store as submission_store
from bot.stories.model import Kind, State, Submission
from bot.stories.moderation import store
from bot.stories.moderation.likeness import NEAR, Sketch, groups, similarity, sketch
from bot.stories.stemming import stems_of

MOST_STEMS = 24
CANDIDATES = 8
TOLD = 3
OPEN = (State.WAITING, State.ASKED, State.ASIDE)


@dataclass(frozen=True, order=True)
class Like:
    """`number` is None for one that waits; `percent` of what they have in common."""

    percent: int
    number: int | None


class Duplicates:
    """Remembers the sketches of what waits, and no text: by key and length, as texts only lose words."""

    def __init__(self) -> None:
        self._sketches: dict[tuple[str, int], Sketch] = {}

    def of(
        self, connection: Connection, one: Submission, folded: Collection[str] = ()
    ) -> list[Like]:
        """The few that are most alike, the nearest first; those `folded` into its card are told."""
        own = self.sketch_of(one)
        found = self._waiting(connection, one, own, folded)
        if one.kind is Kind.STORY:
            found += _published(connection, one, own)
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
        name = one.key, len(one.body.text)
        if name not in self._sketches:
            self._sketches[name] = sketch(one.body.text)
        return self._sketches[name]

    def _waiting(
        self, connection: Connection, one: Submission, own: Sketch, folded: Collection[str]
    ) -> list[Like]:
        others = [
            other
            for other in submission_store.in_states(connection, OPEN)
            if other.key != one.key and other.kind is one.kind
        ]
        known = {(other.key, len(other.body.text)) for other in (one, *others)}
        likes = [
            _like(own, self.sketch_of(other), None) for other in others if other.key not in folded
        ]
        self._sketches = {name: kept for name, kept in self._sketches.items() if name in known}
        return [like for like in likes if like is not None]


def _published(connection: Connection, one: Submission, own: Sketch) -> list[Like]:
    """Long stems first: they are the rare ones."""
    stems = sorted(stems_of(one.body.text, one.language), key=lambda stem: (-len(stem), stem))
    texts = store.like_stories(connection, stems[:MOST_STEMS], CANDIDATES)
    likes = (_like(own, sketch(text), number) for number, text in texts.items())
    return [like for like in likes if like is not None]


def _like(own: Sketch, other: Sketch, number: int | None) -> Like | None:
    share = similarity(own, other)
    return Like(round(share * 100), number) if share >= NEAR else None
