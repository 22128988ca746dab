"""What is, against what authors were shown and moderators decided."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.stories.keys import Keys, spaced
from tests.chaos.stories.cast import Author
from tests.chaos.stories.channel import Rooms
from tests.chaos.stories.rows import Rows, bytes_of, read, read_of_the_dead


@dataclass
class Checker:
    """`allowed` counts by number how often moderators said to post it; `died` remembers what was
    committed at each death.
    """

    database: Path
    keys: Keys
    rooms: Rooms
    authors: list[Author] = field(default_factory=list)
    allowed: Counter[int] = field(default_factory=Counter)
    died: list[Rows] = field(default_factory=list)

    def note_death(self) -> None:
        self.died.append(read_of_the_dead(self.database, self.database.parent / "dead"))

    def rows(self) -> Rows:
        return read(self.database)

    def number_of(self, author: Author) -> int | None:
        return self.rows().numbers.get(self.receipt_of(author))

    def receipt_of(self, author: Author) -> bytes:
        return self.keys.receipt_hash(author.digits)

    def complaints(self) -> list[str]:
        """Of a bot at rest; empty when all is as it should be."""
        rows = self.rows()
        sent = [author for author in self.authors if author.is_sent]
        found = [f"an update was set aside: {error}" for error in rows.set_aside]
        if len(rows.states) != len(sent):
            found.append(f"{len(sent)} stories were sent and {len(rows.states)} are there")
        for author in sent:
            found += (f"{author.words}: {one}" for one in self._complaints(author, rows))
        return [*found, *self._lost(rows)]

    def _complaints(self, author: Author, rows: Rows) -> Iterator[str]:
        there = rows.of(self.receipt_of(author))
        if len(there) != 1:
            yield f"its receipt opens {there}"
            return
        state, number = there[0]
        if state != author.state:
            yield f"it is {state} and should be {author.state}"
        if not self.rooms.says(spaced(author.digits), author.person.id):
            yield "its receipt can be read nowhere"
        if author.person.id in rows.drafts:
            yield "its draft is left"
        copies = sum(author.words in text for text in rows.texts)
        if copies != (not author.is_withdrawn):
            yield f"{copies} copies of its words are kept"
        if number is not None:
            yield from self._of_the_post(author, number, rows)
        if author.is_withdrawn:
            yield from self._remains(author)

    def _of_the_post(self, author: Author, number: int, rows: Rows) -> Iterator[str]:
        state, message = rows.posts.get(number, ("", None))
        posts = self.rooms.posts(number)
        allowed = 1 + self.allowed[number]
        if self.rooms.posted[number] > allowed:
            yield f"#{number} was posted {self.rooms.posted[number]} times instead of {allowed}"
        if author.is_withdrawn:
            return
        if [post["message_id"] for post in posts] != [message] or state != "sent":
            yield f"#{number} is {state} as message {message}, and {len(posts)} posts are there"

    def _remains(self, author: Author) -> Iterator[str]:
        if self.rooms.says(author.words, self.rooms.channel):
            yield "its words are still in the channel"
        if author.words.encode() in bytes_of(self.database):
            yield "its words are still in the database's files"

    def _lost(self, rows: Rows) -> Iterator[str]:
        """What was committed when the bot died stays so."""
        for before in self.died:
            missing = {one for one, _, _ in before.states} - {one for one, _, _ in rows.states}
            if missing:
                yield f"{len(missing)} receipts were lost"
            if back := before.withdrawn - rows.withdrawn:
                yield f"{len(back)} withdrawals were lost"
            if before.numbers.items() - rows.numbers.items():
                yield "a number was lost or changed"
