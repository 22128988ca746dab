"""What somebody meets who opens the bot for the first time."""

from bot.playground.person import Person
from tests.world import World


async def test_start_greets_and_shows_the_menu_at_once(customer: Person) -> None:
    await customer.send("/start")
    customer.sees("Galateo")
    customer.sees_button("Stop the calls")


async def test_the_language_is_telegrams_at_first_and_changes_with_a_press(world: World) -> None:
    anna = world.person(language="it-IT")
    await anna.send("/start")
    anna.sees_button("Basta chiamate")
    await anna.press("Polski")
    anna.sees_no("Basta chiamate")
    assert anna.buttons[0] != ["🔕 Basta chiamate"]


async def test_a_deep_link_opens_its_guide(customer: Person) -> None:
    await customer.send("/start opt_out")
    customer.sees("Stop the calls")


async def test_what_is_typed_finds_a_guide(customer: Person) -> None:
    await customer.send("they keep calling me every single day")
    customer.sees_button("Stop the calls")


async def test_a_sticker_changes_nothing(customer: Person) -> None:
    await customer.send("/start opt_out")
    before = customer.buttons
    await customer.send_file("sticker", b"RIFF0000WEBP")
    customer.sees("only read text")
    assert customer.buttons == before
