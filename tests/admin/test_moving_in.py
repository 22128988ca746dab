"""From a bot without chats to stories in a channel, without a restart."""

import asyncio
import time
from pathlib import Path

import pytest

from bot.chat.roles import MODERATOR, OWNER
from bot.playground import Playground
from bot.playground.membership import migrate
from bot.playground.person import Person
from tests.admin.house import House, house
from tests.stories.journey import tell, words

TEXT = (
    "I called about a bill that was wrong for the third time. They let me wait for an hour, then "
    "told me to write a letter, and the line went dead."
)
END = "the line went dead"


async def shows(home: House, person: Person, chat: int, text: str) -> None:
    """Waits until the newest message there has the words, on a button or above."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        home.bot.features.stories._moderation.rounds.wake()
        await asyncio.sleep(0.1)
        await person.refresh(chat)
        if text in person.shown():
            return
    raise AssertionError(f"It did not come.{person.shown()}")


async def use(home: House, room: int, label: str) -> None:
    home.make("administrator", room, home.owner)
    await home.owner.until("“The Room”")
    await home.owner.press(label)
    home.owner.sees("From now on")


async def test_stories_go_where_the_owner_says(playground: Playground, tmp_path: Path) -> None:
    async with house(playground, tmp_path, moderation_hours=()) as home:
        channel = home.room("channel", home.owner)
        group = home.room("group", home.owner)
        await tell(home.person(), words(home, "en"), TEXT)
        await shows(home, home.owner, home.owner.id, END)
        await use(home, channel, "Use it for stories")
        await use(home, group, "Use it for moderation")
        await shows(home, home.owner, group, END)
        await home.owner.press("✅ Publish", chat=group)
        await shows(home, home.owner, channel, END)


async def test_moderators_follow_their_group(playground: Playground, tmp_path: Path) -> None:
    async with house(playground, tmp_path, moderation_hours=()) as home:
        group = home.room("group", home.owner)
        await use(home, group, "Use it for moderation")
        await tell(home.person(), words(home, "en"), TEXT)
        await shows(home, home.owner, group, END)
        grown = migrate(home.playground.telegram, home.chat(group))
        await shows(home, home.owner, grown.id, END)
        await home.owner.press("🗂 Set aside", chat=grown.id)
        await shows(home, home.owner, grown.id, "Take up again")


async def test_what_waits_finds_its_first_moderator_and_leaves_a_former_one(
    playground: Playground, tmp_path: Path
) -> None:
    async with house(playground, tmp_path, moderation_hours=(), admin_ids=()) as home:
        await tell(home.person(), words(home, "en"), TEXT)
        argument = home.bot.features.admin.owner_link.partition("?start=")[2]
        await home.owner.send(f"/start {argument}")
        await shows(home, home.owner, home.owner.id, END)
        second = await home.guest()
        await home.grant(second, OWNER)
        await second.send("/admin")
        await second.press("Roles")
        await second.press(f"✖️ owner {home.owner.id}")
        await second.press("Yes, take it away")
        until = time.monotonic() + 10
        while END in home.owner.shown() and time.monotonic() < until:
            await asyncio.sleep(0.1)
            await home.owner.refresh()
        assert END not in home.owner.shown()


@pytest.mark.parametrize("kept", [True, False])
async def test_a_moderators_right_ends_with_the_role(
    playground: Playground, tmp_path: Path, *, kept: bool
) -> None:
    """Granted while the bot runs, and taken away between the card and the press."""
    async with house(playground, tmp_path, moderation_hours=()) as home:
        moderator = await home.guest()
        await home.grant(moderator, MODERATOR)
        await tell(home.person(), words(home, "en"), TEXT)
        await shows(home, moderator, moderator.id, END)
        if not kept:
            await home.take(moderator, MODERATOR)
        await moderator.tap("🗂 Set aside")
        await moderator.send("/help")  # taken after the press
        await home.owner.post("/queue")
        await home.owner.until("1 waiting" if not kept else "1 set aside")
