"""Who wants to look again at what became of something: a day, tied to no story."""

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Index, Table

from bot.storage.tables import metadata, people

story_reminders = Table(
    "story_reminders",
    metadata,
    Column(
        "chat_id",
        BigInteger,
        ForeignKey(people.c.chat_id, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("day", Date, nullable=False),
    Index(None, "day"),
)
