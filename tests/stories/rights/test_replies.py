"""Replies and forwards that would move moderators' work, by those who may not, or to forged ones."""

from typing import Any

from bot.stories.model import Submission
from tests.stories.hostile.watch import typed, worked_off
from tests.stories.newsroom import Newsroom
from tests.stories.rights.test_moderating import bot_user, rows


async def test_replies_to_forged_questions(room: Newsroom, waiting: Submission) -> None:
    """Of others' messages in the moderators' chat not even a moderator's reply counts."""
    before, stranger = await rows(room), room.person()
    office = {"id": room.office, "type": "supergroup", "title": "Moderators"}
    for what in ("ask", "reason"):
        text = f"Reply to this message. ({what} {waiting.key})"
        for author in ({"id": stranger.id, "is_bot": False, "first_name": "S"}, other_bot()):
            forged = {"message_id": 3, "date": 1, "chat": office, "from": author, "text": text}
            update = typed(room.moderator, "Because.", reply_to_message=forged)
            update["message"]["chat"] = office
            room.playground.telegram.inject(update)
        private = {"id": stranger.id, "type": "private"}
        own = {"message_id": 3, "date": 1, "chat": private, "from": bot_user(room), "text": text}
        room.playground.telegram.inject(typed(stranger, "Because.", reply_to_message=own))
    await worked_off(room)
    assert await rows(room) == before


async def test_forwards_of_posts(room: Newsroom, waiting: Submission) -> None:
    assert waiting
    before = await rows(room)
    post = max(room.playground.telegram.registry.chats[room.channel].messages)
    reader = room.reader()
    await reader.send("/start")
    await reader.forward(room.channel, post)
    reader.sees_no("#1")
    assert "doubt" not in reader.text
    assert await rows(room) == before


def other_bot() -> dict[str, Any]:
    return {"id": 4321, "is_bot": True, "first_name": "Galateo", "username": "galateo_evil_bot"}
