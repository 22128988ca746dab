"""A post that may be there or not: moderators say, and nobody else."""

from collections.abc import Iterable

import pytest
from sqlalchemy import Connection, select

from bot.chat.touch import Answer, touch_of
from bot.playground import Person
from bot.playground.faults import Fault
from bot.playground.methods.outgoing import post as post_by_bot
from bot.storage.submission_tables import moderation_log
from bot.stories.moderation.rights import Rights
from bot.stories.moderation.settling import Place
from bot.stories.publishing.handlers import Publishing
from tests.stories.publishing.kiosk import Kiosk, languages
from tests.world import Clock


class Office:
    """Who is at the bot, and what it answers them."""

    def __init__(self, stand: Kiosk) -> None:
        self.stand = stand
        self.moderator = stand.owner
        self.rights = Rights(lambda _: None, lambda _: (stand.owner.id,))
        self.clock = Clock()
        self.settled: list[tuple[str, list[int]]] = []
        self.publishing = Publishing(stand.posts, self.rights, lambda _, __: False, self._settle)

    def _settle(self, _: Connection, verdict: str, places: Iterable[Place]) -> None:
        self.settled.append((verdict, sorted(message for _, message in places)))

    async def heard(self) -> Answer | None:
        """The answer to the newest update."""
        update = (await self.stand.bot.get_updates(offset=-1, timeout=0))[-1]
        self.publishing._rights = self.rights
        routes = self.publishing.routes()

        def unit(connection: Connection) -> Answer | None:
            touch = touch_of(connection, update, languages()["en"], self.clock())
            assert touch is not None
            return routes.answer(touch)

        return await self.stand.do(unit)

    async def press(self, data: str, person: Person | None = None) -> Answer | None:
        who = person or self.moderator
        await who.post("/start")
        shown = await self.stand.bot.send_message(who.id, "A notice")
        self.notice = shown.message_id
        await who.tap_data(data, shown.message_id)
        return await self.heard()

    async def forward(
        self, message_id: int, *, chat: int | None = None, person: Person | None = None
    ) -> str | None:
        who = person or self.moderator
        with pytest.raises(AssertionError, match="has not"):  # it answers a line below
            await who.forward(chat or self.stand.channel, message_id, within=0.01)
        answer = await self.heard()
        return answer.screen.text if answer and answer.screen else None


@pytest.fixture
async def office(stand: Kiosk) -> Office:
    """The post of #1 was cut and is in the channel, that of #2 was cut and is not."""
    cuts = [Fault.reset(), Fault.reset(effect=True)]
    stand.playground.telegram.fault = lambda method, _: (
        cuts.pop() if cuts and method == "sendMessage" else None
    )
    await stand.publish()
    await stand.publish("Another one.")
    await stand.round()
    assert [await stand.state(1), await stand.state(2)] == ["unknown", "unknown"]
    return Office(stand)


async def test_what_is_not_there_is_posted_once(stand: Kiosk, office: Office) -> None:
    assert await office.press("post:2:again") == Answer("It goes out now.")
    assert await office.press("post:2:again") == Answer("That is settled already.")
    await stand.round()
    assert await office.press("post:2:again") == Answer("That is settled already.")
    await stand.round()
    assert [message["text"][:2] for message in stand.shown] == ["#1", "#2"]
    log = select(moderation_log.c.action, moderation_log.c.subject, moderation_log.c.moderator)
    done = await stand.do(lambda connection: list(connection.execute(log)))
    assert [tuple(row) for row in done] == [("post again", "2", office.moderator.id)]


async def test_what_is_there_is_shown_to_the_bot(stand: Kiosk, office: Office) -> None:
    answer = await office.press("post:1:there")
    assert answer is not None
    assert answer.alert
    assert "forward that post to me" in answer.toast
    message_id = stand.shown[0]["message_id"]
    assert await office.forward(message_id) == "Thank you. That is #1, noted."
    post = await stand.post(1)
    assert post is not None
    assert (post.state, post.message_id) == ("sent", message_id)
    assert await office.forward(message_id) == "That is #1, and all is well with it."
    await stand.vote(1, votes=3, score=1)
    await stand.round()
    assert stand.labels()[0] == ["👍 2", "👎 1"]
    assert await stand.state(2) == "unknown"


async def test_of_what_is_settled_no_notice_asks_any_more(stand: Kiosk, office: Office) -> None:
    await office.press("post:1:there")
    first = office.notice
    await office.press("post:1:there")
    second = office.notice
    assert office.settled == []
    await office.forward(stand.shown[0]["message_id"])
    assert office.settled == [("there:1", [first, second])]
    await office.press("post:1:again")
    assert office.settled[1:] == [("there:1", [office.notice])]
    await office.press("post:2:again")
    assert office.settled[2:] == [("posted:2", [office.notice])]


async def test_another_post_of_the_channel_is_not_taken_for_it(
    stand: Kiosk, office: Office
) -> None:
    telegram = stand.playground.telegram
    chat = telegram.registry.chats[stand.channel]
    other = post_by_bot(telegram, chat, {"text": "About #1: thank you"}, None)
    assert await office.forward(other["message_id"]) == "I am in doubt about no such post."
    assert await stand.state(1) == "unknown"


async def test_a_forward_from_elsewhere_is_not_ours(stand: Kiosk, office: Office) -> None:
    elsewhere = stand.playground.room("channel", "Other", stand.owner)
    sent = await stand.bot.send_message(elsewhere, "#1 · a copy")
    assert await office.forward(sent.message_id, chat=elsewhere) is None
    assert await stand.state(1) == "unknown"


async def test_nobody_else_settles_it(stand: Kiosk, office: Office) -> None:
    reader = stand.playground.person()
    chat = stand.playground.telegram.registry.chats[stand.channel]
    chat.members[reader.id] = chat.members[stand.owner.id]
    for data in ("post:2:again", "post:1:there"):
        assert await office.press(data, reader) is None
    assert await office.forward(stand.shown[0]["message_id"], person=reader) is None
    for data in ("post:2", "post:2:again:x", "post:x:again", "post:99999999999:again"):
        assert await office.press(data) is None
    assert [await stand.state(1), await stand.state(2)] == ["unknown", "unknown"]


async def test_an_admin_may_show_it_in_private(stand: Kiosk, office: Office) -> None:
    office.rights = Rights(lambda _: None, lambda _: ())
    assert await office.forward(stand.shown[0]["message_id"]) is None
    office.publishing._is_admin = lambda _, user_id: user_id == stand.owner.id
    assert await office.forward(stand.shown[0]["message_id"]) == "Thank you. That is #1, noted."


async def test_who_said_so_in_the_moderators_chat_shows_it_in_private(
    stand: Kiosk, office: Office
) -> None:
    """Who is in that chat is not listed anywhere."""
    group = stand.playground.room("supergroup", "Moderators", stand.owner)
    office.rights = Rights(lambda _: group, lambda _: ())
    post = stand.shown[0]["message_id"]
    assert await office.forward(post) is None
    notice = await stand.bot.send_message(group, "A notice")
    await stand.owner.tap_data("post:1:there", notice.message_id, chat=group)
    assert await office.heard() is not None
    office.clock.pass_(minutes=61)
    assert await office.forward(post) is None
    await stand.owner.tap_data("post:1:there", notice.message_id, chat=group)
    assert await office.heard() is not None
    office.clock.pass_(minutes=59)
    assert await office.forward(post) == "Thank you. That is #1, noted."


async def test_a_story_withdrawn_in_doubt_stays_out(stand: Kiosk, office: Office) -> None:
    for number in (1, 2):
        await stand.withdraw(number)
    assert [text[:30] for text, _ in stand.notices[2:]] == [
        "#1 was withdrawn, and I cannot",
        "#2 was withdrawn, and I cannot",
    ]
    answer = await office.press("post:2:again")
    assert answer is not None
    assert answer.toast == "It was withdrawn: it stays out."
    assert await stand.state(2) is None
    shown = await office.forward(stand.shown[0]["message_id"])
    assert shown == "Thank you. #1 was withdrawn: I delete its post."
    await stand.round()
    assert stand.shown == []
    assert await stand.state(1) is None
