"""At random: only unread ones, each of them some day, and an end."""

from random import Random

from sqlalchemy import Connection

from bot.stories.model import StoryState
from bot.stories.reading.lists.unread import unread
from bot.stories.reading.marks import Marks
from bot.texts.language import LANGUAGES
from tests.stories.reading.library import put


def test_every_story_comes_once_and_then_none(connection: Connection) -> None:
    for number in range(1, 61):
        state = StoryState.WITHDRAWN if number % 7 == 0 else StoryState.OPEN
        put(connection, number, language="pl" if number % 5 == 0 else "en", state=state)
    random, read, order = Random(1), Marks(), list[int]()
    while (found := unread(connection, ["en"], read, random)) is not None:
        assert found not in read
        read = read.with_(found)
        order.append(found)
    assert sorted(order) == [one for one in range(1, 61) if one % 7 and one % 5]
    assert order != sorted(order, reverse=True)
    assert unread(connection, ["pl"], read, random) is not None
    assert unread(connection, [*LANGUAGES], read, random) is not None


def test_there_is_none_where_there_are_no_stories(connection: Connection) -> None:
    assert unread(connection, [*LANGUAGES], Marks(), Random(1)) is None


def test_the_last_unread_one_among_many_read_ones_is_found(connection: Connection) -> None:
    for number in range(1, 1_001):
        put(connection, number)
    read = Marks.of(one for one in range(1, 1_001) if one != 333)
    for seed in range(20):
        assert unread(connection, ["en"], read, Random(seed)) == 333
