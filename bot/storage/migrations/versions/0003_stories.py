"""Stories: drafts, submissions, cards, what is published, votes, posts in the channel."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "drafts",
        sa.Column(
            "chat_id",
            sa.BigInteger,
            sa.ForeignKey("people.chat_id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("started_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "submissions",
        sa.Column("key", sa.String(16), primary_key=True),
        sa.Column("receipt", sa.LargeBinary(32), nullable=False, unique=True),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("month", sa.Date, nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("about", sa.BigInteger),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("dialogue", sa.JSON, nullable=False),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.Index("ix_submissions_state", "state"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cards",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("submission", sa.String(16), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("stale", sa.Boolean, nullable=False),
        sa.Index("ix_cards_submission", "submission"),
        sa.Index("ix_cards_stale", "stale"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "moderation_log",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("moderator", sa.BigInteger, nullable=False),
        sa.Column("action", sa.String(24), nullable=False),
        sa.Column("subject", sa.String(24), nullable=False),
    )
    op.create_table(
        "stories",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("teller", sa.String(10), nullable=False),
        sa.Column("sector", sa.String(12), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("published_on", sa.Date, nullable=False),
        sa.Column("score", sa.Integer, nullable=False),
        sa.Column("votes", sa.Integer, nullable=False),
        sa.Column("comments", sa.Integer, nullable=False),
        sa.Column("continues", sa.BigInteger),
        sa.Column("receipt", sa.LargeBinary(32), nullable=False, unique=True),
        sa.Index("ix_stories_language_number", "language", "state", "number"),
        sa.Index("ix_stories_sector_number", "sector", "language", "number"),
        sa.Index("ix_stories_teller_number", "teller", "language", "number"),
        sa.Index("ix_stories_score_number", "language", "score", "number"),
        sa.Index("ix_stories_published_on", "published_on", "language"),
        sa.Index("ix_stories_continues", "continues"),
    )
    op.create_table(
        "story_texts",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("nickname", sa.String(40), nullable=False),
        sa.Column("company", sa.String(60), nullable=False),
        sa.Column("tags", sa.JSON, nullable=False),
        sa.Column("links", sa.Boolean, nullable=False),
        sa.Column("feelings", sa.JSON, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "story_tags",
        sa.Column("tag", sa.String(24), primary_key=True),
        sa.Column("language", sa.String(2), primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "story_stems",
        sa.Column("stem", sa.String(40), primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "comments",
        sa.Column("key", sa.String(16), primary_key=True),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("receipt", sa.LargeBinary(32), nullable=False, unique=True),
        sa.Column("nickname", sa.String(40), nullable=False),
        sa.Column("published_on", sa.Date, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Index("ix_comments_number", "number", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "story_votes",
        sa.Column("voter", sa.LargeBinary(16), primary_key=True),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("value", sa.Integer, nullable=False),
        sa.Index("ix_story_votes_number", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "story_feelings",
        sa.Column("voter", sa.LargeBinary(16), primary_key=True),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("feeling", sa.String(10), nullable=False),
        sa.Index("ix_story_feelings_number", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "story_reports",
        sa.Column("voter", sa.LargeBinary(16), primary_key=True),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("reason", sa.String(12), nullable=False),
        sa.Column("open", sa.Boolean, nullable=False),
        sa.Index("ix_story_reports_number", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "shelves",
        sa.Column(
            "chat_id",
            sa.BigInteger,
            sa.ForeignKey("people.chat_id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "channel_posts",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("labels", sa.String(80), nullable=False),
        sa.Column("stale", sa.Boolean, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Index("ix_channel_posts_state", "state"),
        sa.Index("ix_channel_posts_stale", "stale"),
        sa.Index("ix_channel_posts_message_id", "message_id"),
    )
    op.create_table(
        "story_reminders",
        sa.Column(
            "chat_id",
            sa.BigInteger,
            sa.ForeignKey("people.chat_id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("day", sa.Date, nullable=False),
        sa.Index("ix_story_reminders_day", "day"),
    )
    op.add_column("notices", sa.Column("buttons", sa.JSON))
