"""The moderators' office on a local Telegram and a real database, driven a step at a time."""

import contextlib
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from sqlalchemy import Connection, insert, select, text
from telegram import CallbackQuery, Chat, Message, Update, User
from telegram.ext import ExtBot

from bot.chat.screens import Button
from bot.chat.touch import Answer, touch_of
from bot.delivery.gate import Gate, Lane
from bot.delivery.http import AiohttpRequest
from bot.delivery.lanes import Lanes
from bot.playground import UNLIMITED, Person, Playground
from bot.shipped import locales_folder, templates_folder
from bot.storage.database import Database
from bot.storage.story_tables import comments, stories, story_reports, story_texts
from bot.storage.submission_tables import moderation_log
from bot.storage.vault import Vault
from bot.stories import store as submissions
from bot.stories.keys import new_key
from bot.stories.model import Body, Kind, State, StoryState, Submission
from bot.stories.moderation.handlers import Moderation
from bot.stories.moderation.insults import Insults, load_insults
from bot.stories.moderation.rights import Moderators, Rights, Spoken
from bot.stories.publishing.doubts import Doubts
from bot.texts.catalogue import load_catalogues
from bot.texts.language import Language, load_languages

TOKEN = "4343:OFFICE"
TODAY = date(2026, 11, 22)
LONG = "They kept me waiting for two hours and then the line went dead again. " * 3
T = TypeVar("T")


@cache
def languages() -> Mapping[str, Language]:
    return load_languages(load_catalogues(locales_folder()), templates_folder())


@cache
def shipped_insults() -> Insults:
    return load_insults(templates_folder() / "moderation")


def submission(words: str = LONG, **changes: Any) -> Submission:
    body = Body(words, "customer", "telecom", ("hung_up", "hold music"), "Nora", "Telefonica Rossa")
    one = Submission(new_key(), Kind.STORY, State.NEW, TODAY.replace(day=1), "en", body)
    return replace(one, **changes)


class Press:
    """A publisher that counts; what it does to rows is what the real one does."""

    def __init__(self) -> None:
        self.published: list[Submission] = []
        self.withdrawn: list[int] = []

    def publish(self, connection: Connection, submission: Submission, today: date) -> int | None:
        if not self._waits(connection, submission):
            return None
        self.published.append(submission)
        number = 16 + len(self.published)
        publish_row(connection, number, submission, today)
        submissions.remove(connection, submission.key)
        return number

    def publish_note(self, connection: Connection, submission: Submission, _today: date) -> bool:
        if not self._waits(connection, submission):
            return False
        self.published.append(submission)
        submissions.remove(connection, submission.key)
        return True

    def take_off(self, connection: Connection, number: int) -> None:
        self.withdrawn.append(number)
        connection.execute(
            stories.update().where(stories.c.number == number).values(state=StoryState.REMOVED)
        )

    def take_off_note(self, connection: Connection, number: int, position: int) -> bool:
        where = (comments.c.number == number, comments.c.position == position)
        return connection.execute(comments.delete().where(*where)).rowcount == 1

    def _waits(self, connection: Connection, one: Submission) -> bool:
        found = submissions.find(connection, one.key)
        return found is not None and found.state in submissions.OPEN_STATES


def publish_row(connection: Connection, number: int, one: Submission, today: date = TODAY) -> None:
    row = {"number": number, "language": one.language, "teller": "other", "sector": "other"}
    counted = {"score": 0, "votes": 0, "comments": 0, "published_on": today}
    receipt = number.to_bytes(32, "big")
    state = StoryState.OPEN
    connection.execute(insert(stories).values(**row, **counted, state=state, receipt=receipt))
    said = {"number": number, "nickname": "", "company": "", "tags": [], "links": False}
    connection.execute(insert(story_texts).values(**said, feelings={}, text=one.body.text))


@dataclass
class Office:
    """`room` is the moderators' chat, `mara` and `marek` are in it; `clock` is turned by hand."""

    playground: Playground
    bot: ExtBot[Lane]
    database: Database
    room: int
    mara: Person
    marek: Person
    stranger: Person
    press_: Press = field(default_factory=Press)
    now: datetime = datetime(2026, 11, 22, 10, tzinfo=UTC)
    notices: list[tuple[int, str, tuple[Button, ...]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.restart()

    def restart(
        self,
        hours: tuple[int, ...] = (),
        *,
        moderators: Iterable[int] = (),
        private: bool = False,
    ) -> None:
        """Another process on the same database; `private`: no moderators' chat."""
        members, room = frozenset(moderators), None if private else self.room
        self.rights = Rights(lambda _: room, lambda _: members)
        told, spoken = Moderators(self.rights, self._post), Spoken(languages, "en")
        self.moderation = Moderation(
            self.press_,
            told,
            spoken,
            shipped_insults(),
            Doubts(told, spoken),
            address=lambda number: f"https://t.me/a_bot?start=story_{number}",
            hours=hours,
            vault=Vault("k" * 40),
            random=Random(1),
            bot=self.bot,
            writer=self.database.writer,
            clock=lambda: self.now,
            monotonic=self.seconds,
        )

    def _post(
        self, _: Connection, chat_id: int, words: str, buttons: Iterable[Button] = ()
    ) -> None:
        self.notices.append((chat_id, words, tuple(buttons)))

    def seconds(self) -> float:
        return self.now.timestamp()

    def pass_(self, **period: float) -> None:
        self.now += timedelta(**period)

    async def do(self, unit: Callable[[Connection], T]) -> T:
        return await self.database.writer.run(unit)

    async def send(self, words: str = LONG, **changes: Any) -> Submission:
        """As its author does."""
        one = submission(words, **changes)
        await self.do(lambda c: submissions.add(c, one, one.key.encode() * 2, Random(1)))
        return one

    async def round(self) -> None:
        """Both workers, once."""
        await self.moderation.rounds.once()
        await self.moderation.cards.once()

    async def find(self, one: Submission) -> Submission | None:
        return await self.do(lambda connection: submissions.find(connection, one.key))

    async def state(self, one: Submission) -> State | None:
        found = await self.find(one)
        return found.state if found else None

    async def log(self) -> list[tuple[str, int, str]]:
        columns = (moderation_log.c.action, moderation_log.c.moderator, moderation_log.c.subject)
        order = moderation_log.c.id
        rows = await self.do(lambda c: c.execute(select(*columns).order_by(order)).all())
        return [(row[0], row[1], row[2]) for row in rows]

    async def bytes(self) -> str:
        """Every text of every row."""
        tables = await self.do(
            lambda c: c.scalars(text("SELECT name FROM sqlite_master WHERE type='table'")).all()
        )
        rows = await self.do(
            lambda c: [str(c.execute(text(f"SELECT * FROM {name}")).all()) for name in tables]
        )
        return "\n".join(rows)

    async def report(self, number: int, reader: int, reason: str = "personal") -> None:
        row = {"voter": reader.to_bytes(16, "big"), "number": number, "reason": reason}

        def unit(connection: Connection) -> None:
            connection.execute(insert(story_reports).values(**row, open=True))
            self.moderation.reported(connection, number)

        await self.do(unit)

    def messages(self, chat: int | None = None) -> list[dict[str, Any]]:
        """The bot's own, the oldest first."""
        registry = self.playground.telegram.registry
        found = registry.chats[chat or self.room].messages.values()
        return [one for one in found if one["from"]["id"] == self.bot.id]

    def labels(self, number: int = -1, chat: int | None = None) -> list[str]:
        keyboard = self.messages(chat)[number].get("reply_markup", {}).get("inline_keyboard", [])
        return [button["text"] for row in keyboard for button in row]

    async def press(
        self, who: Person, label: str, *, number: int = -1, chat: int | None = None
    ) -> Answer:
        """The button that bears the label under the bot's message of that number."""
        message = self.messages(chat)[number]
        keyboard = message.get("reply_markup", {}).get("inline_keyboard", [])
        buttons = [button for row in keyboard for button in row]
        found = [button for button in buttons if button["text"] == label]
        found = found or [button for button in buttons if label in button["text"]]
        assert len(found) == 1, f"{label!r} is not one of {[one['text'] for one in buttons]}"
        return await self.tap(who.id, found[0]["callback_data"], message, chat=chat)

    async def tap(
        self,
        user: int,
        data: str,
        message: dict[str, Any] | None = None,
        *,
        chat: int | None = None,
    ) -> Answer:
        carrying = message or {
            "message_id": 1,
            "date": 0,
            "chat": {"id": chat or self.room, "type": "private" if chat else "supergroup"},
        }
        query = CallbackQuery(
            "1", _user(user), "1", data=data, message=Message.de_json(carrying, self.bot)
        )
        return await self._touch(Update(1, callback_query=query), "press")

    async def reply(self, user: int, words: str, to: str, *, chat: int | None = None) -> Answer:
        """To a message of the bot that reads so."""
        return await self._touch(self._reply(user, words, to, chat), "replied")

    async def is_unheard(self, user: int, words: str, to: str, *, chat: int) -> bool:
        """Whether such a reply is left to others."""
        return await self._maybe(self._reply(user, words, to, chat), "replied") is None

    def _reply(self, user: int, words: str, to: str, chat: int | None) -> Update:
        where = Chat(chat, "private") if chat else Chat(self.room, "supergroup")
        own = User(self.bot.id, "Bot", is_bot=True)
        original = Message(2, self.now, where, own, text=to)
        message = Message(3, self.now, where, _user(user), text=words, reply_to_message=original)
        return Update(1, message=message)

    async def command(self, user: int, words: str, *, chat: int | None = None) -> Answer | None:
        where = Chat(chat, "private") if chat else Chat(self.room, "supergroup")
        message = Message(3, self.now, where, _user(user), text=words)
        update = Update(1, message=message)
        return await self._maybe(update, "commanded")

    async def _touch(self, update: Update, handler: str) -> Answer:
        answer = await self._maybe(update, handler)
        assert answer is not None
        return answer

    async def _maybe(self, update: Update, handler: str) -> Answer | None:
        update.set_bot(self.bot)

        def unit(connection: Connection) -> Answer | None:
            touch = touch_of(connection, update, languages()["en"], self.now)
            assert touch is not None
            handle: Callable[..., Answer | None] = getattr(self.moderation, handler)
            return handle(touch)

        return await self.do(unit)


def _user(user_id: int) -> User:
    return User(user_id, "M", is_bot=False)


@contextlib.asynccontextmanager
async def office(folder: Path) -> AsyncIterator[Office]:
    async with Playground(token=TOKEN, limits=UNLIMITED) as playground:
        admin, mara, marek, stranger = (playground.person() for _ in range(4))
        room = playground.room("supergroup", "Moderators", admin, members=[mara, marek])
        request = AiohttpRequest()
        bot = ExtBot(
            TOKEN,
            base_url=f"{playground.url}/bot",
            request=request,
            get_updates_request=request,
            rate_limiter=Gate(Lanes(rate=1000)),
        )
        await bot.initialize()
        database = Database.open(f"sqlite:///{folder / 'bot.db'}")
        yield Office(playground, bot, database, room, mara, marek, stranger)
        await database.close()
        await bot.shutdown()
