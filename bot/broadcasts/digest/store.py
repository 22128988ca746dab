"""SQL of digests: the best stories of some days, and the broadcast made of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from bot.broadcasts.audience import Audience
from bot.broadcasts.digest.due import Due
from bot.broadcasts.states import BroadcastState
from bot.broadcasts.store import FASTEST, stored
from bot.storage.broadcast_tables import broadcast_contents, broadcasts
from bot.storage.story_tables import stories, story_texts

NOBODY = 0
"""In place of an author: nobody is shown how far it is unless they ask."""
_READABLE = ("open", "archived")


@dataclass(frozen=True)
class Best:
    """`text` as its author sent it, masked."""

    number: int
    language: str
    score: int
    text: str


def best(connection: Connection, due: Due, most: int) -> dict[str, list[Best]]:
    """By language, the best first; what readers voted down is left out."""
    rows = connection.execute(
        select(stories.c.number, stories.c.language, stories.c.score, story_texts.c.text)
        .join(story_texts, story_texts.c.number == stories.c.number)
        .where(
            stories.c.published_on.between(due.first, due.last),
            stories.c.state.in_(_READABLE),
            stories.c.score >= 0,
        )
        .order_by(stories.c.score.desc(), stories.c.number.desc())
    )
    found: dict[str, list[Best]] = {}
    for row in rows:
        chosen = found.setdefault(row.language, [])
        if len(chosen) < most:
            chosen.append(Best(row.number, row.language, row.score, row.text))
    return found


def is_made(connection: Connection, due: Due) -> bool:
    one = select(broadcasts.c.id).where(
        broadcasts.c.author == NOBODY,
        broadcasts.c.category == due.category,
        broadcasts.c.at == stored(due.at),
    )
    return connection.execute(one.limit(1)).first() is not None


def schedule(
    connection: Connection,
    due: Due,
    audience: Audience,
    contents: Mapping[str, tuple[str, list[tuple[str, str, str]]]],
    source: int,
) -> int:
    """Its number. `contents` by language: Telegram HTML, and buttons (label, kind, value).

    `source` is the bot's own id: there is no message to copy.
    """
    row = {
        "state": BroadcastState.SCHEDULED.value,
        "category": due.category,
        "author": NOBODY,
        "audience": audience.as_json(),
        "at": stored(due.at),
        "override": False,
        "pace": FASTEST,
        "revision": 1,
        "tested": 1,
        "total": 0,
        "reason": "",
    }
    made = insert(broadcasts).values(row).returning(broadcasts.c.id)
    number: int | None = connection.scalar(made)
    assert number is not None
    for language, (text, buttons) in contents.items():
        content = {
            "broadcast": number,
            "language": language,
            "source": source,
            "messages": [{"text": text}],
            "buttons": [list(button) for button in buttons],
        }
        connection.execute(insert(broadcast_contents).values(content))
    return number
