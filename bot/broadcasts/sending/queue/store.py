"""SQL of the rows to be sent. What it takes costs the same among a thousand and a million."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, String, bindparam, func, select, update

from bot.broadcasts.sending.contents import Content
from bot.broadcasts.sending.orders import Order, Outcome, Recipient, Taken
from bot.broadcasts.sending.store import is_sending
from bot.broadcasts.states import BroadcastState, RecipientState
from bot.chat.people import store as people_store
from bot.storage.broadcast_tables import broadcast_contents, broadcasts, recipients
from bot.storage.tables import people
from bot.storage.values import find, keep

SILENT = "broadcasts_silent_until"
_PENDING, _SENDING = RecipientState.PENDING.value, RecipientState.SENDING.value
_SETTLE = (
    update(recipients)
    .where(
        recipients.c.broadcast == bindparam("of"),
        recipients.c.chat_id == bindparam("to"),
        recipients.c.state == _SENDING,
    )
    .values({name: bindparam(name) for name in ("state", "reason", "message_id", "count")})
)
_AWAY = "away"
_DEPART = (
    update(recipients)
    .where(
        recipients.c.broadcast == bindparam("of"),
        recipients.c.chat_id == bindparam("to"),
        recipients.c.state == _SENDING,
    )
    .values(reason=_AWAY)
)


def cut(connection: Connection) -> int:
    """How many had left when the process ended: nobody knows whether they arrived. Those that
    waited for their turn wait again.
    """
    begun = select(broadcasts.c.id).where(broadcasts.c.state != BroadcastState.DRAFT.value)
    lost = update(recipients).where(
        recipients.c.broadcast.in_(begun), recipients.c.state == _SENDING
    )
    values = {"state": RecipientState.UNKNOWN.value, "reason": "cut"}
    count = connection.execute(lost.where(recipients.c.reason == _AWAY).values(values)).rowcount
    connection.execute(lost.values(state=_PENDING))
    return count


def silent_until(connection: Connection) -> datetime | None:
    """The latest instant before which Telegram wanted nothing sent; aware."""
    noted = find(connection, SILENT)
    return datetime.fromisoformat(noted) if noted else None


def clocks(connection: Connection, broadcast: int) -> tuple[str, ...]:
    """Those at which somebody waits; one step through the index each."""
    waiting = (recipients.c.broadcast == broadcast, recipients.c.state == _PENDING)
    least = select(func.min(recipients.c.clock, type_=String).label("clock")).where(*waiting)
    found = least.cte("found", recursive=True)
    behind = least.where(recipients.c.clock > found.c.clock).scalar_subquery()
    found = found.union_all(select(behind).where(found.c.clock.is_not(None)))
    return tuple(connection.scalars(select(found.c.clock).where(found.c.clock.is_not(None))))


def take(
    connection: Connection,
    order: Order,
    awake: Sequence[str],
    most: int,
) -> Taken:
    """The next to be sent to, marked; who blocked the bot or left meanwhile is skipped."""
    if not is_sending(connection, order.broadcast):
        return Taken()
    rows: list[Row[Any]] = []
    exhausted = set()
    for clock in awake:
        found = connection.execute(_next(order.broadcast, clock, most - len(rows))).all()
        rows += found
        if len(rows) >= most:
            break
        exhausted.add(clock)
    wanted = order.audience.subscription
    stays = [row for row in rows if not row.blocked and row.subscriptions & wanted]
    gone = [row for row in rows if row.blocked or not row.subscriptions & wanted]
    _mark(connection, order.broadcast, stays, RecipientState.SENDING)
    _mark(connection, order.broadcast, gone, RecipientState.SKIPPED, "left")
    taken = tuple(Recipient(row.chat_id, row.language, row.clock) for row in stays)
    return Taken(taken, frozenset(exhausted), _contents(connection, order.broadcast))


def depart(connection: Connection, going: Iterable[tuple[int, int]]) -> None:
    """Of rows that were taken, each a broadcast and a chat: their messages go now."""
    connection.execute(_DEPART, [{"of": broadcast, "to": chat} for broadcast, chat in going])


def settle(connection: Connection, outcomes: Collection[Outcome]) -> None:
    """Who cannot be reached gets nothing more until they come back."""
    rows = [
        {
            "of": one.broadcast,
            "to": one.chat_id,
            "state": one.state.value,
            "reason": one.reason,
            "message_id": one.message_id,
            "count": one.count,
        }
        for one in outcomes
    ]
    connection.execute(_SETTLE, rows)
    for row in rows:
        if row["state"] == RecipientState.BLOCKED.value:
            people_store.block(connection, int(str(row["to"])))
    silences = [one.silent_until for one in outcomes if one.silent_until]
    if silences:
        before = silent_until(connection)
        latest = max([*silences, before] if before else silences)
        keep(connection, SILENT, latest.isoformat())


def _next(broadcast: int, clock: str, most: int) -> Select[Any]:
    """The ids come from the index alone: asked for more, SQLite walks the table in their order."""
    ids = select(recipients.c.chat_id).where(
        recipients.c.broadcast == broadcast,
        recipients.c.state == _PENDING,
        recipients.c.clock == clock,
    )
    found = ids.order_by(recipients.c.chat_id).limit(most).subquery()
    return (
        select(recipients, people.c.blocked, people.c.subscriptions)
        .select_from(found)
        .join(people, people.c.chat_id == found.c.chat_id)
        .join(recipients, recipients.c.chat_id == found.c.chat_id)
        .where(recipients.c.broadcast == broadcast)
    )


def _mark(
    connection: Connection,
    broadcast: int,
    rows: Iterable[Row[Any]],
    state: RecipientState,
    reason: str = "",
) -> None:
    chats = [row.chat_id for row in rows]
    if chats:
        these = (recipients.c.broadcast == broadcast, recipients.c.chat_id.in_(chats))
        values = {"state": state.value, "reason": reason}
        connection.execute(update(recipients).where(*these).values(values))


def _contents(connection: Connection, broadcast: int) -> dict[str, Content]:
    where = broadcast_contents.c.broadcast == broadcast
    rows = connection.execute(select(broadcast_contents).where(where))
    return {row.language: Content.kept(row.source, row.messages, row.buttons) for row in rows}
