"""Guards of broadcasts taken out, one each, to see that the checker notices."""

import contextlib
from collections.abc import AsyncIterator, Callable, Mapping
from unittest.mock import patch

from sqlalchemy import Connection, update

from bot.broadcasts.running.live import Live
from bot.broadcasts.sending.queue import store
from bot.broadcasts.sending.queue.departures import Departures
from bot.storage.broadcast_tables import recipients

LIVE_SECONDS = 1.2  # one chat may get a message a second


def show_often() -> None:
    """How far it is, for a process of its own: nothing is put back."""
    patch.dict(Live.__init__.__kwdefaults__, seconds=LIVE_SECONDS).start()


def _cut_is_sent_again() -> None:
    def cut(connection: Connection) -> int:
        lost = update(recipients).where(recipients.c.state == "sending")
        return connection.execute(lost.values(state="pending")).rowcount

    patch.object(store, "cut", cut).start()


def _nothing_is_noted_before_it_goes() -> None:
    @contextlib.asynccontextmanager
    async def noted(*_: object) -> AsyncIterator[None]:
        yield

    patch.object(Departures, "noted", noted).start()


GUARDS: Mapping[str, Callable[[], None]] = {
    "cut": _cut_is_sent_again,
    "departures": _nothing_is_noted_before_it_goes,
}
