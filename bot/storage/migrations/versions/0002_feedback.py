"""Feedback on guides, and notices to admins."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "ratings",
        sa.Column("guide", sa.String(16), primary_key=True),
        sa.Column("node", sa.String(24), primary_key=True),
        sa.Column("answer", sa.String(3), primary_key=True),
        sa.Column("count", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "fact_reports",
        sa.Column("fact", sa.String(80), primary_key=True),
        sa.Column("on", sa.Date, primary_key=True),
        sa.Column("guide", sa.String(16), nullable=False),
        sa.Column("node", sa.String(24), nullable=False),
    )
    op.create_table(
        "notices",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("text", sa.String(1000), nullable=False),
    )
