"""What is no text is refused kindly in the composer, and the draft stays as it was."""

from typing import Any

import pytest

from bot.playground.person import Person
from tests.stories.hostile.test_composer import at_the_text, draft
from tests.stories.hostile.watch import Watch, typed, worked_off
from tests.stories.newsroom import Newsroom

BEGUN = "They kept me on the line for an hour, then hung up. " * 4
FILES = ("photo", "document", "voice", "sticker", "video", "audio")
USER = {"id": 77, "is_bot": False, "first_name": "Zenobia"}
CHAT = {"id": -1001, "type": "channel", "title": "Elsewhere"}
PLACE = {"latitude": 45.0, "longitude": 9.0}
CLIP = {"file_id": "n", "file_unique_id": "n", "duration": 1, "length": 1, "width": 1, "height": 1}
POLL = {
    "id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False,
    "is_anonymous": True, "type": "regular", "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
}  # fmt: skip
CONTENTS: tuple[dict[str, Any], ...] = (
    {"video_note": CLIP},
    {"animation": CLIP},
    {"location": PLACE},
    {"venue": {"location": PLACE, "title": "Zenobia's", "address": "1 High Street"}},
    {"contact": {"phone_number": "+391", "first_name": "Zenobia", "user_id": 77}},
    {"dice": {"emoji": "🎲", "value": 6}},
    {"poll": POLL},
    {"story": {"chat": CHAT, "id": 1}},
    {"caption": "only a caption"},
    {"forward_origin": {"type": "user", "date": 1, "sender_user": USER}},
    {"forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Zenobia"}},
    {"forward_origin": {"type": "channel", "date": 1, "chat": CHAT, "message_id": 3}},
    {"forward_origin": {"type": "chat", "date": 1, "sender_chat": CHAT}},
)


@pytest.fixture
async def author(room: Newsroom) -> Person:
    author = room.reader()
    await at_the_text(author, room)
    await author.send(BEGUN)
    return author


async def test_files(room: Newsroom, author: Person, watch: Watch) -> None:
    before = await draft(room, author)
    for kind in FILES:
        await author.send_file(kind, b"Zenobia", caption=f"Words of a {kind}")
        author.sees("draft is as it was")
    assert (await draft(room, author)).parts == before.parts
    await watch.nothing_went_wrong()


async def test_places_people_and_forwards(room: Newsroom, author: Person, watch: Watch) -> None:
    before = await draft(room, author)
    for content in CONTENTS:
        text = "A forwarded story of somebody else." if "forward_origin" in content else ""
        room.playground.telegram.inject(typed(author, text, **content))
        await worked_off(room)
        await author.refresh()
        author.sees("raft is as it was")
        author.sees_no("Zenobia")
    assert (await draft(room, author)).parts == before.parts
    await watch.nothing_went_wrong()


async def test_edits_of_what_is_no_part_of_it(room: Newsroom, author: Person, watch: Watch) -> None:
    before = await draft(room, author)
    room.playground.telegram.inject(typed(author, "@evil_bot " * 9, edits=987_654))
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
    part = before.parts[0].message_id
    room.playground.telegram.inject(typed(author, "", edits=part, photo=photo, caption=""))
    await worked_off(room)
    assert (await draft(room, author)).parts == before.parts
    await watch.nothing_went_wrong()
