"""/forget: every opinion goes with its person, and the counts are right afterwards."""

from sqlalchemy import Connection, func, select

from bot.storage.story_tables import channel_posts, story_feelings, story_reports
from bot.stories.reading.store import find_story
from tests.stories.reading.library import counts, put
from tests.stories.reading.reader import Room


def test_forgetting_takes_every_opinion_along(connection: Connection, room: Room) -> None:
    for number in range(1, 6):
        put(connection, number)
        connection.execute(
            channel_posts.insert().values(
                number=number, state="sent", labels="", stale=False, tries=0
            )
        )
    room.vote("vote:4:up", 7)  # before they opened the bot: on no shelf
    reader, other = room.reader(7), room.reader(8)
    for one in (reader, other):
        for press in ("up:1", "down:2", "feel:anger:1", "report:told:3", "keep:2"):
            one.press(f"stories:{press}:new:o:0:1")
    room.labels.clear()
    room.reading.forget(connection, 7)
    assert counts(connection, 1) == (1, 1)
    assert counts(connection, 2) == (-1, 1)
    assert counts(connection, 4) == (0, 0)
    story = find_story(connection, 1)
    assert story is not None
    assert story.feelings == (("anger", 1),)
    for table in (story_feelings, story_reports):
        assert connection.scalar(select(func.count()).select_from(table)) == 1
    assert sorted(room.labels) == [1, 2, 4]
    assert room.reading.export(connection, 7)["favourites"] == []
    assert room.reading.export(connection, 8)["favourites"] == [2]
    room.reading.forget(connection, 7)
    assert counts(connection, 1) == (1, 1)
