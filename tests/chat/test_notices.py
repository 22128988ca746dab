"""Notices: what is kept of one is what arrives."""

from bot.chat.screens import Button
from bot.playground.person import Person
from tests.world import World

BUTTONS = (Button("Press", "menu"), Button("Open", url="https://t.me/a_bot?start=story_17"))


async def test_buttons_arrive_with_their_data_and_links(world: World, customer: Person) -> None:
    await customer.send("/start")
    notices = world.bot.features.ground.notices
    await world.bot.database.writer.run(
        lambda connection: notices.post(connection, customer.id, "Look", BUTTONS)
    )
    await customer.until("Look")
    rows = customer.last["reply_markup"]["inline_keyboard"]
    assert rows == [
        [{"text": "Press", "callback_data": "menu"}],
        [{"text": "Open", "url": "https://t.me/a_bot?start=story_17"}],
    ]
