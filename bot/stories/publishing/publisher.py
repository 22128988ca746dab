"""Publishing and withdrawing: units of work; the channel's part of them are rows for its worker."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random
from typing import Protocol

from sqlalchemy import Connection

from bot.stories import store as submissions
from bot.stories.model import TAGS, Body, Kind, State, StoryState, Submission
from bot.stories.publishing import store
from bot.stories.stemming import stems_of

Stems = Callable[[str, str], set[str]]


class Channel(Protocol):
    """The posts' part, inside the same transaction."""

    def published(self, connection: Connection, number: int) -> None: ...

    def withdrawn(self, connection: Connection, number: int) -> None: ...

    def labels_changed(self, connection: Connection, number: int) -> None: ...


class Publisher:
    """Without a channel no posts are owed, and none are made up for when there is one later.

    What it erases stays in SQLite's log until a checkpoint: callers answer with `erased` or
    `wiped`, when they publish (a submission's key must not stand beside a number) as well.
    """

    def __init__(self, random: Random, channel: Channel, *, stems: Stems = stems_of) -> None:
        self._random, self._channel, self._stems = random, channel, stems

    def publish(self, connection: Connection, submission: Submission, today: date) -> int | None:
        """The story's number, one higher than any before; texts and tags as they are given.

        None, and nothing is done, when it no longer waits: somebody was first, or it is withdrawn.
        """
        if not _waits(connection, submission.key):
            return None
        number, body = store.next_number(connection), submission.body
        receipt = submissions.receipt_of(connection, submission.key)
        store.add_story(connection, number, submission, receipt, today)
        store.add_tags(connection, number, submission.language, body.tags)
        store.add_stems(connection, number, self._stems(_sought(body), submission.language))
        submissions.remove(connection, submission.key)
        self._channel.published(connection, number)
        return number

    def publish_note(self, connection: Connection, submission: Submission, today: date) -> bool:
        """A comment, reply or correction goes to its story, a saying is published in place.

        False, and nothing is published, when it no longer waits; nor with a story that is gone:
        then its words go too.
        """
        if not _waits(connection, submission.key):
            return False
        if submission.kind is Kind.SAYING:
            store.publish_in_place(connection, submission)
            return True
        state = store.state_of(connection, submission.about)
        if state is None or state.is_gone:
            submissions.close(connection, submission, State.WITHDRAWN)
            return False
        receipt = submissions.receipt_of(connection, submission.key)
        store.add_note(connection, submission, receipt, today)
        submissions.remove(connection, submission.key)
        return True

    def withdraw(self, connection: Connection, number: int, _today: date) -> None:
        """Every word of the story and about it goes, published or waiting; its number stays.

        The day is not kept: few people may have been here on it.
        """
        self._end(connection, number, StoryState.WITHDRAWN)

    def take_off(self, connection: Connection, number: int) -> None:
        """The same by moderators' word: readers and author are told who it was."""
        self._end(connection, number, StoryState.REMOVED)

    def _end(self, connection: Connection, number: int, how: StoryState) -> None:
        state = store.state_of(connection, number)
        if state is None or state.is_gone:
            return
        for note in store.waiting_notes(connection, number):
            submissions.close(connection, note, State.WITHDRAWN)
        store.erase_story(connection, number, how)
        self._channel.withdrawn(connection, number)

    def withdraw_note(self, connection: Connection, receipt: bytes) -> bool:
        """The note of that receipt's hash, a saying too; False when none is published.

        What is left is an empty submission, which tells the author that it was withdrawn.
        """
        saying = submissions.find_by_receipt(connection, receipt)
        if saying is not None and saying.state is State.PUBLISHED:
            submissions.close(connection, saying, State.WITHDRAWN)
            return True
        note = store.take_note(connection, receipt)
        if note is None:
            return False
        submissions.add(connection, note, receipt, self._random)
        return True

    def take_off_note(self, connection: Connection, number: int, position: int) -> bool:
        """By moderators' word: its author is told that it was not taken. False when it is gone."""
        receipt = store.note_at(connection, number, position)
        note = store.take_note(connection, receipt) if receipt else None
        if note is None or receipt is None:
            return False
        submissions.add(connection, replace(note, state=State.REJECTED), receipt, self._random)
        return True

    def archive_old(self, connection: Connection, before: date) -> int:
        """How many stories published before that day were closed."""
        numbers = store.archive(connection, before)
        for number in numbers:
            self._channel.labels_changed(connection, number)
        return len(numbers)


def _waits(connection: Connection, key: str) -> bool:
    found = submissions.find(connection, key)
    return found is not None and found.state in submissions.OPEN_STATES


def _sought(body: Body) -> str:
    """What is searched: own tags too, the fixed ones have their lists."""
    own = (tag for tag in body.tags if tag not in TAGS)
    return "\n".join((body.text, body.company, *own))
