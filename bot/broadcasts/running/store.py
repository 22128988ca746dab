"""SQL of broadcasts that run or are over, and of what they say."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, exists, or_, select, update

from bot.broadcasts.audience import Audience
from bot.broadcasts.running.states import BEGUN, OVER
from bot.broadcasts.sending.contents import Content
from bot.broadcasts.states import BroadcastState
from bot.broadcasts.store import stored
from bot.storage.broadcast_tables import broadcast_contents, broadcasts

# A draft that was thrown away has no contents any more.
_KNOWN = (broadcasts.c.state != BroadcastState.DRAFT.value) & exists().where(
    broadcast_contents.c.broadcast == broadcasts.c.id
)


@dataclass(frozen=True)
class Broadcast:
    """Times are aware, in UTC. `live_message` shows how far it is, in the chat `live_chat`."""

    id: int
    state: BroadcastState
    author: int
    audience: Audience
    at: datetime | None
    pace: int
    begun_at: datetime | None
    ended_at: datetime | None
    total: int
    live_chat: int | None
    live_message: int | None
    reason: str

    @property
    def is_over(self) -> bool:
        return self.state.value in OVER


def find(connection: Connection, broadcast: int) -> Broadcast | None:
    """None for a draft, too."""
    row = connection.execute(select(broadcasts).where(broadcasts.c.id == broadcast, _KNOWN))
    found = row.first()
    return _broadcast(found) if found else None


def last(connection: Connection, most: int) -> list[Broadcast]:
    """The newest first."""
    rows = select(broadcasts).where(_KNOWN).order_by(broadcasts.c.id.desc()).limit(most)
    return [_broadcast(row) for row in connection.execute(rows)]


def watched(connection: Connection, since: datetime) -> list[Broadcast]:
    """Those that run, and those that ran and ended since then."""
    ended = (broadcasts.c.ended_at >= stored(since)) & broadcasts.c.begun_at.is_not(None)
    now = or_(broadcasts.c.state.in_(BEGUN), broadcasts.c.state.in_(OVER) & ended)
    rows = select(broadcasts).where(_KNOWN, now).order_by(broadcasts.c.id)
    return [_broadcast(row) for row in connection.execute(rows)]


def set_live(connection: Connection, broadcast: int, chat_id: int, message_id: int | None) -> None:
    """Where it is shown from now on; no message: a new one is to be sent there."""
    row = update(broadcasts).where(broadcasts.c.id == broadcast)
    connection.execute(row.values(live_chat=chat_id, live_message=message_id))


def contents(connection: Connection, broadcast: int) -> dict[str, Content]:
    """The versions by language, without the corrections that are kept beside them: those have no
    source.
    """
    table = broadcast_contents
    where = (table.c.broadcast == broadcast, table.c.source != 0)
    rows = connection.execute(select(table).where(*where))
    return {row.language: Content.kept(row.source, row.messages, row.buttons) for row in rows}


def _broadcast(row: Row[Any]) -> Broadcast:
    return Broadcast(
        id=row.id,
        state=BroadcastState(row.state),
        author=row.author,
        audience=Audience.from_json(row.audience),
        at=_aware(row.at),
        pace=row.pace,
        begun_at=_aware(row.begun_at),
        ended_at=_aware(row.ended_at),
        total=row.total,
        live_chat=row.live_chat,
        live_message=row.live_message,
        reason=row.reason,
    )


def _aware(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=UTC) if moment else None
