"""What somebody writes is reached by nobody else's presses, and sent by nobody else."""

from typing import Any

from sqlalchemy import func, select

from bot.playground.person import Person
from bot.playground.transcript import buttons
from bot.storage.submission_tables import submissions
from tests.stories.hostile.desk import decide, raw, send
from tests.stories.hostile.test_composer import at_the_text, draft
from tests.stories.hostile.watch import worked_off
from tests.stories.newsroom import Newsroom

TEXT = "They kept me on the line for an hour, hung up, and never called me back. " * 3
SECRET = "Only I know about the violet umbrella. "


async def about_to_send(room: Newsroom, text: str) -> Person:
    author = room.reader()
    await at_the_text(author, room)
    await author.send(text)
    await author.press_data("story:go:masks")
    await author.press_data("story:agree")
    return author


def send_button(author: Person) -> str:
    found = [str(one.get("callback_data")) for one in buttons(author.last)]
    return next(data for data in found if data.startswith("story:send:"))


async def sent(room: Newsroom) -> int:
    count = select(func.count()).select_from(submissions)
    return await room.bot.database.writer.run(lambda connection: connection.scalar(count) or 0)


async def test_another_ones_digits_and_proof(room: Newsroom) -> None:
    victim, thief = await about_to_send(room, SECRET * 4), await about_to_send(room, TEXT)
    for data in (send_button(victim), mixed(send_button(victim), send_button(thief))):
        await thief.press_data(data)
        thief.sees("Nothing has changed")
    assert await sent(room) == 0
    assert "umbrella" in (await draft(room, victim)).text
    await victim.press_data(send_button(victim))
    assert await sent(room) == 1


async def test_sent_once_however_often_and_never_again(room: Newsroom) -> None:
    """The receipt of a story that was sent sends no second one; nor does a button before the end."""
    author = await about_to_send(room, TEXT)
    data = send_button(author)
    for _ in range(5):
        await author.tap_data(data)
    await worked_off(room)
    assert await sent(room) == 1
    await at_the_text(author, room)
    await author.send(SECRET * 4)
    await author.press_data(data)
    assert await sent(room) == 1
    assert "umbrella" in (await draft(room, author)).text


async def test_no_press_shows_or_moves_another_ones_draft(room: Newsroom) -> None:
    victim, other = await about_to_send(room, SECRET * 4), room.reader()
    await other.send("/start")
    steps = ("text", "masks", "before", "words", "overview", "confirm")
    verbs = ("agree", "throw:yes", "anew:yes", "drop", "deliver", "clean", "word:1")
    for data in (*(f"go:{step}" for step in steps), *verbs):
        await other.press_data(f"story:{data}")
        other.sees_no("umbrella")
    assert "umbrella" in (await draft(room, victim)).text


async def test_only_what_its_step_offers(room: Newsroom) -> None:
    """Neither before the masks were agreed to, nor for a kind that nobody may begin."""
    author = room.reader()
    await at_the_text(author, room)
    for data in ("new:answer", "new:saying", "new:comment:1", "new:reply:7", "instead:answer"):
        await author.press_data(f"story:{data}")
    await author.send(TEXT)
    await author.press_data("story:go:confirm")
    author.sees_no("Send")
    for chat in (author.id, room.moderator.id):
        keys: Any = room.bot.features.stories._receipts._keys
        digits = "1234567812345678"
        await author.press_data(f"story:send:{digits}:{keys.proof(digits, chat)}")
    assert await sent(room) == 0


async def test_only_the_author_goes_on_with_a_story(room: Newsroom) -> None:
    """Readers would take a stranger's second part for the author's."""
    await send(room, one := raw(TEXT))
    await decide(room, one, "publish")
    stranger = room.reader()
    await stranger.send("/stories")
    await stranger.press_data("story:new:story:1")
    await stranger.press_data("story:go:who")
    await stranger.press_data("story:go:overview")
    stranger.sees_no("#1")


async def test_an_author_may_quote_a_code_of_the_moderators(room: Newsroom) -> None:
    """And reply to the bot's message that shows it: what they add is their story."""
    author = room.reader()
    await at_the_text(author, room)
    await author.send(f"{TEXT} (ask 0123456789abcdef)")
    await author.press_data("story:go:before")
    await author.send("And then they called back.", reply_to=author.last["message_id"])
    author.sees_no("moderators")
    assert "called back" in (await draft(room, author)).text


def mixed(one: str, other: str) -> str:
    """The digits of one with the proof of the other."""
    return ":".join((*one.split(":")[:3], other.split(":")[3]))
