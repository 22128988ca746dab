"""People, conversations, and what makes delivery safe."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "people",
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("country", sa.String(2)),
        sa.Column("time_zone", sa.String(64)),
        sa.Column("place", sa.String(64), nullable=False),
        sa.Column("screen_id", sa.BigInteger),
        sa.Column("first_seen", sa.Date, nullable=False),
        sa.Column("last_seen", sa.Date, nullable=False),
        sa.Column("blocked", sa.Boolean, nullable=False),
    )
    op.create_table(
        "conversations",
        sa.Column(
            "chat_id",
            sa.BigInteger,
            sa.ForeignKey("people.chat_id", ondelete="CASCADE", name="fk_conversations_chat_id"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("guide", sa.String(16), primary_key=True),
        sa.Column("version", sa.String(12), nullable=False),
        sa.Column("state", sa.LargeBinary, nullable=False),
        sa.Column("used_on", sa.Date, nullable=False),
    )
    op.create_index("ix_conversations_used_on", "conversations", ["used_on"])
    _delivery()


def _delivery() -> None:
    op.create_table(
        "owed",
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("update_id", sa.BigInteger, nullable=False),
        sa.Column("place", sa.String(64), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
    )
    op.create_table(
        "updates",
        sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("taken_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_updates_taken_at", "updates", ["taken_at"])
    op.create_table(
        "inbox",
        sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "set_aside",
        sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("error", sa.String(80), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("value", sa.String(200), nullable=False),
    )
