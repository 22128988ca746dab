"""What the test knows and a thief does not: who told what, when, with which receipt."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

BRAND = "qzwvxkhjf"
"""What every word of the test begins with that nobody but its row may hold."""
CONSONANTS = "bcdfghklmnprtvwz"
MARKER = re.compile(f"{BRAND}[{CONSONANTS}]{{3}}")


class Fate(StrEnum):
    """What became of what was written. `OPEN` is still a draft."""

    OPEN = "open"
    THROWN = "thrown"
    WAITING = "waiting"
    PUBLISHED = "published"
    COMMENT = "comment"
    GONE = "gone"


@dataclass
class Told:
    """`marker` is a word of the text and of no other; `secrets`, spelled without spaces, are masked.

    `batch` numbers the release in which it reached the moderators.
    """

    marker: str
    teller: int
    secrets: tuple[str, ...]
    receipt: str = ""
    batch: int = 0
    fate: Fate = Fate.OPEN


@dataclass
class Truth:
    """`told` in the order of sending; `unsent` was never sent; `people` are ids of chats.

    `sealed` is what was ever encrypted of drafts and updates, `secret` the installation's key.
    """

    secret: str
    people: set[int] = field(default_factory=set)
    told: list[Told] = field(default_factory=list)
    unsent: list[Told] = field(default_factory=list)
    sealed: list[bytes] = field(default_factory=list)

    @property
    def all(self) -> Iterator[Told]:
        yield from self.told
        yield from self.unsent

    def sent(self, one: Told, receipt: str, batch: int) -> None:
        one.receipt, one.batch, one.fate = receipt, batch, Fate.WAITING
        self.told.append(one)

    def gave_up(self, one: Told) -> None:
        one.fate = Fate.THROWN
        self.unsent.append(one)

    def settle(self, fates: Mapping[str, Fate]) -> None:
        """What became of it, by marker."""
        for one in self.told:
            one.fate = fates.get(one.marker, one.fate)


_VOCABULARY = """
about after again always another answer asked because before better bill busy call called calm
changed clear closed cold computer contract cut days different down easy end every everything
explained finally first forms found friendly gave help hour hours however idea kind last later
letter line listened long machine many message minutes modem month more morning music never new
next nobody nothing number often old once only open other paid paper patient phone please price
promise question quick quiet reason right said same screen second short slow somebody sorry
spoke started still strange technician thanks then there though time today tried twice voice
waited week welcome without word work wrong yesterday
"""
WORDS = _VOCABULARY.split()


def told_by(teller: int, number: int, random: Random) -> tuple[Told, str]:
    """Something to be told, and its text as it is typed, with personal data in it.

    `number` (below 4096) is of nobody else's.
    """
    marker = BRAND + "".join(CONSONANTS[number >> shift & 15] for shift in (8, 4, 0))
    phone = f"+39 347 {3_100_000 + number * 37}"
    secrets = (f"{marker}.{number}@example.org", phone.replace(" ", "").removeprefix("+"))
    words = random.choices(WORDS, k=random.randint(20, 180))
    sentences = [" ".join(words[at : at + 8]) for at in range(0, len(words), 8)]
    told = ". ".join(sentences)
    text = f"They said {marker} to me. Write to {secrets[0]} or call {phone}. {told}."
    return Told(marker, teller, secrets), text
