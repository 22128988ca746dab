"""The moderators' part of the bot, put together."""

import time
from collections.abc import Callable
from datetime import datetime
from random import Random

from sqlalchemy import Connection
from telegram.ext import ExtBot

from bot.chat.routes import Routes, command_of
from bot.chat.touch import Answer, Touch
from bot.delivery.gate import Lane
from bot.storage.vault import Vault
from bot.storage.writer import Writer
from bot.stories.moderation import asking, store
from bot.stories.moderation.ages import Ages
from bot.stories.moderation.cards import Cards
from bot.stories.moderation.decisions import Decisions
from bot.stories.moderation.drawing import Drawing
from bot.stories.moderation.duplicates import Duplicates
from bot.stories.moderation.face import Face
from bot.stories.moderation.insults import Insults
from bot.stories.moderation.presses import Presses
from bot.stories.moderation.publisher import Publisher
from bot.stories.moderation.queue import Asked, Queue
from bot.stories.moderation.release import Release
from bot.stories.moderation.reports.handlers import Reports
from bot.stories.moderation.rights import Moderators, Spoken
from bot.stories.moderation.rounds import Rounds
from bot.stories.moderation.settling import Settling
from bot.stories.publishing.channel.pauses import Pauses


class Moderation:
    """To be made once: what is served anew when texts change are `routes()` alone.

    `hours` (UTC) are those at which new ones reach moderators, none: at once. `address` is the deep
    link to a published story. `cards` and `rounds` are workers, to be run; `settling` is for other
    notices that moderators decide.
    """

    def __init__(
        self,
        publisher: Publisher,
        moderators: Moderators,
        spoken: Spoken,
        insults: Insults,
        doubts: Asked,
        *,
        address: Callable[[int], str],
        hours: tuple[int, ...],
        vault: Vault,
        random: Random,
        bot: ExtBot[Lane],
        writer: Writer,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        rights, card_store, ages = moderators.rights, store.CardStore(vault, random), Ages()
        duplicates = Duplicates()
        face = Face(insults, duplicates, address)
        drawing = Drawing(card_store, face, spoken, rights)
        self.cards = Cards(bot, writer, drawing, Pauses(monotonic))
        release = Release(hours, card_store, duplicates, moderators, self.cards.wake)
        self.rounds = Rounds(release, writer, ages, spoken, clock)
        self._rights = rights
        self._decisions = Decisions(publisher, card_store, self.cards.wake)
        self._presses = Presses(self._decisions)
        self.settling = Settling(card_store, self.cards.wake)
        self._reports = Reports(publisher, moderators, spoken, address, self.settling)
        self._queue = Queue(card_store, ages, self._reports, doubts, self.cards.wake)
        self._card_store = card_store

    def routes(self) -> Routes:
        return Routes(
            touches={"mod": self.press, "rep": self.press}, watchers=(self.replied, self.commanded)
        )

    def reported(self, connection: Connection, number: int) -> None:
        """After a reader's report of that story was written."""
        self._reports.reported(connection, number)

    def start(self, connection: Connection) -> None:
        """Cards in chats that no longer moderate are to be closed."""
        chats = {card.id: card.chat for card in self._card_store.all(connection)}
        ours = self._rights.ours(connection)
        former = [card_id for card_id, chat in chats.items() if chat not in ours]
        self._card_store.mark_all(connection, former)

    def chats_changed(self, connection: Connection) -> None:
        """What waits gets its cards where moderators are now."""
        self.start(connection)
        self.rounds.deal_anew()
        self.cards.wake()

    def press(self, touch: Touch) -> Answer:
        if not self._rights.may(touch):
            return Answer(_refusal(touch), alert=True)
        prefix, what, action = (*touch.data.split(":", 3), "", "")[:3]
        if prefix == "rep":
            return self._reports.press(touch)
        if what == "queue":
            return self._queue.press(touch, action)
        return self._presses.press(touch)

    def replied(self, touch: Touch) -> Answer | None:
        """A question or a reason, as a reply to the message that asks for it."""
        wanted = asking.replied(touch)
        if wanted is None:
            return None
        if not self._rights.may(touch):
            return None
        return asking.take(touch, wanted, self._decisions)

    def commanded(self, touch: Touch) -> Answer | None:
        """Nobody else learns that there are such commands."""
        if not touch.text.startswith("/") or not self._rights.may(touch):
            return None
        return self._queue.command(touch, command_of(touch.text))


def _refusal(touch: Touch) -> str:
    return touch.language.say("This is for moderators.")
