"""Steps of a story's way that several journeys share, in the three languages."""

import re
from dataclasses import dataclass

from bot.playground.person import Person
from bot.stories.words import FEELING, SECTOR, TAG, TELLER
from bot.texts.language import Language
from tests.world import World

RECEIPT = re.compile(r"\d{4} \d{4} \d{4} \d{4}")


@dataclass(frozen=True)
class Words:
    """What is pressed, in a language; `say` looks it up as the bot does."""

    language: Language

    def __call__(self, message: str) -> str:
        return self.language.say(message)

    def teller(self, name: str) -> str:
        return self(TELLER[name])

    def sector(self, name: str) -> str:
        return self(SECTOR[name])

    def tag(self, name: str) -> str:
        return self(TAG[name])

    def feeling(self, name: str) -> str:
        return self(FEELING[name])


def words(room: World, code: str) -> Words:
    return Words(room.bot.content.library.languages[code])


async def write(
    author: Person, say: Words, text: str, *, teller: str = "customer", sector: str = "telecom"
) -> None:
    """Up to the page that shows what others will see."""
    await author.send("/story")
    await author.press(say("Begin"))
    await author.press(say.teller(teller))
    await author.press(say.sector(sector))
    await author.press(say("Go on ›"))
    await author.press(say("Skip ›"))
    await author.press(say("Skip ›"))
    await author.send(text)
    await author.press(say("Go on ›"))


async def send(author: Person, say: Words) -> str:
    """From there on; the receipt as it stands on the confirming screen."""
    await author.press(say("Go on ›"))
    receipt = receipt_on(author)
    await author.press(say("✅ Send"))
    assert receipt_on(author) == receipt
    return receipt


async def tell(author: Person, say: Words, text: str, **more: str) -> str:
    """All of it; the receipt."""
    await write(author, say, text, **more)
    return await send(author, say)


def receipt_on(author: Person) -> str:
    found = RECEIPT.search(author.text)
    assert found is not None, author.shown()
    return found[0]
