"""Stories put on the shelves one by one, as publication leaves them."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from bot.storage.story_tables import comments, stories, story_stems, story_tags, story_texts
from bot.stories.model import StoryState
from bot.stories.stemming import stems_of

TODAY = date(2026, 11, 22)
TEXT = "They told me to hold the line and nobody ever came back to me."


def put(connection: Connection, number: int, **changes: Any) -> int:
    """A story with what is given, else an open one in English of today."""
    plain: dict[str, Any] = {
        "language": "en", "teller": "customer", "sector": "telecom", "state": StoryState.OPEN,
        "published_on": TODAY, "score": 0, "votes": 0, "comments": 0, "continues": None,
    }  # fmt: skip
    words: dict[str, Any] = {
        "nickname": "", "company": "", "tags": [], "links": False, "feelings": {}, "text": TEXT,
    }  # fmt: skip
    for name, value in changes.items():
        (plain if name in plain else words)[name] = value
    receipt = number.to_bytes(32, "big")
    connection.execute(insert(stories).values(number=number, receipt=receipt, **plain))
    if plain["state"] == StoryState.WITHDRAWN:
        return number
    connection.execute(insert(story_texts).values(number=number, **words))
    for tag in words["tags"]:
        row = {"tag": tag, "language": plain["language"], "number": number}
        connection.execute(insert(story_tags).values(row))
    for stem in stems_of(f"{words['text']} {words['company']}", plain["language"]):
        connection.execute(insert(story_stems).values(stem=stem, number=number))
    return number


def say(
    connection: Connection, number: int, text: str, kind: str = "comment", by: str = ""
) -> None:
    """A comment, a reply or a correction under it."""
    here = comments.c.number == number
    position = (connection.scalar(select(func.max(comments.c.position)).where(here)) or 0) + 1
    row = {
        "key": f"{number:08d}{position:08d}",
        "number": number,
        "position": position,
        "kind": kind,
        "receipt": b"n" + number.to_bytes(15, "big") + position.to_bytes(16, "big"),
        "nickname": by,
        "published_on": TODAY,
        "text": text,
    }
    connection.execute(insert(comments).values(row))
    if kind == "comment":
        change = update(stories).where(stories.c.number == number)
        connection.execute(change.values(comments=stories.c.comments + 1))


def counts(connection: Connection, number: int) -> tuple[int, int]:
    """Score and votes."""
    found = select(stories.c.score, stories.c.votes).where(stories.c.number == number)
    score, votes = connection.execute(found).one()
    return score, votes
