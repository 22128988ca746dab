"""Numbers made of rows that are known."""

from datetime import date

from sqlalchemy import Connection

from bot.broadcasts.running.states import JOBS, KEPT
from bot.statistics import store
from bot.statistics.model import GuideCount, Stop, Stories, Within
from bot.statistics.numbers import numbers
from tests.statistics.rows import TODAY, add_broadcast, add_person, add_story, add_submission


def test_people(connection: Connection) -> None:
    for chat_id, (came, seen) in enumerate(
        [(0, 0), (6, 0), (7, 6), (29, 7), (30, 29), (90, 30)], 1
    ):
        add_person(connection, chat_id, came, seen)
    add_person(connection, 7, 40, 0, blocked=True, subscriptions=15)
    found = numbers(connection, TODAY).people
    assert (found.total, found.blocked) == (7, 1)
    assert found.new == Within(1, 2, 4)
    assert found.active == Within(3, 4, 6)
    assert sum(found.per_day) == 4
    assert [found.per_day[place] for place in (-1, -7, -8, 0)] == [1, 1, 1, 1]


def test_guides_since_the_month_before(connection: Connection) -> None:
    months = (date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1))
    counts = {
        (month, name): 10
        for month in months
        for name in ("started:brief", "?brief:who", "missed", "word:tram")
    }
    counts |= {(months[1], "!brief:who"): 15, (months[1], "finished:brief"): 3}
    counts |= {(months[2], "?brief:what"): 2, (months[2], "!brief:what"): 3}
    store.add(connection, counts)
    found = numbers(connection, TODAY).guides
    assert found.since == months[1]
    assert found.guides == (GuideCount("brief", 20, 3),)
    assert found.stops == (Stop("brief", "who", 20, 5),)
    assert (found.missed, found.words) == (20, {"tram": 20})


def test_stories(connection: Connection) -> None:
    for number, (days, state) in enumerate([(3, "open"), (40, "archived"), (2, "withdrawn")], 1):
        add_story(connection, number, days, state)
    states = ["new", "waiting", "asked", "aside", "rejected", "withdrawn"]
    for number, state in enumerate(states):
        add_submission(connection, f"{number:016}", state)
    add_submission(connection, "c" * 16, "new", kind="comment")
    assert numbers(connection, TODAY).stories == Stories(
        sent=9, waiting=4, rejected=1, withdrawn=2, published=2, published_month=1
    )


def test_broadcasts_and_subscriptions(connection: Connection) -> None:
    for chat_id, bits in enumerate([5, 15, 8, 0, 0], 1):
        add_person(connection, chat_id, 50, 50, subscriptions=bits)
    add_person(connection, 9, 50, 50, blocked=True)
    add_broadcast(connection, 1, 2, {1: "sent", 2: "sent", 3: "blocked"})
    add_broadcast(connection, 4, 2, dict(enumerate((*JOBS, *JOBS.values(), KEPT), start=1)))
    add_broadcast(connection, 2, 20, {1: "failed"})
    add_broadcast(connection, 3, 31, {1: "sent"})
    store.add(connection, {(TODAY, "left:news"): 2, (date(2026, 10, 1), "left:news"): 5})
    found = numbers(connection, TODAY).broadcasts
    assert found.count == 3
    assert found.messages == {"delivered": 2 + 5, "blocked": 1, "failed": 1}
    assert found.subscribed == {"news": 2, "daily": 1, "weekly": 2, "service": 2}
    assert found.left == {"news": 2}


def test_of_an_empty_database_all_is_nought(connection: Connection) -> None:
    found = numbers(connection, TODAY)
    assert (found.people.total, found.stories.sent, found.broadcasts.count) == (0, 0, 0)
    assert found.people.per_day == (0,) * 30
