"""A vote: up or down, changed, or taken back by giving it again."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from sqlalchemy import Connection

from bot.stories.keys import Keys
from bot.stories.reading.opinions import store
from bot.stories.reading.store import find_story
from bot.texts.language import Language

VOTES = {"up": 1, "down": -1}
LabelsChanged = Callable[[Connection, int], object]


class Outcome(Enum):
    COUNTED = auto()
    TAKEN_BACK = auto()
    CLOSED = auto()
    GONE = auto()


@dataclass(frozen=True)
class Voted:
    """`value` is the vote that stands now; 0: none."""

    outcome: Outcome
    value: int = 0
    score: int = 0
    votes: int = 0

    @property
    def took_place(self) -> bool:
        return self.outcome in {Outcome.COUNTED, Outcome.TAKEN_BACK}

    def toast(self, language: Language) -> str:
        say = language.say
        if self.outcome is Outcome.GONE:
            return say("This story is not here any more.")
        if self.outcome is Outcome.CLOSED:
            return say("This story is closed: it can be read, votes are over.")
        now = {"score": language.number(self.score), "votes": language.number(self.votes)}
        if self.outcome is Outcome.TAKEN_BACK:
            return say("Your vote is taken back. Score: %(score)s (%(votes)s)", **now)
        sign = "👍" if self.value > 0 else "👎"
        return say("%(sign)s counted. Score: %(score)s (%(votes)s)", sign=sign, **now)


class Votes:
    def __init__(self, keys: Keys, labels_changed: LabelsChanged) -> None:
        self._keys, self._labels_changed = keys, labels_changed

    def of(self, connection: Connection, number: int, user_id: int) -> int:
        return store.vote_of(connection, self._keys.voter("vote", number, user_id))

    def give(self, connection: Connection, number: int, user_id: int, value: int) -> Voted:
        """`value` is 1 or -1."""
        story = find_story(connection, number)
        if story is None or story.is_withdrawn:
            return Voted(Outcome.GONE)
        if not story.is_open:
            return Voted(Outcome.CLOSED)
        voter = self._keys.voter("vote", number, user_id)
        before = store.vote_of(connection, voter)
        after = 0 if before == value else value
        store.set_vote(connection, number, voter, before, after)
        self._labels_changed(connection, number)
        outcome = Outcome.COUNTED if after else Outcome.TAKEN_BACK
        score, votes = story.score + after - before, story.votes + abs(after) - abs(before)
        return Voted(outcome, after, score, votes)

    def take_back(self, connection: Connection, number: int, voter: bytes, before: int) -> None:
        """Of somebody who is forgotten, whatever the story's state."""
        store.set_vote(connection, number, voter, before, 0)
        self._labels_changed(connection, number)
