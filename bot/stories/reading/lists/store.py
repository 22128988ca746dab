"""SQL of lists: each statement steps along one index from where the reader is.

A list in several languages or states is several such walks, merged by whoever asks.
"""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, literal, select, tuple_

from bot.storage.story_tables import stories, story_tags
from bot.stories.model import GONE

Position = tuple[int, int]
"""A story's score (0 where the list does not go by it) and its number."""

_SHOWN = stories.c.state.not_in(GONE)
_IN_LANGUAGE = stories.c.language == bindparam("language")
_SINCE = stories.c.published_on >= bindparam("since")
_Walk = Select[int, int]


def _by_number(*where: ColumnElement[bool], tagged: bool = False) -> dict[bool, _Walk]:
    """Towards older stories under True, towards newer ones under False."""
    number = story_tags.c.number if tagged else stories.c.number
    nothing = literal(0).label("score")
    older = number < bindparam("number")
    newer = number > bindparam("number")
    walks = {True: (older, number.desc()), False: (newer, number.asc())}
    return {
        way: select(nothing, number).where(*where, beyond).order_by(order).limit(bindparam("most"))
        for way, (beyond, order) in walks.items()
    }


def _by_score(*where: ColumnElement[bool], index: bool = True) -> dict[bool, _Walk]:
    """Towards lower scores under True; of the same score the newest stands first.

    Withdrawn stories have no score. `index` False: days alone leave few rows; an index of scores
    or of languages, which a planner might choose, would lead past all the others.
    """
    score = stories.c.score if index else stories.c.score + 0
    number = stories.c.number
    here = tuple_(bindparam("score"), bindparam("number"))
    found = select(stories.c.score, number).where(*where)
    lower = found.where(score > 0, tuple_(score, number) < here)
    higher = found.where(tuple_(score, number) > here)
    return {
        True: lower.order_by(score.desc(), number.desc()).limit(bindparam("most")),
        False: higher.order_by(score.asc(), number.asc()).limit(bindparam("most")),
    }


_WALKS: Mapping[str, Mapping[bool, _Walk]] = {
    "state": _by_number(_IN_LANGUAGE, stories.c.state == bindparam("state")),
    "all": _by_number(_SHOWN),
    "sector": _by_number(stories.c.sector == bindparam("sector"), _IN_LANGUAGE, _SHOWN),
    "teller": _by_number(stories.c.teller == bindparam("teller"), _IN_LANGUAGE, _SHOWN),
    "tag": _by_number(
        story_tags.c.tag == bindparam("tag"),
        story_tags.c.language == bindparam("language"),
        tagged=True,
    ),
    "ever": _by_score(_IN_LANGUAGE),
    "since": _by_score(_SINCE, stories.c.language.concat("") == bindparam("language"), index=False),
    "since_all": _by_score(_SINCE, index=False),
}


def walk(
    connection: Connection,
    name: str,
    of: Mapping[str, object],
    at: Position,
    *,
    older: bool,
    most: int = 1,
) -> list[Position]:
    """The next ones beyond `at`, the nearest first."""
    given = {**of, "score": at[0], "number": at[1], "most": most}
    rows = connection.execute(_WALKS[name][older], given)
    return [(score, number) for score, number in rows.all()]


_NEWEST = select(func.max(stories.c.number))


def newest_number(connection: Connection) -> int:
    """0 where there is no story."""
    return connection.scalar(_NEWEST) or 0
