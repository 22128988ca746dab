"""Tables of what is written and sent, until it is published. None tells who sent it.

Tables with random keys are `WITHOUT ROWID`: a row number would tell when it came.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Index,
    LargeBinary,
    String,
    Table,
)

from bot.storage.tables import metadata, of_person, row_id

# What somebody is writing, encrypted; gone when it is sent or cancelled, or after 24 hours.
drafts = Table(
    "drafts",
    metadata,
    of_person(),
    Column("sealed", LargeBinary, nullable=False),
    Column("started_at", DateTime, nullable=False),
)

# Texts that were sent, until they are published, and what became of those that were not.
submissions = Table(
    "submissions",
    metadata,
    Column("key", String(16), primary_key=True),
    Column("receipt", LargeBinary(32), nullable=False, unique=True),
    Column("kind", String(12), nullable=False),
    Column("state", String(12), nullable=False),
    Column("month", Date, nullable=False),
    Column("language", String(2), nullable=False),
    Column("about", BigInteger),
    Column("body", JSON, nullable=False),
    Column("dialogue", JSON, nullable=False),
    Column("reason", String(500), nullable=False),
    Index(None, "state"),
    sqlite_with_rowid=False,
)

# Where a moderation card stands (chat and message), encrypted: message numbers tell an order.
cards = Table(
    "cards",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("submission", String(16), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("stale", Boolean, nullable=False),
    Index(None, "submission"),
    Index(None, "stale"),
    sqlite_with_rowid=False,
)

# Who among the moderators did what; `subject` is a story's number or a submission's key.
moderation_log = Table(
    "moderation_log",
    metadata,
    row_id(),
    Column("at", DateTime, nullable=False),
    Column("moderator", BigInteger, nullable=False),
    Column("action", String(24), nullable=False),
    Column("subject", String(24), nullable=False),
)

# Who wants to look again at what became of something: a day, tied to nothing that was sent.
story_reminders = Table(
    "story_reminders",
    metadata,
    of_person(),
    Column("day", Date, nullable=False),
    Index(None, "day"),
)
