"""SQL of what is counted of a broadcast."""

from collections import Counter

from sqlalchemy import Connection, func, insert, select, update

from bot.broadcasts.states import RecipientState
from bot.storage.broadcast_tables import DELIVERED, broadcast_presses, recipients
from bot.storage.tables import people

_GOT_IT = (*DELIVERED, RecipientState.SENDING.value, RecipientState.UNKNOWN.value)


def tally(connection: Connection, broadcast: int) -> Counter[str]:
    """How many recipients are in each state, those of afterwards among them."""
    rows = connection.execute(
        select(recipients.c.state, func.count())
        .where(recipients.c.broadcast == broadcast)
        .group_by(recipients.c.state)
    )
    return Counter(dict(map(tuple, rows)))


def reasons(connection: Connection, broadcast: int, state: str) -> list[tuple[str, int]]:
    """Why, and how often; the most frequent first."""
    count = func.count()
    rows = connection.execute(
        select(recipients.c.reason, count)
        .where(recipients.c.broadcast == broadcast, recipients.c.state == state)
        .group_by(recipients.c.reason)
        .order_by(count.desc(), recipients.c.reason)
    )
    return [(reason, number) for reason, number in rows]


def unsubscribed(connection: Connection, broadcast: int, subscription: int) -> int:
    """How many of those who got it do not want this kind any more."""
    left = people.c.subscriptions.op("&")(subscription) == 0
    rows = (
        select(func.count())
        .select_from(recipients)
        .join(people, people.c.chat_id == recipients.c.chat_id)
        .where(recipients.c.broadcast == broadcast, recipients.c.state.in_(DELIVERED), left)
    )
    return connection.scalar(rows) or 0


def page(
    connection: Connection, broadcast: int, after: int | None, most: int
) -> list[tuple[int, str, str]]:
    """Chat ids, states and reasons behind the chat `after`, in the order of the ids."""
    table = recipients.c
    rows = select(table.chat_id, table.state, table.reason).where(table.broadcast == broadcast)
    if after is not None:
        rows = rows.where(table.chat_id > after)
    found = connection.execute(rows.order_by(table.chat_id).limit(most))
    return [(row.chat_id, row.state, row.reason) for row in found]


def got_it(connection: Connection, broadcast: int, chat_id: int) -> bool:
    """Whether the broadcast came into that chat, as far as anybody knows."""
    where = (
        recipients.c.broadcast == broadcast,
        recipients.c.chat_id == chat_id,
        recipients.c.state.in_(_GOT_IT),
    )
    return connection.execute(select(recipients.c.chat_id).where(*where)).first() is not None


def count_press(connection: Connection, broadcast: int, button: str) -> None:
    table = broadcast_presses
    where = (table.c.broadcast == broadcast, table.c.button == button)
    more = update(table).where(*where).values(count=table.c.count + 1)
    if not connection.execute(more).rowcount:
        connection.execute(insert(table).values(broadcast=broadcast, button=button, count=1))


def presses(connection: Connection, broadcast: int) -> Counter[str]:
    table = broadcast_presses
    where = table.c.broadcast == broadcast
    rows = connection.execute(select(table.c.button, table.c.count).where(where))
    return Counter(dict(map(tuple, rows)))
