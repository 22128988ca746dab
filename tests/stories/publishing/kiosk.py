"""The channel's worker on a local Telegram and a real database, driven a round at a time."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from sqlalchemy import Connection, update
from telegram.ext import ExtBot

from bot.chat.screens import Button
from bot.delivery.charges import ChatId
from bot.delivery.gate import Gate, Lane
from bot.delivery.http import AiohttpRequest
from bot.delivery.lanes import Lanes
from bot.delivery.orders import Timeouts
from bot.playground import UNLIMITED, Person, Playground
from bot.shipped import locales_folder, templates_folder
from bot.storage.database import Database
from bot.storage.story_tables import stories
from bot.storage.writer import Probe, no_probe
from bot.stories import store as submissions
from bot.stories.keys import new_key
from bot.stories.model import Body, Kind, State, Submission
from bot.stories.publishing.channel import store
from bot.stories.publishing.channel.calls import Turns
from bot.stories.publishing.channel.model import Post
from bot.stories.publishing.channel.pages import Pages
from bot.stories.publishing.channel.posts import ChannelPosts
from bot.stories.publishing.doubts import question
from bot.stories.publishing.publisher import Publisher
from bot.texts.catalogue import load_catalogues
from bot.texts.language import Language, load_languages

TOKEN = "4242:KIOSK"
TODAY = date(2026, 11, 22)
T = TypeVar("T")


class AtOnce:
    """Nobody waits for a turn."""

    async def turn(self, _chat: ChatId, _cost: int = 1) -> None:
        return


def languages() -> Mapping[str, Language]:
    return load_languages(load_catalogues(locales_folder()), templates_folder())


def submission(text: str = "They hung up on me.", **changes: Any) -> Submission:
    body = Body(text, "customer", "telecom", ("hung_up", "hold music"), "Nora", "Telefonica Rossa")
    one = Submission(new_key(), Kind.STORY, State.WAITING, TODAY.replace(day=1), "en", body)
    return replace(one, **changes)


def send(connection: Connection, one: Submission, receipt: bytes | None = None) -> Submission:
    """As it stands when moderators see it."""
    assert submissions.add(connection, one, receipt or one.key.encode() * 2, Random(1))
    return one


@dataclass
class Kiosk:
    """`clock` is that of Telegram in unix seconds, `seconds` the worker's monotonic one; `spoken` is
    the language of the admin who gets the alarms.
    """

    playground: Playground
    bot: ExtBot[Lane]
    gate: Gate
    database: Database
    channel: int
    owner: Person
    clock: list[float]
    seconds: float = 0.0
    served: int | None = None
    probe: Probe = no_probe
    turns: Turns = field(default_factory=AtOnce)
    notices: list[tuple[str, tuple[Button, ...]]] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    spoken: str = "en"

    def __post_init__(self) -> None:
        self.pages = Pages(languages, "en", lambda: self.bot.username)
        self.restart()

    def restart(self, channel: int | None = None, *, without: bool = False) -> None:
        """Another process on the same database; perhaps for another channel, or for none."""
        self.served = None if without else channel or self.channel
        self.posts = ChannelPosts(
            self.bot,
            self.turns,
            self.database.writer,
            self.pages,
            channel=lambda: self.served,
            ask=self._ask,
            tell_admins=lambda _, words: self.alarms.append(words(languages()[self.spoken])),
            monotonic=lambda: self.seconds,
            probe=self.probe,
        )
        self.publisher = Publisher(Random(1), self.posts)

    def _ask(self, connection: Connection, number: int) -> None:
        withdrawn = store.is_withdrawn(connection, number)
        self.notices.append(question(number, languages()["en"], withdrawn=withdrawn))

    async def do(self, unit: Callable[[Connection], T]) -> T:
        return await self.database.writer.run(unit)

    async def publish(self, text: str = "They hung up on me.", **changes: Any) -> int:
        def unit(connection: Connection) -> int | None:
            one = send(connection, submission(text, **changes))
            return self.publisher.publish(connection, one, TODAY)

        number = await self.do(unit)
        assert number is not None
        return number

    async def withdraw(self, number: int) -> None:
        await self.do(lambda connection: self.publisher.withdraw(connection, number, TODAY))

    def withdraw_soon(self, number: int) -> asyncio.Future[None]:
        """While the worker does something else."""
        return self.database.writer.post(
            lambda connection: self.publisher.withdraw(connection, number, TODAY)
        )

    async def vote(self, number: int, *, votes: int, score: int) -> None:
        def unit(connection: Connection) -> None:
            row = update(stories).where(stories.c.number == number)
            connection.execute(row.values(votes=votes, score=score))
            self.posts.labels_changed(connection, number)

        await self.do(unit)

    async def round(self) -> None:
        await self.posts.once()

    async def post(self, number: int = 1) -> Post | None:
        return await self.do(lambda connection: store.find(connection, number))

    async def state(self, number: int = 1) -> str | None:
        post = await self.post(number)
        return post.state if post else None

    @property
    def shown(self) -> list[dict[str, Any]]:
        """The bot's messages in the channel."""
        chat = self.playground.telegram.registry.chats[self.channel]
        return [chat.messages[number] for number in chat.messages if number in chat.own_posts]

    def labels(self, number: int = 0) -> list[list[str]]:
        rows = self.shown[number].get("reply_markup", {}).get("inline_keyboard", [])
        return [[button["text"] for button in row] for row in rows]

    def calls(self, method: str) -> int:
        calls = self.playground.telegram.calls
        return sum(call.method == method and call.ok for call in calls)

    def refuse(self, method: str, code: int, words: str, **more: Any) -> None:
        self.playground.telegram.fail_next(method, None, code, words, **more)


@contextlib.asynccontextmanager
async def kiosk(folder: Path) -> AsyncIterator[Kiosk]:
    clock = [1_800_000_000.0]
    async with Playground(token=TOKEN, limits=UNLIMITED, clock=lambda: clock[0]) as playground:
        owner = playground.person("moderator")
        channel = playground.room("channel", "Stories", owner)
        gate, request = Gate(Lanes(rate=1000)), AiohttpRequest(timeouts=Timeouts(read=0.3))
        bot = ExtBot(
            TOKEN,
            base_url=f"{playground.url}/bot",
            request=request,
            get_updates_request=request,
            rate_limiter=gate,
        )
        await bot.initialize()
        database = Database.open(f"sqlite:///{folder / 'bot.db'}")
        yield Kiosk(playground, bot, gate, database, channel, owner, clock)
        await database.close()
        await bot.shutdown()
