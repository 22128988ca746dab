"""Roles, broadcasts, statistics; what people want to get and when."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "roles",
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("role", sa.String(12), primary_key=True),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("actor", sa.BigInteger, nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(80), nullable=False),
    )
    op.create_table(
        "broadcasts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("category", sa.String(8), nullable=False),
        sa.Column("author", sa.BigInteger, nullable=False),
        sa.Column("audience", sa.JSON, nullable=False),
        sa.Column("at", sa.DateTime),
        sa.Column("override", sa.Boolean, nullable=False),
        sa.Column("pace", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("tested", sa.Integer, nullable=False),
        sa.Column("begun_at", sa.DateTime),
        sa.Column("ended_at", sa.DateTime),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("live_chat", sa.BigInteger),
        sa.Column("live_message", sa.BigInteger),
        sa.Column("reason", sa.String(80), nullable=False),
        sa.Index("ix_broadcasts_state", "state"),
    )
    op.create_table(
        "broadcast_contents",
        sa.Column(
            "broadcast",
            sa.BigInteger,
            sa.ForeignKey("broadcasts.id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("language", sa.String(2), primary_key=True),
        sa.Column("source", sa.BigInteger, nullable=False),
        sa.Column("messages", sa.JSON, nullable=False),
        sa.Column("buttons", sa.JSON, nullable=False),
    )
    op.create_table(
        "recipients",
        sa.Column("broadcast", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column(
            "chat_id",
            sa.BigInteger,
            sa.ForeignKey("people.chat_id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("clock", sa.String(64), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.Index("ix_recipients_state", "broadcast", "state", "clock", "chat_id"),
        sa.Index("ix_recipients_chat_id", "chat_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "broadcast_presses",
        sa.Column("broadcast", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("button", sa.String(12), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_table(
        "statistics",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.add_column(
        "people", sa.Column("subscriptions", sa.Integer, nullable=False, server_default="5")
    )
    for name in ("quiet_from", "quiet_to"):
        op.add_column("people", sa.Column(name, sa.Integer))
