"""When the channel does not take something: what waits, how long, and who is told."""

import logging
from collections.abc import Callable

from sqlalchemy import Connection
from telegram.error import TelegramError

from bot.chat.telling import Words
from bot.storage.writer import Unit, Writer
from bot.stories.publishing.channel.failures import Failure, failure_of, seconds_of
from bot.stories.publishing.channel.pages import Pages
from bot.stories.publishing.channel.pauses import Pauses
from bot.texts.language import Language

log = logging.getLogger(__name__)
TellAdmins = Callable[[Connection, Words], None]
ALL = "channel"
LONGEST_OFFLINE = 60.0


class Troubles:
    """A post that is refused waits for itself; all wait for the network and for a channel that
    refuses. Admins are told once of each kind, until that post or the channel works again.
    """

    def __init__(
        self, writer: Writer, pages: Pages, pauses: Pauses, tell_admins: TellAdmins
    ) -> None:
        self._writer, self._pages, self._pauses = writer, pages, pauses
        self._tell_admins = tell_admins
        self._told: set[tuple[object, str]] = set()

    def waits(self, number: int) -> bool:
        return not (self._pauses.over(ALL) and self._pauses.over(number))

    def over(self, number: int) -> None:
        """Something worked."""
        self._pauses.end(ALL)
        self._pauses.end(number)
        self._told = {told for told in self._told if told[0] not in {ALL, number}}

    def failed(self, number: int, error: Exception) -> None:
        """For reasons of its own: no call was refused."""
        log.error("post %d: %s", number, type(error).__name__)
        self._pauses.fail(number)

    async def met(self, number: int, error: TelegramError, unit: Unit[object]) -> None:
        """`unit` writes what it means for the row; what admins are told goes along."""
        failure = failure_of(error)
        log.warning("post %d: %s (%s)", number, failure.name.lower(), type(error).__name__)
        self._pause(number, failure, error)
        told = (ALL if failure is Failure.CLOSED else number, self._pages.advice(error))
        is_new = failure in {Failure.REFUSED, Failure.CLOSED} and told not in self._told

        def words(language: Language) -> str:
            return f"#{number}: {self._pages.advice(error, language)}"

        def both(connection: Connection) -> None:
            unit(connection)
            if is_new:
                self._tell_admins(connection, words)

        await self._writer.run(both)
        if is_new:
            self._told.add(told)

    def _pause(self, number: int, failure: Failure, error: TelegramError) -> None:
        match failure:
            case Failure.HELD:
                self._pauses.hold(ALL, seconds_of(error))
            case Failure.UNSENT:
                self._pauses.fail(ALL, LONGEST_OFFLINE)
            case Failure.MAYBE:
                self._pauses.fail(number, LONGEST_OFFLINE)
            case Failure.CLOSED:
                self._pauses.fail(ALL)
            case _:
                self._pauses.fail(number)
