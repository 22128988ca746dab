"""SQL of the numbers: counts are added, everything else is counted when somebody asks."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    bindparam,
    case,
    cast,
    delete,
    func,
    insert,
    select,
    update,
)

from bot.chat.people import SUBSCRIPTIONS
from bot.statistics.model import MONTH, WEEK, People, Stories, Within
from bot.storage.broadcast_tables import DELIVERED, broadcasts, recipients, statistics
from bot.storage.story_tables import stories
from bot.storage.submission_tables import submissions
from bot.storage.tables import people

T = TypeVar("T")
KEEP = timedelta(days=400)
_ONE = (statistics.c.day == bindparam("on"), statistics.c.name == bindparam("of"))
_ADD = update(statistics).where(*_ONE).values(count=statistics.c.count + bindparam("by"))


def add(connection: Connection, counts: Mapping[tuple[date, str], int]) -> None:
    """By day and name."""
    for (day, name), by in counts.items():
        if not connection.execute(_ADD, {"on": day, "of": name, "by": by}).rowcount:
            connection.execute(insert(statistics).values(day=day, name=name, count=by))


def forget_old(connection: Connection, now: datetime) -> int:
    """How many counts older than some thirteen months went."""
    old = delete(statistics).where(statistics.c.day < now.date() - KEEP)
    return connection.execute(old).rowcount


def counted(connection: Connection, since: date) -> dict[str, int]:
    """By name, from that day on."""
    return _grouped(
        connection,
        select(statistics.c.name, func.sum(statistics.c.count))
        .where(statistics.c.day >= since)
        .group_by(statistics.c.name),
    )


def people_of(connection: Connection, today: date) -> People:
    names = ("day", "week", "month")
    since = dict(zip(names, (days_ago(today, days) for days in (1, WEEK, MONTH)), strict=True))
    numbers = {
        "total": func.count(),
        "blocked": _count(people.c.blocked),
        **{f"new_{name}": _count(people.c.first_seen >= day) for name, day in since.items()},
        **{f"active_{name}": _count(people.c.last_seen >= day) for name, day in since.items()},
    }
    found = _one(connection, numbers)
    return People(
        found["total"],
        found["blocked"],
        Within(*(found[f"new_{name}"] for name in names)),
        Within(*(found[f"active_{name}"] for name in names)),
        _per_day(connection, today),
    )


def subscribed(connection: Connection) -> dict[str, int]:
    """People who can be reached, by what they want to get."""
    bits = {
        name: _count(~people.c.blocked & (people.c.subscriptions.op("&")(bit) != 0))
        for name, bit in SUBSCRIPTIONS.items()
    }
    return _one(connection, bits)


def stories_of(connection: Connection, today: date) -> Stories:
    """States are those of `submissions` and `stories`."""
    sent = _grouped(
        connection,
        select(submissions.c.state, func.count())
        .where(submissions.c.kind == "story")
        .group_by(submissions.c.state),
    )
    readable = stories.c.state.in_(("open", "archived"))
    there = _one(
        connection,
        {
            "all": func.count(stories.c.number),
            "readable": _count(readable),
            "month": _count(readable & (stories.c.published_on >= days_ago(today, MONTH))),
        },
    )
    rejected, withdrawn = sent.get("rejected", 0), sent.get("withdrawn", 0)
    return Stories(
        sent=sum(sent.values()) + there["all"],
        waiting=sum(sent.values()) - rejected - withdrawn,
        rejected=rejected,
        withdrawn=withdrawn + there["all"] - there["readable"],
        published=there["readable"],
        published_month=there["month"],
    )


def messages(connection: Connection, today: date) -> tuple[int, dict[str, int]]:
    """Broadcasts begun in the last 30 days, and what became of their messages: `delivered`, or the
    state of those that were not.
    """
    recent = select(broadcasts.c.id).where(broadcasts.c.begun_at >= days_ago(today, MONTH))
    numbers = connection.scalars(recent).all()
    states = _grouped(
        connection,
        select(recipients.c.state, func.count())
        .where(recipients.c.broadcast.in_(numbers))
        .group_by(recipients.c.state),
    )
    delivered = sum(states.pop(state, 0) for state in DELIVERED)
    return len(numbers), {"delivered": delivered, **states} if delivered else states


def days_ago(today: date, days: int) -> date:
    """The first of so many days of which today is the last."""
    return today - timedelta(days=days - 1)


def _per_day(connection: Connection, today: date) -> tuple[int, ...]:
    first = days_ago(today, MONTH)
    came = _grouped(
        connection,
        select(people.c.first_seen, func.count())
        .where(people.c.first_seen >= first)
        .group_by(people.c.first_seen),
    )
    return tuple(came.get(first + timedelta(days=days), 0) for days in range(MONTH))


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return cast(func.coalesce(func.sum(case((condition, 1), else_=0)), 0), Integer)


def _grouped(connection: Connection, counts: Select[T, int]) -> dict[T, int]:
    return {key: count for key, count in connection.execute(counts)}  # noqa: C416 - rows, typed


def _one(connection: Connection, numbers: Mapping[str, ColumnElement[Any]]) -> dict[str, int]:
    row = connection.execute(select(*(one.label(name) for name, one in numbers.items()))).one()
    return dict(row._mapping)  # noqa: SLF001 - the library's public name
