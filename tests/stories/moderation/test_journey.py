"""Moderators at work on the real bot."""

from pathlib import Path

from bot.playground import Playground
from bot.playground.person import Person
from tests.stories.journey import tell, words
from tests.stories.newsroom import Newsroom, newsroom

TEXT = (
    "I called about a bill that was wrong for the third time. They let me wait for an hour, then "
    "Quibble from the office told me to write a letter, and the line went dead."
)


async def sent(room: Newsroom, text: str = TEXT) -> tuple[Person, str]:
    """The author and the receipt; the card has come."""
    author = room.reader()
    receipt = await tell(author, words(room, "en"), text)
    await room.shows(room.office, text[-20:])
    return author, receipt


async def test_a_card_is_worked_on_panel_by_panel(room: Newsroom) -> None:
    author, receipt = await sent(room)
    press = room.moderator.press
    await press("🏷 Tags", chat=room.office)
    await room.shows(room.office, "solved")
    await press("bill", chat=room.office)
    await room.shows(room.office, "✓ bill")
    await press("‹ Back", chat=room.office)
    await room.shows(room.office, "🏷 Tags")
    await press("🖍 Mask more", chat=room.office)
    await room.shows(room.office, "21 Quibble")
    await press("21", chat=room.office)
    await room.shows(room.office, "Mask 1 word")
    await press("Mask 1 word", chat=room.office)
    await room.shows(room.office, "then […] from the office")
    await press("🚫 Reject", chat=room.office)
    await room.shows(room.office, "In your own words")
    await press("In your own words", chat=room.office)
    await room.shows(room.office, "Reply to this message")
    prompt = room.moderator.last["message_id"]
    await room.moderator.send("Which office?", chat=room.office, reply_to=prompt)
    await room.shows(room.office, "🚫 Rejected. In your own words.")
    await author.send(f"/receipt {receipt}")
    author.sees("Which office?")


async def test_the_card_of_a_withdrawn_story_is_emptied(room: Newsroom) -> None:
    author, receipt = await sent(room)
    await author.send(f"/receipt {receipt}")
    await author.press("Withdraw")
    await author.press("Yes, withdraw it")
    await room.shows(room.office, "↩️ Withdrawn.")
    await room.leaves(room.office, "Publish")
    assert not [one for one in room.moderator.messages if "the line went dead" in str(one)]


async def test_the_queue_pauses_for_everyone_and_is_shown_to_moderators_alone(
    room: Newsroom,
) -> None:
    author, _ = await sent(room)
    await author.send("/queue")
    author.sees_no("waiting")
    await room.moderator.send("/queue", chat=room.office)
    room.moderator.sees("1 waiting")
    await room.moderator.press("⏸ Pause", chat=room.office)
    assert room.moderator.toast == "Stories are not taken now."
    await author.send("/story")
    author.sees_no("Begin")
    await room.moderator.send("/resume", chat=room.office)
    await author.send("/story")
    author.sees_button("Begin")


async def test_a_reported_story_is_taken_off_after_a_question(room: Newsroom) -> None:
    await sent(room)
    await room.moderator.press("✅ Publish", chat=room.office)
    await room.shows(room.channel, "#1")
    reader = room.reader()
    await reader.send("/start story_1")
    await reader.press("⋯ More")
    await reader.press("Report")
    await reader.press("Personal data")
    await room.shows(room.office, "Readers report #1: Personal data × 1")
    await room.moderator.press("🗑 Take it off", chat=room.office)
    await room.shows(room.office, "Take #1 off?")
    await room.moderator.press("Yes, take it off", chat=room.office)
    assert room.moderator.toast == "#1 is taken off."
    await room.leaves(room.channel, "the line went dead")


async def test_without_a_chat_of_their_own_admins_moderate_in_private(
    playground: Playground, tmp_path: Path
) -> None:
    async with newsroom(playground, tmp_path, moderation_chat_id=None) as room:
        await room.admin.send("/start")
        author = room.reader()
        await tell(author, words(room, "en"), TEXT)
        await room.admin.until("the line went dead")
        await room.admin.press("❓ Ask the author")
        prompt = room.admin.last["message_id"]
        await room.admin.send("When was it?", reply_to=prompt)
        await room.admin.until("Asked.")
        await room.admin.send("/queue")
        await room.admin.until("1 asked")
