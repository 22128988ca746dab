"""Tables of people and of what the bot works off, and columns that several tables share.

What is kept of a person is told in /privacy; a test compares the two.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# `place` is the screen the person is at (a code, never what they said); `screen_id` the message
# that shows it. `subscriptions` are bits: 1 news, 2 the best stories of the day, 4 service notices,
# 8 the best of the week. Quiet hours are hours of the day; none: from 21 to 9.
people = Table(
    "people",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(8), nullable=False),
    Column("country", String(2)),
    Column("time_zone", String(64)),
    Column("place", String(64), nullable=False),
    Column("screen_id", BigInteger),
    Column("first_seen", Date, nullable=False),
    Column("last_seen", Date, nullable=False),
    Column("blocked", Boolean, nullable=False),
    Column("subscriptions", Integer, nullable=False, server_default="5"),
    Column("quiet_from", Integer),
    Column("quiet_to", Integer),
)


def of_person() -> Column[int]:
    """The person's `chat_id`, part of the primary key; the row goes when they are erased."""
    return Column(
        "chat_id",
        BigInteger,
        ForeignKey(people.c.chat_id, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )


def row_id() -> Column[int]:
    """`id`, counting up in the order in which the rows come."""
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True)


# `state` is encrypted: the answers, what is looked at, what is being ticked.
conversations = Table(
    "conversations",
    metadata,
    of_person(),
    Column("guide", String(16), primary_key=True),
    Column("version", String(12), nullable=False),
    Column("state", LargeBinary, nullable=False),
    Column("used_on", Date, nullable=False),
    Index(None, "used_on"),
)

# Chats whose screen was decided but not seen to arrive. No foreign key: a farewell outlives its
# person by the seconds until it is sent.
owed = Table(
    "owed",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("update_id", BigInteger, nullable=False),
    Column("place", String(64), nullable=False),
    Column("language", String(8), nullable=False),
)

# Updates that were committed, kept 48 hours: Telegram repeats what it thinks was not taken.
updates = Table(
    "updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("taken_at", DateTime, nullable=False),
    Index(None, "taken_at"),
)

# Updates accepted but waiting behind others of the same key; `payload` is encrypted.
inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("payload", LargeBinary, nullable=False),
)

# Updates that failed three times: what kind of error, never what they said.
set_aside = Table(
    "set_aside",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("error", String(80), nullable=False),
    Column("at", DateTime, nullable=False),
)

# What this database belongs to: `bot_id`, so that two bots never share one.
settings = Table(
    "settings",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", String(200), nullable=False),
)

# Whether outcomes were useful: counts, without who.
ratings = Table(
    "ratings",
    metadata,
    Column("guide", String(16), primary_key=True),
    Column("node", String(24), primary_key=True),
    Column("answer", String(3), primary_key=True),
    Column("count", BigInteger, nullable=False),
)

# Facts that a reader called wrong: the day, without who.
fact_reports = Table(
    "fact_reports",
    metadata,
    Column("fact", String(80), primary_key=True),
    Column("on", Date, primary_key=True),
    Column("guide", String(16), nullable=False),
    Column("node", String(24), nullable=False),
)

# Sentences for admins and moderators on their way; a row goes when it was sent.
notices = Table(
    "notices",
    metadata,
    row_id(),
    Column("chat_id", BigInteger, nullable=False),
    Column("text", String(1000), nullable=False),
    Column("buttons", JSON),
)
