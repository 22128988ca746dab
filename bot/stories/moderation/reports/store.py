"""SQL of reports: how many are open, and of what."""

from collections import Counter

from sqlalchemy import Connection, func, select, update

from bot.storage.story_tables import story_reports


def open_reports(connection: Connection, number: int) -> Counter[str]:
    """How many readers gave each reason."""
    where = (story_reports.c.number == number, story_reports.c.open.is_(True))
    return Counter(connection.scalars(select(story_reports.c.reason).where(*where)))


def reported(connection: Connection) -> list[int]:
    """The numbers of the stories with open reports, the most reported first."""
    number, count = story_reports.c.number, func.count()
    open_ = select(number).where(story_reports.c.open.is_(True)).group_by(number)
    return list(connection.scalars(open_.order_by(count.desc(), number)))


def close_reports(connection: Connection, number: int) -> int:
    """How many were open."""
    where = (story_reports.c.number == number, story_reports.c.open.is_(True))
    return connection.execute(update(story_reports).where(*where).values(open=False)).rowcount
