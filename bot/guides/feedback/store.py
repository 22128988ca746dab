"""SQL of feedback: counts and reports, with the day at most and without a person."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, insert, select, update

from bot.storage.tables import fact_reports, ratings


def rate(connection: Connection, guide: str, node: str, *, useful: bool) -> None:
    answer = "yes" if useful else "no"
    one = update(ratings).where(
        ratings.c.guide == guide, ratings.c.node == node, ratings.c.answer == answer
    )
    if not connection.execute(one.values(count=ratings.c.count + 1)).rowcount:
        connection.execute(insert(ratings).values(guide=guide, node=node, answer=answer, count=1))


def rated(connection: Connection) -> Mapping[tuple[str, str, str], int]:
    """Counts by guide, outcome, and `yes` or `no`."""
    rows = connection.execute(select(ratings)).mappings()
    return {(row["guide"], row["node"], row["answer"]): row["count"] for row in rows}


def report(connection: Connection, fact: str, guide: str, node: str, on: date) -> bool:
    """Whether it is news: a fact is reported once a day, so that one person cannot fill it."""
    known = select(fact_reports).where(fact_reports.c.fact == fact, fact_reports.c.on == on)
    if connection.execute(known).first() is not None:
        return False
    connection.execute(insert(fact_reports).values(fact=fact, guide=guide, node=node, on=on))
    return True
