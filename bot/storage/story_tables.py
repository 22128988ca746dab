"""Tables of published stories. None holds who told, voted or reported; the order of rows says nothing.

Tables with random or hashed keys are `WITHOUT ROWID`: a row number would tell when it came.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from bot.storage.tables import metadata, of_person

# Published stories as lists need them: narrow rows, one index a list.
stories = Table(
    "stories",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(2), nullable=False),
    Column("teller", String(10), nullable=False),
    Column("sector", String(12), nullable=False),
    Column("state", String(10), nullable=False),
    Column("published_on", Date, nullable=False),
    Column("score", Integer, nullable=False),
    Column("votes", Integer, nullable=False),
    Column("comments", Integer, nullable=False),
    Column("continues", BigInteger),
    Column("receipt", LargeBinary(32), nullable=False, unique=True),
    Index("ix_stories_language_number", "language", "state", "number"),
    Index("ix_stories_sector_number", "sector", "language", "number"),
    Index("ix_stories_teller_number", "teller", "language", "number"),
    Index("ix_stories_score_number", "language", "score", "number"),
    Index("ix_stories_published_on", "published_on", "language"),
    Index("ix_stories_continues", "continues"),
)

story_texts = Table(
    "story_texts",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("nickname", String(40), nullable=False),
    Column("company", String(60), nullable=False),
    Column("tags", JSON, nullable=False),
    Column("links", Boolean, nullable=False),
    Column("feelings", JSON, nullable=False),
    Column("text", Text, nullable=False),
)

story_tags = Table(
    "story_tags",
    metadata,
    Column("tag", String(24), primary_key=True),
    Column("language", String(2), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# Search: an ordinary table, because full-text indexes keep words that were deleted.
story_stems = Table(
    "story_stems",
    metadata,
    Column("stem", String(40), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# Published comments, replies of companies and corrections, shown with their story.
comments = Table(
    "comments",
    metadata,
    Column("key", String(16), primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("receipt", LargeBinary(32), nullable=False, unique=True),
    Column("nickname", String(40), nullable=False),
    Column("published_on", Date, nullable=False),
    Column("text", Text, nullable=False),
    Index(None, "number", "position"),
    sqlite_with_rowid=False,
)

# `voter` is a keyed hash of person and story: two votes of one person do not look alike.
story_votes = Table(
    "story_votes",
    metadata,
    Column("voter", LargeBinary(16), primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("value", Integer, nullable=False),
    Index(None, "number"),
    sqlite_with_rowid=False,
)

story_feelings = Table(
    "story_feelings",
    metadata,
    Column("voter", LargeBinary(16), primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("feeling", String(10), nullable=False),
    Index(None, "number"),
    sqlite_with_rowid=False,
)

story_reports = Table(
    "story_reports",
    metadata,
    Column("voter", LargeBinary(16), primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("reason", String(12), nullable=False),
    Column("open", Boolean, nullable=False),
    Index(None, "number"),
    sqlite_with_rowid=False,
)

# Favourites, what was read and voted on, encrypted: what is erased with the person.
shelves = Table(
    "shelves",
    metadata,
    of_person(),
    Column("sealed", LargeBinary, nullable=False),
)

# The post of a story in the channel: a row first, a worker sends, a cut one is `unknown`.
channel_posts = Table(
    "channel_posts",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("state", String(12), nullable=False),
    Column("message_id", BigInteger),
    Column("labels", String(80), nullable=False),
    Column("stale", Boolean, nullable=False),
    Column("tries", Integer, nullable=False),
    Index(None, "state"),
    Index(None, "stale"),
    Index(None, "message_id"),
)
