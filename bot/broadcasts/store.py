"""SQL of broadcasts: whom they are for, the recipients' rows, and the state they are in."""

from collections.abc import Callable, Collection
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    case,
    cast,
    func,
    insert,
    literal,
    select,
    update,
)

from bot.broadcasts.audience import Audience
from bot.broadcasts.states import MOVES, BroadcastState, RecipientState
from bot.chat.people import DEFAULT_ZONES, QUIET_FROM, QUIET_TO, ZONES
from bot.storage.broadcast_tables import broadcasts, recipients
from bot.storage.tables import people

FASTEST, SLOWEST = 100, 10
"""Percent of what the limits allow."""
LONGEST_REASON = 80
Holders: TypeAlias = Callable[..., Collection[int]]
"""`Roles.members`: who has one of these roles, be it by the settings."""

# The same as `Person.clock`, the text that `quiet.Clock` reads.
_ZONE = func.coalesce(
    people.c.time_zone,
    case(ZONES, value=people.c.country),
    case(DEFAULT_ZONES, value=people.c.language),
    "UTC",
)
CLOCK = (
    _ZONE
    + literal(" ")
    + cast(func.coalesce(people.c.quiet_from, QUIET_FROM), String)
    + literal(" ")
    + cast(func.coalesce(people.c.quiet_to, QUIET_TO), String)
)
_LANGUAGE = func.substr(people.c.language, 1, 2)


def fits(
    connection: Connection, audience: Audience, today: date, holders: Holders
) -> ColumnElement[bool]:
    """The condition on `people`; those who blocked the bot or left the category never fit."""
    wanted = ~people.c.blocked & (people.c.subscriptions.op("&")(audience.subscription) != 0)
    if audience.languages:
        wanted &= _LANGUAGE.in_(audience.languages)
    if audience.countries:
        wanted &= func.coalesce(people.c.country, "").in_(audience.countries)
    if audience.roles:
        wanted &= people.c.chat_id.in_(holders(connection, *audience.roles))
    if audience.active_days is not None:
        wanted &= people.c.last_seen >= today - timedelta(days=audience.active_days)
    return wanted


def count(connection: Connection, audience: Audience, today: date, holders: Holders) -> int:
    fit = fits(connection, audience, today, holders)
    return connection.scalar(select(func.count()).select_from(people).where(fit)) or 0


def write(
    connection: Connection,
    broadcast: int,
    audience: Audience,
    today: date,
    holders: Holders,
    most: int | None = None,
) -> int:
    """How many recipients it wrote, in one statement and in the order of their ids.

    With `most` it goes on behind the last one that is written: 0 says that all are.
    """
    rows = select(
        literal(broadcast),
        people.c.chat_id,
        _LANGUAGE,
        CLOCK,
        literal(RecipientState.PENDING.value),
        literal(0),
        literal(""),
    ).where(fits(connection, audience, today, holders))
    last = select(func.max(recipients.c.chat_id)).where(recipients.c.broadcast == broadcast)
    after = connection.scalar(last)
    if after is not None:
        rows = rows.where(people.c.chat_id > after)
    names = ["broadcast", "chat_id", "language", "clock", "state", "count", "reason"]
    rows = rows.order_by(people.c.chat_id).limit(most)
    return connection.execute(insert(recipients).from_select(names, rows)).rowcount


def schedule(connection: Connection, broadcast: int, at: datetime) -> bool:
    """The sender begins it at that instant (aware); False when it is no draft any more."""
    values = {"state": BroadcastState.SCHEDULED.value, "at": stored(at)}
    return _set(connection, broadcast, {BroadcastState.DRAFT}, **values)


def move(
    connection: Connection, broadcast: int, after: BroadcastState, now: datetime, reason: str = ""
) -> bool:
    """Pause, go on, cancel, stop, end; False, and nothing is done, where it cannot become that."""
    values: dict[str, object] = {"state": after.value, "reason": reason[:LONGEST_REASON]}
    if after not in MOVES:
        values["ended_at"] = stored(now)
    before = {state for state, others in MOVES.items() if after in others}
    return _set(connection, broadcast, before, **values)


def set_pace(connection: Connection, broadcast: int, percent: int) -> bool:
    """Within `SLOWEST` and `FASTEST`; False when it does not run."""
    pace = max(SLOWEST, min(FASTEST, percent))
    running = {BroadcastState.SCHEDULED, BroadcastState.SENDING, BroadcastState.PAUSED}
    return _set(connection, broadcast, running, pace=pace)


def stored(moment: datetime) -> datetime:
    """As instants stand in the tables: in UTC, which is not written."""
    return moment.astimezone(UTC).replace(tzinfo=None)


def _set(
    connection: Connection, broadcast: int, before: set[BroadcastState], **values: object
) -> bool:
    states = [state.value for state in before]
    row = update(broadcasts).where(broadcasts.c.id == broadcast, broadcasts.c.state.in_(states))
    return connection.execute(row.values(**values)).rowcount == 1
