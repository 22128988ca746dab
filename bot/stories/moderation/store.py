"""SQL of moderation: cards, the log of decisions, reports of readers, the hour of the release."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from random import Random
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update

from bot.storage import values
from bot.storage.story_tables import stories, story_stems, story_texts
from bot.storage.submission_tables import cards, moderation_log, submissions
from bot.storage.vault import Vault
from bot.stories import store as submission_store
from bot.stories.model import Kind, State
from bot.stories.moderation.card import Card

RELEASED = "stories_released"
NEWEST_WITH_STEM = 300
KEY_LETTERS = 16
OPEN = (State.WAITING, State.ASKED, State.ASIDE)


class Deed(NamedTuple):
    """A line of the log. `at` is naive, in UTC."""

    at: datetime
    moderator: int
    action: str
    subject: str


class CardStore:
    """Cards; one that another installation's key has sealed counts as gone."""

    def __init__(self, vault: Vault, random: Random) -> None:
        self._vault, self._random = vault, random

    def put(self, connection: Connection, some: Iterable[Card], *, stale: bool = True) -> None:
        """Writes them, new or known."""
        rows = [self._row(card, stale=stale) for card in some]
        if not rows:
            return
        connection.execute(delete(cards).where(cards.c.id.in_([row["id"] for row in rows])))
        connection.execute(insert(cards), rows)

    def add(self, connection: Connection, some: Iterable[Card]) -> None:
        """New ones, among the others in an order that tells nothing."""
        self.put(connection, some)
        submission_store.shuffle(connection, cards, self._random)

    def find(self, connection: Connection, card_id: str) -> Card | None:
        row = connection.execute(select(cards).where(cards.c.id == card_id)).first()
        return self._card(row) if row else None

    def of(self, connection: Connection, key: str) -> list[Card]:
        """The cards of a submission."""
        return self._cards(connection, cards.c.submission == key)

    def all(self, connection: Connection) -> list[Card]:
        return self._cards(connection)

    def stale(self, connection: Connection) -> Iterator[Card]:
        """What no longer shows what is so, or is to be sent; by random ids."""
        where = select(cards).where(cards.c.stale.is_(True))
        for row in connection.execute(where.order_by(cards.c.id)).all():
            card = self._card(row)
            if card is not None:
                yield card

    def mark_all(self, connection: Connection, ids: Collection[str]) -> None:
        connection.execute(update(cards).where(cards.c.id.in_(ids)).values(stale=True))

    def remove(self, connection: Connection, card_id: str) -> None:
        connection.execute(delete(cards).where(cards.c.id == card_id))

    def _cards(self, connection: Connection, *where: ColumnElement[bool]) -> list[Card]:
        rows = connection.execute(select(cards).where(*where))
        found = (self._card(row) for row in rows)
        return [card for card in found if card is not None]

    def _row(self, card: Card, *, stale: bool) -> dict[str, object]:
        sealed = self._vault.seal(card.as_json(), _about(card.id))
        return {"id": card.id, "submission": card.submission, "sealed": sealed, "stale": stale}

    def _card(self, row: Row[tuple[object, ...]]) -> Card | None:
        text = self._vault.open(row.sealed, _about(row.id))
        return Card.from_json(row.id, row.submission, text) if text else None


def _about(card_id: str) -> str:
    return f"card {card_id}"


def redraw(connection: Connection, key: str) -> None:
    """Its cards no longer show what is so."""
    connection.execute(update(cards).where(cards.c.submission == key).values(stale=True))


def log(connection: Connection, at: datetime, moderator: int, action: str, subject: str) -> None:
    """`at` is aware; `subject` is a story's number or a submission's key, never a word of it."""
    naive = at.astimezone(UTC).replace(tzinfo=None)
    row = {"at": naive, "moderator": moderator, "action": action, "subject": subject}
    connection.execute(insert(moderation_log).values(row))


def logged(connection: Connection, most: int) -> list[Deed]:
    """The newest first."""
    newest = select(moderation_log).order_by(moderation_log.c.id.desc()).limit(most)
    rows = connection.execute(newest)
    return [Deed(row.at, row.moderator, row.action, row.subject) for row in rows]


def counts(connection: Connection) -> dict[tuple[str, str], int]:
    """How many submissions by kind and state."""
    kind, state = submissions.c.kind, submissions.c.state
    rows = connection.execute(select(kind, state, func.count()).group_by(kind, state))
    return {(row[0], row[1]): row[2] for row in rows}


def waiting_keys(connection: Connection) -> list[str]:
    where = submissions.c.state == State.WAITING
    return list(connection.scalars(select(submissions.c.key).where(where)))


def open_keys(connection: Connection, kinds: Iterable[Kind] = Kind) -> list[str]:
    """Of what has reached the moderators and is not decided."""
    where = (submissions.c.kind.in_(list(kinds)), submissions.c.state.in_(OPEN))
    return list(connection.scalars(select(submissions.c.key).where(*where)))


def newest_story(connection: Connection) -> int:
    return connection.scalar(select(func.max(stories.c.number))) or 0


def like_stories(connection: Connection, stems: Iterable[str], most: int) -> dict[int, str]:
    """The texts of the published stories, by number, that share the most of these stems.

    Of each stem only the newest stories count: a word of all stories tells nothing.
    """
    shared = Counter[int]()
    for stem in stems:
        where = story_stems.c.stem == stem
        newest = select(story_stems.c.number).where(where).order_by(story_stems.c.number.desc())
        shared.update(connection.scalars(newest.limit(NEWEST_WITH_STEM)))
    numbers = [number for number, _ in shared.most_common(most)]
    texts = select(story_texts.c.number, story_texts.c.text)
    rows = connection.execute(texts.where(story_texts.c.number.in_(numbers)))
    return {row.number: row.text for row in rows}


def released(connection: Connection) -> str | None:
    """The hour of the last release, as it was set."""
    return values.find(connection, RELEASED)


def set_released(connection: Connection, hour: str) -> None:
    values.keep(connection, RELEASED, hour)
