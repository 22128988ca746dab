"""Words of despair in a story: the numbers at once, nothing kept, and a way to tell it still."""

from bot.playground.person import Person
from tests.stories.journey import words, write
from tests.world import World

WORDS = "The caller before me had said: I want to kill myself."
BEGUN = "I answer the phone for a bank, and after that call I needed ten minutes to breathe. " * 2


async def test_they_can_be_told_by_sending_them_once_more(world: World) -> None:
    author = world.person()
    say = words(world, "en")
    await write(author, say, BEGUN)
    await author.press(say("✏️ Change the text"))
    await author.send(WORDS)
    author.sees("What you wrote worries me")
    author.sees("not in your story")
    await author.press("‹ Back to where I was")
    author.sees_no("worries")
    await author.send(WORDS)
    author.sees_no("worries")
    await author.send(WORDS)
    author.sees("worries")


async def test_elsewhere_they_are_heard_every_time(customer: Person) -> None:
    await customer.send("/start")
    for _ in range(3):
        await customer.send("I want to kill myself")
        customer.sees("What you wrote worries me")
        customer.sees_no("not in your story")
