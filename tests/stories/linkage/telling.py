"""How people of the test tell: the shortest way through the composer, and ways that end nowhere."""

from random import Random
from typing import Protocol

from bot.stories.model import SECTORS, TELLERS

SEND = "story:send:"


class Author(Protocol):
    """`presses` is the data of the buttons of the newest screen."""

    id: int

    @property
    def presses(self) -> list[str]: ...

    async def send(self, text: str) -> None: ...

    async def press_data(self, data: str) -> None: ...


async def write(author: Author, text: str, random: Random) -> None:
    """Up to the text, in one message or two."""
    await author.send("/story")
    await author.press_data("story:go:who")
    await author.press_data(f"story:who:{random.choice(TELLERS)}")
    await author.press_data(f"story:sector:{random.choice(SECTORS)}")
    await author.press_data("story:go:text")
    middle = text.find(". ", len(text) // 2) + 1
    for part in (text[:middle], text[middle:]) if random.random() < 0.3 else (text,):
        await author.send(part)


async def send(author: Author) -> str:
    """What was written; the digits of its receipt."""
    await author.press_data("story:go:masks")
    await author.press_data("story:agree")
    button = next(data for data in author.presses if data.startswith(SEND))
    await author.press_data(button)
    assert SEND not in "".join(author.presses)
    return button.removeprefix(SEND).partition(":")[0]


async def throw_away(author: Author) -> None:
    await author.press_data("story:throw")
    await author.press_data("story:throw:yes")
