"""SQL of votes, feelings and reports; counts change in the same transaction as the rows."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from bot.storage.story_tables import (
    channel_posts,
    stories,
    story_feelings,
    story_reports,
    story_texts,
    story_votes,
)

_VOTE = select(story_votes.c.value).where(story_votes.c.voter == bindparam("voter"))
_FEELING = select(story_feelings.c.feeling).where(story_feelings.c.voter == bindparam("voter"))
_REPORT = select(story_reports.c.reason).where(story_reports.c.voter == bindparam("voter"))
_FEELINGS = select(story_texts.c.feelings).where(story_texts.c.number == bindparam("number"))
_POSTED = (
    select(channel_posts.c.number)
    .where(channel_posts.c.number > bindparam("number"))
    .order_by(channel_posts.c.number)
    .limit(bindparam("most"))
)


def vote_of(connection: Connection, voter: bytes) -> int:
    """1, -1, or 0 for none."""
    return connection.scalar(_VOTE, {"voter": voter}) or 0


def set_vote(connection: Connection, number: int, voter: bytes, before: int, after: int) -> None:
    """From one value to another; 0 is no vote."""
    _put(connection, story_votes, voter, {"number": number, "value": after} if after else {})
    connection.execute(
        update(stories)
        .where(stories.c.number == number)
        .values(
            score=stories.c.score + after - before,
            votes=stories.c.votes + abs(after) - abs(before),
        )
    )


def feeling_of(connection: Connection, voter: bytes) -> str:
    """Empty for none."""
    return connection.scalar(_FEELING, {"voter": voter}) or ""


def set_feeling(connection: Connection, number: int, voter: bytes, before: str, after: str) -> None:
    """From one to another; empty is none."""
    _put(connection, story_feelings, voter, {"number": number, "feeling": after} if after else {})
    counts: dict[str, int] = dict(connection.scalar(_FEELINGS, {"number": number}) or {})
    for feeling, step in ((before, -1), (after, 1)):
        if feeling:
            counts[feeling] = counts.get(feeling, 0) + step
    kept = {feeling: count for feeling, count in counts.items() if count > 0}
    row = update(story_texts).where(story_texts.c.number == number)
    connection.execute(row.values(feelings=kept))


def has_reported(connection: Connection, voter: bytes) -> bool:
    return connection.scalar(_REPORT, {"voter": voter}) is not None


def report(connection: Connection, number: int, voter: bytes, reason: str) -> None:
    row = {"voter": voter, "number": number, "reason": reason, "open": True}
    connection.execute(insert(story_reports).values(row))


def remove_reports(connection: Connection, voters: Iterable[bytes]) -> None:
    for voter in voters:
        connection.execute(delete(story_reports).where(story_reports.c.voter == voter))


def those_that_voted(connection: Connection, voters: Sequence[bytes]) -> dict[bytes, int]:
    """Of these the ones with a vote, and which."""
    where = story_votes.c.voter.in_(voters)
    rows = connection.execute(select(story_votes.c.voter, story_votes.c.value).where(where))
    return {bytes(row.voter): row.value for row in rows}


def posted_after(connection: Connection, number: int, most: int) -> list[int]:
    """Stories that have, or had, a post in the channel."""
    return list(connection.scalars(_POSTED, {"number": number, "most": most}))


def _put(connection: Connection, table: Table, voter: bytes, row: dict[str, object]) -> None:
    connection.execute(delete(table).where(table.c.voter == voter))
    if row:
        connection.execute(insert(table).values(voter=voter, **row))
