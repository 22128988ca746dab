"""Lists, step by step there and back, against the same lists sorted in memory."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.storage.story_tables import stories, story_tags
from bot.stories.model import StoryState
from bot.stories.reading.lists.feeds import Lists
from bot.stories.reading.spot import Feed, Spot
from tests.stories.reading.archive import NEWEST_DAY, filled
from tests.stories.reading.library import put

Kept = dict[str, Any]
CASES: list[tuple[str, str, Callable[[Kept], bool]]] = [
    ("new", "", lambda _: True),
    ("in", "bank", lambda row: row["sector"] == "bank"),
    ("by", "operator", lambda row: row["teller"] == "operator"),
    ("tag", "refund", lambda row: "refund" in row["tags"]),
    ("ever", "", lambda row: row["score"] > 0),
    ("week", "", lambda row: row["score"] > 0 and row["age"] < timedelta(7)),
    ("month", "", lambda row: row["score"] > 0 and row["age"] < timedelta(30)),
]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    folder: Path = tmp_path_factory.mktemp("lists")
    with filled(folder / "full.db", 700).connect() as connection:
        yield connection


def _expected(connection: Connection, feed: Feed, language: str, fits: Any) -> list[int]:
    tags: dict[int, set[str]] = {}
    for row in connection.execute(select(story_tags)):
        tags.setdefault(row.number, set()).add(row.tag)
    rows = [
        {**row, "tags": tags.get(row["number"], ()), "age": NEWEST_DAY - row["published_on"]}
        for row in connection.execute(select(stories)).mappings()
        if row["state"] != StoryState.WITHDRAWN and row["language"] in feed.languages(language)
    ]
    by_score = feed.name in {"ever", "week", "month"}
    rows.sort(key=lambda row: (row["score"] if by_score else 0, row["number"]), reverse=True)
    return [row["number"] for row in rows if fits(row)]


@pytest.mark.parametrize(("name", "value", "fits"), CASES)
@pytest.mark.parametrize("scope", ["o", "a", "en"])
def test_a_list_is_walked_to_its_end_and_back(
    full: Connection, name: str, value: str, fits: Any, scope: str
) -> None:
    feed, lists = Feed(name, value, scope), Lists(full, "it", NEWEST_DAY)
    spot, walked = lists.first(feed), list[Spot]()
    while spot is not None:
        walked.append(spot)
        _, spot = lists.around(spot)
    expected = _expected(full, feed, "it", fits)
    assert [one.number for one in walked] == expected
    assert len(expected) > 5
    spot, back = walked[-1], [walked[-1].number]
    while (spot := lists.around(spot)[0]) is not None:
        back.append(spot.number)
    assert back == expected[::-1]


def test_an_authors_own_tag_is_a_list(connection: Connection) -> None:
    put(connection, 1, tags=["refund", "waiting for godot"])
    put(connection, 2, tags=["waiting for godot"])
    put(connection, 3, tags=["refund"])
    lists = Lists(connection, "en", NEWEST_DAY)
    first = lists.first(Feed("own", "1.1"))
    assert first is not None
    assert first.number == 2
    assert lists.first(Feed("own", "1.7")) is None
    assert lists.first(Feed("own", "99.0")) is None


def test_a_score_that_changes_does_not_lead_in_circles(connection: Connection) -> None:
    for number, score in ((1, 5), (2, 4), (3, 3)):
        put(connection, number, score=score, votes=9)
    lists = Lists(connection, "en", NEWEST_DAY)
    for score in (9, 1):
        connection.execute(stories.update().where(stories.c.number == 2).values(score=score))
        better, worse = lists.around(Spot(2, Feed("ever"), 4))
        assert better is not None
        assert worse is not None
        assert (better.number, worse.number) == (1, 3)
