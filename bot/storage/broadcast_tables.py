"""Tables of roles, broadcasts and statistics."""

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
    String,
    Table,
)

from bot.storage.tables import metadata, of_person, row_id

# Who may do what; the row goes when the role is taken.
roles = Table(
    "roles",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("role", String(12), primary_key=True),
)

# Who of the admins did what, and when.
audit = Table(
    "audit",
    metadata,
    row_id(),
    Column("at", DateTime, nullable=False),
    Column("actor", BigInteger, nullable=False),
    Column("action", String(32), nullable=False),
    Column("subject", String(80), nullable=False),
)

# `revision` counts the changes of the draft, `tested` the one its author has seen as a message.
broadcasts = Table(
    "broadcasts",
    metadata,
    row_id(),
    Column("state", String(10), nullable=False),
    Column("category", String(8), nullable=False),
    Column("author", BigInteger, nullable=False),
    Column("audience", JSON, nullable=False),
    Column("at", DateTime),
    Column("override", Boolean, nullable=False),
    Column("pace", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("tested", Integer, nullable=False),
    Column("begun_at", DateTime),
    Column("ended_at", DateTime),
    Column("total", Integer, nullable=False),
    Column("live_chat", BigInteger),
    Column("live_message", BigInteger),
    Column("reason", String(80), nullable=False),
    Index(None, "state"),
)

# What is copied, a version a language; of no language: for everybody else.
broadcast_contents = Table(
    "broadcast_contents",
    metadata,
    Column(
        "broadcast",
        BigInteger,
        ForeignKey(broadcasts.c.id, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("language", String(2), primary_key=True),
    Column("source", BigInteger, nullable=False),
    Column("messages", JSON, nullable=False),
    Column("buttons", JSON, nullable=False),
)

# `clock` is time zone and quiet hours, so that nobody's row is rewritten when it is night.
recipients = Table(
    "recipients",
    metadata,
    Column("broadcast", BigInteger, primary_key=True, autoincrement=False),
    of_person(),
    Column("language", String(2), nullable=False),
    Column("clock", String(64), nullable=False),
    Column("state", String(8), nullable=False),
    Column("message_id", BigInteger),
    Column("count", Integer, nullable=False),
    Column("reason", String(40), nullable=False),
    Index("ix_recipients_state", "broadcast", "state", "clock", "chat_id"),
    Index(None, "chat_id"),
    sqlite_with_rowid=False,
)
# Of `state`: the message arrived, whatever was done with it since.
DELIVERED = ("sent", "recall", "recalled", "correct", "edited", "kept")

broadcast_presses = Table(
    "broadcast_presses",
    metadata,
    Column("broadcast", BigInteger, primary_key=True, autoincrement=False),
    Column("button", String(12), primary_key=True),
    Column("count", Integer, nullable=False),
)

# Counts of a day, without who.
statistics = Table(
    "statistics",
    metadata,
    Column("day", Date, primary_key=True),
    Column("name", String(40), primary_key=True),
    Column("count", Integer, nullable=False),
)
