"""The receipts' part alone: updates in, replies out, everything beside it played by hand."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

from sqlalchemy import Connection, insert
from telegram import CallbackQuery, Chat, Message, Update, User

from bot.chat.people import Person
from bot.chat.people import store as people
from bot.chat.touch import Answer, touch_of
from bot.chat.visit import Reply, Visit, visit_of
from bot.shipped import templates_folder
from bot.storage.story_tables import comments, stories
from bot.storage.vault import Vault
from bot.stories import store
from bot.stories.keys import Keys, new_key
from bot.stories.model import Body, Kind, Line, State, StoryState, Submission
from bot.stories.receipts.answering import Answering
from bot.stories.receipts.guesses import Guesses
from bot.stories.receipts.handlers import Receipts
from bot.stories.receipts.screens import PLACE
from bot.stories.receipts.withdrawing import Withdrawing
from bot.texts.language import Language

RECEIPT = "1234567890123456"
WRONG = "6543210987654321"
STORY = "Zyzzyva waited for two hours."


class Desk:
    """`now` is turned by hand; what the other parts would do is noted in `done`."""

    def __init__(self, connection: Connection, keys: Keys | None = None) -> None:
        self.connection = connection
        self.now = datetime(2026, 11, 22, 10, tzinfo=UTC)
        self.keys = keys or Keys(Vault("k" * 40))
        self.language = Language("en", {}, templates_folder(Path("templates")))
        self.answering = Answering(self.keys, lambda: self.now)
        self.done: list[object] = []
        self.place = PLACE
        self._ids: Iterator[int] = count(1)
        self.receipts = Receipts(
            self.keys,
            self.answering,
            Guesses(),
            compose=self._compose,
            withdrawing=Withdrawing(
                self.keys,
                story=lambda _, number, today: self.done.append((number, today)),
                note=lambda _, receipt: self.done.append(receipt),
            ),
        )
        self.routes = self.receipts.routes()

    def send(self, text: str, chat_id: int = 7) -> Reply | None:
        user = User(chat_id, "A", is_bot=False)
        message = Message(next(self._ids), self.now, Chat(chat_id, "private"), user, text=text)
        visit = self.visit(Update(next(self._ids), message=message), chat_id)
        if text.startswith("/"):
            return self._kept(self.routes.commands["receipt"](visit))
        (typed,) = self.routes.listeners
        reply = typed(visit)
        return self._kept(reply) if reply else None

    def press(self, data: str, chat_id: int = 7) -> Reply:
        visit = self.visit(self._pressed(data, chat_id), chat_id)
        return self._kept(self.routes.presses["receipt"](visit))

    def touch(self, data: str, chat_id: int = 7) -> Answer | None:
        touch = touch_of(self.connection, self._pressed(data, chat_id), self.language, self.now)
        assert touch is not None
        return self.routes.touches["receipt"](touch)

    def visit(self, update: Update, chat_id: int = 7) -> Visit:
        person = people.meet(self.connection, chat_id, "en", self.now.date())
        at_place = Person(chat_id, person.language, place=self.place)
        return visit_of(self.connection, update, at_place, self.language, self.now)

    def visit_now(self) -> Visit:
        return self.visit(Update(next(self._ids)))

    def pass_(self, **period: float) -> None:
        self.now += timedelta(**period)

    def submit(self, receipt: str = RECEIPT, **changes: object) -> Submission:
        given: dict[str, object] = {
            "key": new_key(),
            "kind": Kind.STORY,
            "state": State.WAITING,
            "month": date(2026, 11, 1),
            "language": "en",
            "body": Body(STORY),
        }
        one = Submission(**{**given, **changes})  # type: ignore[arg-type]
        store.add(self.connection, one, self.keys.receipt_hash(receipt), Random(1))
        return one

    def ask(self, *lines: str) -> Submission:
        asked = tuple(Line(by_author=False, text=line) for line in lines)
        return self.submit(state=State.ASKED, dialogue=asked)

    def publish(self, number: int = 17, state: StoryState = StoryState.OPEN) -> None:
        row = {"number": number, "language": "en", "teller": "other", "sector": "other"}
        counted = {"score": -3, "votes": 1, "comments": 5, "published_on": self.now.date()}
        receipt = self.keys.receipt_hash(RECEIPT)
        self.connection.execute(
            insert(stories).values(**row, **counted, state=state, receipt=receipt)
        )

    def publish_note(self, kind: Kind, number: int = 17) -> None:
        row = {"key": new_key(), "number": number, "position": 1, "kind": kind, "nickname": ""}
        receipt = self.keys.receipt_hash(RECEIPT)
        day = self.now.date()
        self.connection.execute(
            insert(comments).values(**row, published_on=day, text="Same here.", receipt=receipt)
        )

    def found(self) -> Submission:
        one = store.find_by_receipt(self.connection, self.keys.receipt_hash(RECEIPT))
        assert one is not None
        return one

    def _pressed(self, data: str, chat_id: int) -> Update:
        user = User(chat_id, "A", is_bot=False)
        message = Message(next(self._ids), self.now, Chat(chat_id, "private"))
        query = CallbackQuery("1", user, "1", message=message, data=data)
        return Update(next(self._ids), callback_query=query)

    def _compose(self, visit: Visit, kind: str, about: int | None) -> Reply:
        self.done.append((kind, about))
        return Reply(visit.person, "story")

    def _kept(self, reply: Reply | None) -> Reply:
        """No place, notice or toast ever holds a receipt."""
        assert reply is not None
        self.place = reply.place
        for said in (reply.place, reply.shows, reply.notice, reply.toast):
            assert RECEIPT not in said
            assert WRONG not in said
        assert "\n\n\n" not in (reply.screen.text if reply.screen else "")
        return reply


def shown(reply: Reply | None) -> str:
    """The text of the screen that is shown this once; empty where it is the place's own."""
    assert reply is not None
    return reply.screen.text if reply.screen else ""


def buttons(reply: Reply | None) -> list[str]:
    """Callback data of the screen's buttons."""
    assert reply is not None
    assert reply.screen is not None
    return [button.data or "" for row in reply.screen.rows for button in row]
