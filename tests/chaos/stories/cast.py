"""Authors and what they saw when they pressed; presses that need no bot to be made."""

import random
from dataclasses import dataclass

from bot.playground.person import Person
from tests.stories.journey import Words, receipt_on, write

WORDS = """
    kettle ladder basket window garden carpet bottle pencil saddle anchor blanket bucket candle
    hammer jacket ribbon marble needle orchard paddle quarrel raincoat sandal teapot umbrella
    velvet walnut copper feather gravel harvest island lantern meadow thunder pebble puddle
    shovel tunnel whistle barrel button cactus drawer engine furnace glove hinge insect jigsaw
"""
LENGTH = 24
FIRST = 3


@dataclass(frozen=True)
class Press:
    """Whether or not the bot lives."""

    person: Person
    data: str
    message_id: int
    chat: int | None = None

    async def make(self) -> None:
        await self.person.tap_data(self.data, self.message_id, chat=self.chat)


@dataclass
class Author:
    """`digits` stood on the confirming screen; the rest says which presses were made."""

    person: Person
    text: str
    digits: str = ""
    is_sent: bool = False
    is_published: bool = False
    is_withdrawn: bool = False

    @property
    def words(self) -> str:
        """Those of no other."""
        return " ".join(self.text.split()[:FIRST])

    @property
    def state(self) -> str:
        """That of its row once all presses are done."""
        published = "open" if self.is_published else "waiting"
        return "withdrawn" if self.is_withdrawn else published

    async def write(self, say: Words) -> Press:
        """Up to the confirming screen; its *Send*."""
        await write(self.person, say, self.text)
        await self.person.press(say("Go on ›"))
        self.digits = receipt_on(self.person).replace(" ", "")
        return self._button(say("✅ Send"))

    async def ask_to_withdraw(self, say: Words) -> Press:
        """Up to the question whether to; its *Yes*."""
        await self.person.send(f"/receipt {self.digits}")
        await self.person.press(say("🗑 Withdraw"))
        return self._button(say("Yes, withdraw it"))

    def _button(self, label: str) -> Press:
        message, button = self.person.find_button(label)
        return Press(self.person, button["callback_data"], message["message_id"])


def text_of(rng: random.Random) -> str:
    """Without anything that would be masked, and like no other."""
    return " ".join(rng.sample(WORDS.split(), LENGTH))
