"""SQL of reports: how many are open, and of what."""

from collections import Counter

from sqlalchemy import Connection, select, update

from bot.storage.story_tables import stories, story_reports


def story_state(connection: Connection, number: int) -> str | None:
    """None where no story has that number."""
    return connection.scalar(select(stories.c.state).where(stories.c.number == number))


def open_reports(connection: Connection, number: int) -> Counter[str]:
    """How many readers gave each reason."""
    where = (story_reports.c.number == number, story_reports.c.open.is_(True))
    return Counter(connection.scalars(select(story_reports.c.reason).where(*where)))


def close_reports(connection: Connection, number: int) -> int:
    """How many were open."""
    where = (story_reports.c.number == number, story_reports.c.open.is_(True))
    return connection.execute(update(story_reports).where(*where).values(open=False)).rowcount
