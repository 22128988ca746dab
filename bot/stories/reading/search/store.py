"""SQL of search: bounded walks along the table of stems, newest stories first."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, exists, func, select

from bot.storage.story_tables import story_stems

_NEWEST = (
    select(story_stems.c.number)
    .where(story_stems.c.stem == bindparam("stem"))
    .order_by(story_stems.c.number.desc())
    .limit(bindparam("most"))
)
_FIRST = _NEWEST.subquery()
_RARITY = select(func.count(), func.min(_FIRST.c.number))
_OTHER = story_stems.alias("other")
_WITH_OTHER = select(_FIRST.c.number).where(
    exists().where(
        _OTHER.c.stem.in_(bindparam("others", expanding=True)),
        _OTHER.c.number == _FIRST.c.number,
    )
)


def newest(connection: Connection, stem: str, most: int) -> list[int]:
    """The newest stories that have it."""
    rows = connection.execute(_NEWEST, {"stem": stem, "most": most})
    return [row[0] for row in rows.all()]


def rarity(connection: Connection, stem: str, most: int) -> tuple[int, int]:
    """How many of the newest `most` there are, and the oldest of these: the rarest sorts first.

    Counting all would take longer the more stories there are.
    """
    count, oldest = connection.execute(_RARITY, {"stem": stem, "most": most}).one()
    return count, oldest or 0


def newest_with(connection: Connection, stem: str, others: Sequence[str], most: int) -> list[int]:
    """Those that have one of the other stems too among the newest `most` that have the first."""
    given = {"stem": stem, "others": list(others), "most": most}
    return [row[0] for row in connection.execute(_WITH_OTHER, given).all()]
