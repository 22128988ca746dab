"""SQL of search: bounded walks along the table of stems, newest stories first."""

from sqlalchemy import Connection, bindparam, exists, func, select

from bot.storage.story_tables import story_stems

_NUMBER = select(story_stems.c.number).where(story_stems.c.stem == bindparam("stem"))
_COUNT = select(func.count()).select_from(_NUMBER.limit(bindparam("most")).subquery())
_NEWEST = _NUMBER.order_by(story_stems.c.number.desc()).limit(bindparam("most"))
_FIRST = _NEWEST.subquery()
_OTHER = story_stems.alias("other")
_WITH_OTHER = select(_FIRST.c.number).where(
    exists().where(_OTHER.c.stem == bindparam("other"), _OTHER.c.number == _FIRST.c.number)
)


def count(connection: Connection, stem: str, most: int) -> int:
    """How many stories have it, counted up to `most`."""
    return connection.scalar(_COUNT, {"stem": stem, "most": most}) or 0


def newest(connection: Connection, stem: str, most: int) -> list[int]:
    return list(connection.scalars(_NEWEST, {"stem": stem, "most": most}))


def newest_with(connection: Connection, stem: str, other: str, most: int) -> list[int]:
    """Those that have the other stem too among the newest `most` that have the first."""
    return list(connection.scalars(_WITH_OTHER, {"stem": stem, "other": other, "most": most}))
