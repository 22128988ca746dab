"""What each card is to show, and what is known once it shows it: units of work."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from bot.chat.screens import Screen
from bot.stories import store as submission_store
from bot.stories.model import Submission
from bot.stories.moderation import verdicts
from bot.stories.moderation.card import Card, new_card
from bot.stories.moderation.face import Face, waiting
from bot.stories.moderation.rights import Rights, Spoken
from bot.stories.moderation.store import CardStore


@dataclass(frozen=True)
class Job:
    """`last`: nothing is left of the card but a line. `left` stands instead of an older message."""

    card: Card
    screen: Screen
    answers: int
    last: bool
    left: Screen | None = None


class Drawing:
    def __init__(self, store: CardStore, face: Face, spoken: Spoken, rights: Rights) -> None:
        self._store, self._face, self._spoken, self._rights = store, face, spoken, rights

    def next(
        self, connection: Connection, waits: Callable[[Card], bool], *, sending: bool
    ) -> Job | None:
        """Something to send, or something to edit; none of those that have to wait."""
        for card in self._store.stale(connection):
            if waits(card) or (card.message is None and not sending):
                continue
            one = submission_store.find(connection, card.submission)
            if _is_sent(card, one) != sending:
                continue
            job = self._job(connection, card, one)
            if not (job.last and card.message is None):
                return job
            self.finish(connection, job)  # decided before it was sent
            return self.next(connection, waits, sending=sending)
        return None

    def sent(self, connection: Connection, job: Job, message: int) -> None:
        """The card stands there now; it may have been decided in the meantime."""
        now = self._store.find(connection, job.card.id) or job.card
        self._keep(connection, job, replace(now, message=message, answers=job.answers, again=False))

    def edited(self, connection: Connection, job: Job) -> None:
        if job.last:
            self.finish(connection, job)
            return
        now = self._store.find(connection, job.card.id)
        if now is not None:
            self._keep(connection, job, now)

    def lost(self, connection: Connection, job: Job) -> None:
        """The message is gone: the card is to be sent anew, unless it is decided."""
        if job.last:
            self.finish(connection, job)
            return
        now = self._store.find(connection, job.card.id)
        if now is not None:
            self._store.put(connection, [replace(now, message=None)])

    def given_up(self, connection: Connection, card: Card) -> bool:
        """A chat takes nothing: what is owed to it waits, unless moderators are there no more."""
        if card.chat in self._rights.ours(connection):
            return False
        self._store.remove(connection, card.id)
        return True

    def finish(self, connection: Connection, job: Job) -> None:
        """The card goes; those that were folded into it get one of their own."""
        self._store.remove(connection, job.card.id)
        others = waiting(connection, job.card.others)
        if others and job.card.chat in self._rights.ours(connection):
            first, *rest = (one.key for one in others)
            self._store.add(connection, [new_card(first, job.card.chat, others=tuple(rest))])

    def _keep(self, connection: Connection, job: Job, card: Card) -> None:
        one = submission_store.find(connection, card.submission)
        shown = self._job(connection, card, one).screen
        self._store.put(connection, [card], stale=shown != job.screen)

    def _job(self, connection: Connection, card: Card, one: Submission | None) -> Job:
        language = self._spoken.of(connection, card.chat)
        if card.chat not in self._rights.ours(connection):
            card = replace(card, verdict=verdicts.CLOSED)
        screen = self._face.screen(connection, card, one, language)
        moves = card.message is not None and _is_sent(card, one)
        left = Screen(verdicts.line(verdicts.MOVED, language)) if moves else None
        return Job(card, screen, _answers(one), _is_decided(card, one), left)


def _is_decided(card: Card, one: Submission | None) -> bool:
    return bool(card.verdict) or not verdicts.is_open(one)


def _is_sent(card: Card, one: Submission | None) -> bool:
    """Whether a new message is due: none stands there, or the author has answered below it."""
    if card.message is None or _is_decided(card, one):
        return card.message is None
    return card.again or card.answers < _answers(one)


def _answers(one: Submission | None) -> int:
    return sum(line.by_author for line in one.dialogue) if one else 0
