"""The bot without Telegram: its desk, composer, release and publication over a real database file.

Quick enough to run once for each guard that is taken out.
"""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection
from telegram import Update

from bot.chat import store
from bot.chat.desk import Desk
from bot.chat.people import store as people
from bot.chat.routes import Routes
from bot.chat.screens import Screen
from bot.chat.visit import Reply, Visit
from bot.storage import wiping
from bot.storage.engine import open_engine
from bot.storage.migrate import migrate
from bot.storage.vault import Vault
from bot.stories import store as submissions
from bot.stories.keys import Keys
from bot.stories.model import State
from bot.stories.moderation.duplicates import Duplicates
from bot.stories.moderation.release import Release
from bot.stories.moderation.rights import Moderators, Rights
from bot.stories.moderation.store import CardStore
from bot.stories.publishing.publisher import Publisher
from bot.stories.telling import Telling
from tests.stories.telling.teller import LANGUAGES, SpokenAnswers, surroundings
from tests.world import Clock

SECRET = "the key of this installation alone, 48 letters long"
MODERATORS = -1_001_000_000_009
Json = dict[str, Any]


class NoChannel:
    def published(self, connection: Connection, number: int) -> None: ...

    def withdrawn(self, connection: Connection, number: int) -> None: ...

    def labels_changed(self, connection: Connection, number: int) -> None: ...


def no_post(*_: object) -> None: ...


@dataclass
class Office:
    """`connection` is the writer's; each update is committed, and its screen arrives at once."""

    connection: Connection
    random: Random
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.vault = Vault(SECRET)
        self.telling = Telling(self.vault, Keys(self.vault), self.random, answers=SpokenAnswers())
        self.desk = Desk(_routes(self.telling), LANGUAGES, "en", clock=self.clock)
        self.cards = CardStore(self.vault, self.random)
        moderators = Moderators(Rights(lambda _: MODERATORS, lambda _: ()), no_post)
        self._release = Release((), self.cards, Duplicates(), moderators, lambda: None)
        self._publisher = Publisher(self.random, NoChannel())
        self.ids = itertools.count(1)

    def take(self, part: str, content: Json) -> Screen:
        """The screen that the update brings."""
        update = Update.de_json({"update_id": next(self.ids), part: content}, None)
        work = self.desk.take(self.connection, update)
        assert work is not None
        assert work.screen is not None
        self._commit(erased=work.erased)
        store.settle(self.connection, work.chat_id, work.update_id)
        people.set_screen(self.connection, work.chat_id, next(self.ids))
        self._commit(erased=work.erased)
        return work.screen

    def release(self) -> None:
        """The cards of what is new go out, and stand in the moderators' chat."""
        self._release.release(self.connection)
        self._release.deal(self.connection)
        self._commit()
        for card in [*self.cards.stale(self.connection)]:
            self.cards.put(self.connection, [replace(card, message=next(self.ids))], stale=False)
            self._commit()

    def publish(self, count: int) -> None:
        """The first cards of the chat, one after the other: stories 1 to `count`."""
        cards = sorted(self.cards.all(self.connection), key=lambda card: card.message or 0)
        for card in cards[:count]:
            one = submissions.find(self.connection, card.submission)
            assert one is not None
            assert one.state is State.WAITING
            self._publisher.publish(self.connection, one, self.clock.now.date())
            self._commit(erased=True)

    def withdraw(self, number: int) -> None:
        self._publisher.withdraw(self.connection, number, self.clock.now.date())
        self._commit(erased=True)

    def _commit(self, *, erased: bool = False) -> None:
        self.connection.commit()
        if erased:
            wiping.empty_log(self.connection)


class Visitor:
    """Somebody at the office: `send` and `press` as a person of the local Telegram does."""

    def __init__(self, office: Office, chat_id: int) -> None:
        self.id, self._office, self._screen = chat_id, office, Screen("")

    @property
    def presses(self) -> list[str]:
        return [button.data for row in self._screen.rows for button in row if button.data]

    async def send(self, text: str) -> None:
        self._screen = self._office.take("message", self._message(text=text))

    async def press_data(self, data: str) -> None:
        query = {"id": "1", "from": self._user(), "chat_instance": "1", "data": data}
        message = self._message(text="a screen")
        self._screen = self._office.take("callback_query", {**query, "message": message})

    def _message(self, **content: Any) -> Json:
        number, chat = next(self._office.ids), {"id": self.id, "type": "private"}
        return {"message_id": number, "date": 1, "chat": chat, "from": self._user(), **content}

    def _user(self) -> Json:
        return {"id": self.id, "is_bot": False, "first_name": "A", "language_code": "en"}


@contextmanager
def office(folder: Path, random: Random) -> Iterator[Office]:
    engine = open_engine(f"sqlite:///{folder / 'bot.db'}")
    migrate(engine)
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA synchronous=OFF")  # no power fails here
        yield Office(connection, random)
    engine.dispose()


def _routes(telling: Telling) -> Routes:
    """With guides beside it: a place to be, and words that nobody expects."""

    def elsewhere(visit: Visit) -> Reply:
        return Reply(visit.person, "guide:opt_out")

    screen = Screen("a question", ())
    beside = Routes(commands={"guide": elsewhere}, places={"guide": lambda _, __: screen})
    return telling.routes() | surroundings(telling) | beside
