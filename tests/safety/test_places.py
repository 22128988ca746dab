"""Words of despair are met wherever people type: messages, captions, edits, commands."""

from bot.playground.person import Person
from tests.ways import go_to_a_text
from tests.world import World

WORDS = "I want to kill myself"
ANSWER = "💛"


async def test_in_a_message_and_in_the_middle_of_a_question(world: World, customer: Person) -> None:
    await customer.send(WORDS)
    customer.sees(ANSWER)
    await go_to_a_text(world, customer)
    before = customer.text
    await customer.send(WORDS)
    customer.sees(ANSWER)
    await customer.press("Back to where I was")
    assert customer.text == before


async def test_under_a_photo(customer: Person) -> None:
    await customer.send("/start")
    await customer.send_file("photo", b"picture", WORDS)
    customer.sees(ANSWER)


async def test_in_an_edit(customer: Person) -> None:
    await customer.send("/start")
    await customer.send("hello")
    mine = next(one["message_id"] for one in customer.messages if one.get("text") == "hello")
    await customer.edit(mine, WORDS)
    customer.sees(ANSWER)


async def test_behind_a_command(customer: Person) -> None:
    await customer.send(f"/help {WORDS}")
    customer.sees(ANSWER)


async def test_an_ordinary_caption_is_met_as_a_photo(customer: Person) -> None:
    await customer.send("/start")
    await customer.send_file("photo", b"picture", "my bill")
    customer.sees_no(ANSWER)
