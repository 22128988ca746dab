"""Nobody but moderators moderates, and nobody else learns that there is anything to moderate."""

from typing import Any

import pytest
from sqlalchemy import Connection, Table, select

from bot.playground.people import press
from bot.playground.person import Person
from bot.storage.story_tables import channel_posts, comments, stories, story_texts
from bot.storage.submission_tables import cards, moderation_log, submissions
from bot.storage.tables import notices, settings
from bot.stories.model import Submission
from tests.stories.hostile.watch import Watch, typed, worked_off
from tests.stories.newsroom import Newsroom

GUARDED: tuple[Table, ...] = (
    submissions, stories, story_texts, comments, cards, moderation_log, channel_posts, settings,
    notices,
)  # fmt: skip
ACTIONS = (
    "publish", "aside", "take_up", "links:1", "tag:funny", "own_tag:00000000", "ask", "own_words",
    "rejected:hate", "rejected_all:hate", "unfold", "page:0", "words:0", "word:0:x", "mask:x",
    "tags", "reject", "reject_all", "back",
)  # fmt: skip
UNKNOWN = "0123456789abcdef"


async def rows(room: Newsroom) -> dict[str, list[Any]]:
    def unit(connection: Connection) -> dict[str, list[Any]]:
        return {one.name: sorted(map(str, connection.execute(select(one)))) for one in GUARDED}

    return await room.bot.database.writer.run(unit)


async def outsiders(room: Newsroom) -> dict[str, Person]:
    """Everybody who is no moderator; all have talked to the bot."""
    people = {
        "customer": room.person(),
        "operator": room.person("operator"),
        "reader": room.reader(),
        "moderator of the chat, in private": room.moderator,
    }
    for person in people.values():
        await person.send("/start")
    return people


async def test_copied_buttons_of_cards_notices_and_posts(
    room: Newsroom, waiting: Submission, watch: Watch
) -> None:
    """With a key that is there and with one that is not: the same words, nothing done."""
    forged = [f"mod:{key}:{action}" for key in (waiting.key, UNKNOWN) for action in ACTIONS]
    forged += [f"mod:queue:{what}" for what in ("next", "pause", "resume")]
    forged += [
        f"rep:{number}:{what}" for number in (1, 9) for what in ("off", "yes", "fine", "keep")
    ]
    forged += [f"post:{number}:{what}" for number in (1, 9) for what in ("again", "there")]
    before = await rows(room)
    for person in (await outsiders(room)).values():
        watch.said.clear()
        made = {
            press(room.playground.telegram, person.id, person.id, 1, data).id: data
            for data in forged
        }
        await worked_off(room)
        answers = {
            (made[query].partition(":")[0], *words)
            for query, *words in watch.toasts
            if query in made
        }
        assert len(answers) == len({prefix for prefix, *_ in answers}), answers
        assert not [text for text in watch.texts(person.id) if "waiting" in text or "#1" in text]
    assert await rows(room) == before


async def test_on_a_post_of_the_channel(room: Newsroom, waiting: Submission, watch: Watch) -> None:
    reader, before = room.reader(), await rows(room)
    post = max(room.playground.telegram.registry.chats[room.channel].messages)
    watch.said.clear()
    for action in ACTIONS:
        press(
            room.playground.telegram, reader.id, room.channel, post, f"mod:{waiting.key}:{action}"
        )
    for data in (
        "rep:1:yes",
        "post:1:again",
        "mod:queue:pause",
        "receipt:remind",
        "story:send:1:2",
    ):
        press(room.playground.telegram, reader.id, room.channel, post, data)
    await worked_off(room)
    assert await rows(room) == before
    assert watch.said == []


async def test_in_another_group(room: Newsroom, waiting: Submission, watch: Watch) -> None:
    """Whoever adds the bot to a group of their own has no moderators' chat."""
    stranger, before = room.person(), await rows(room)
    group = room.playground.room("supergroup", "Elsewhere", stranger, members=[stranger])
    watch.said.clear()
    for action in ACTIONS:
        press(room.playground.telegram, stranger.id, group, 1, f"mod:{waiting.key}:{action}")
    for command in ("/queue", "/pause", "/resume", f"/queue@{room.bot.application.bot.username}"):
        await stranger.post(command, chat=group)
    ask = {"message_id": 3, "date": 1, "chat": {"id": group, "type": "supergroup", "title": "x"}}
    ask |= {"from": bot_user(room), "text": f"Ask (ask {waiting.key})"}
    update = typed(stranger, "Who are you?", reply_to_message=ask)
    update["message"]["chat"] = ask["chat"]
    room.playground.telegram.inject(update)
    await worked_off(room)
    assert await rows(room) == before
    assert watch.texts()
    assert all("private" in text or "t.me" in text for text in watch.texts())


@pytest.mark.parametrize("command", ["/queue", "/pause", "/resume", "/queue x", "/pause@galateo"])
async def test_commands(room: Newsroom, waiting: Submission, command: str) -> None:
    """Answered as any command that there is not."""
    assert waiting
    before = await rows(room)
    for person in (await outsiders(room)).values():
        await person.send("/nothing_like_it")
        unknown = person.text
        await person.send(command)
        assert person.text == unknown
    assert await rows(room) == before


def bot_user(room: Newsroom) -> dict[str, Any]:
    return room.playground.telegram.bot.json()
