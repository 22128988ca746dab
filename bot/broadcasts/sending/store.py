"""SQL of the broadcasts that run: when they begin, and when they are done."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, literal, select, update

from bot.broadcasts.audience import Audience
from bot.broadcasts.sending.orders import Order
from bot.broadcasts.states import BroadcastState, RecipientState
from bot.broadcasts.store import Holders, move, stored, write
from bot.storage.broadcast_tables import broadcasts, recipients

_OPEN = (RecipientState.PENDING.value, RecipientState.SENDING.value)


def running(connection: Connection, now: datetime) -> tuple[Order, ...]:
    """Those whose time has come among them. `now` is aware."""
    is_scheduled = broadcasts.c.state == BroadcastState.SCHEDULED.value
    due = connection.scalars(
        select(broadcasts.c.id).where(is_scheduled, broadcasts.c.at <= stored(now))
    )
    for broadcast in due.all():
        move(connection, broadcast, BroadcastState.SENDING, now)
    is_sending = broadcasts.c.state == BroadcastState.SENDING.value
    rows = connection.execute(select(broadcasts).where(is_sending).order_by(broadcasts.c.id))
    return tuple(map(_order, rows))


def next_due(connection: Connection) -> datetime | None:
    """When the next one that is scheduled begins: in UTC, without saying so."""
    is_scheduled = broadcasts.c.state == BroadcastState.SCHEDULED.value
    at: datetime | None = connection.scalar(select(func.min(broadcasts.c.at)).where(is_scheduled))
    return at


def write_some(
    connection: Connection, order: Order, now: datetime, holders: Holders, most: int
) -> None:
    """Some recipients more; after the last of them the broadcast has begun."""
    if not is_sending(connection, order.broadcast):
        return
    if write(connection, order.broadcast, order.audience, now.date(), holders, most):
        return
    total = select(func.count()).where(recipients.c.broadcast == order.broadcast)
    row = update(broadcasts).where(broadcasts.c.id == order.broadcast)
    connection.execute(row.values(begun_at=stored(now), total=total.scalar_subquery()))


def finish(connection: Connection, broadcast: int, now: datetime) -> bool:
    """Whether nobody waits or is on the way any more: then it is done."""
    open_ = select(literal(1)).where(
        recipients.c.broadcast == broadcast, recipients.c.state.in_(_OPEN)
    )
    if connection.scalar(open_.limit(1)) is not None:
        return False
    return move(connection, broadcast, BroadcastState.DONE, now)


def is_sending(connection: Connection, broadcast: int) -> bool:
    state = connection.scalar(select(broadcasts.c.state).where(broadcasts.c.id == broadcast))
    return state == BroadcastState.SENDING.value


def _order(row: Row[Any]) -> Order:
    return Order(
        broadcast=row.id,
        audience=Audience.from_json(row.audience),
        override=row.override,
        pace=row.pace,
        written=row.begun_at is not None,
    )
