"""A reader on the real bot: opens, votes, feels, keeps, passes on, searches, is forgotten."""

import json

import pytest
from sqlalchemy import Connection

from bot.playground.person import Person
from tests.stories.reading.library import counts, put, say
from tests.world import World


def _fill(connection: Connection) -> None:
    put(connection, 1, text="A parcel that never came, and nobody who knew why.", tags=["refund"])
    put(
        connection,
        2,
        text="Two hours on hold, then they hung up.",
        company="Acme",
        score=1,
        votes=1,
    )
    say(connection, 2, "It happened to me as well.")


@pytest.fixture
async def shelves(world: World) -> World:
    await world.bot.database.writer.run(_fill)
    return world


async def press(person: Person, *labels: str) -> None:
    """One after the other."""
    for label in labels:
        await person.press(label)


async def test_a_reader_finds_votes_feels_and_keeps(shelves: World) -> None:
    anna = shelves.person()
    await anna.send("/stories")
    await press(anna, "Newest", "👍")
    assert "Score: 2 (2)" in (anna.toast or "")
    anna.sees_button("• 👍 2")
    await press(anna, "How do you feel?", "Anger")
    anna.sees("Anger 100%")
    await press(anna, "🤍", "💬 1")
    anna.sees("It happened to me as well.")
    await press(anna, "Story #2", "Older")
    anna.sees("#1")
    await press(anna, "Lists", "Favourites")
    anna.sees("#2")


async def test_a_reader_changes_the_language_of_the_stories(shelves: World) -> None:
    anna = shelves.person()
    await anna.send("/stories")
    await press(anna, "Languages", "Polski", "Newest")
    anna.sees("There are no stories here yet")
    await press(anna, "Look in all languages")
    anna.sees("#2")


async def test_a_story_is_reported(shelves: World) -> None:
    anna = shelves.person()
    await anna.send("/stories")
    await press(anna, "Newest", "More", "Report", "Off the theme")
    assert "Moderators will look at it" in (anna.toast or "")
    anna.sees("#2")


async def test_a_story_goes_on_as_a_picture_and_a_link(shelves: World) -> None:
    anna = shelves.person()
    await anna.send("/start story_1")
    anna.sees("A parcel that never came")
    assert "start%3Dstory_1" in anna.find_button("Share")[1]["url"]
    await anna.press("Image")
    assert any("photo" in message for message in anna.messages)
    anna.sees("A parcel that never came")


async def test_a_search_is_typed(shelves: World) -> None:
    anna = shelves.person()
    await anna.send("/stories")
    await press(anna, "Search")
    await anna.send("parcels")
    anna.sees("#1")
    await anna.send("zyzzyva")
    anna.sees("No story here has those words")


async def test_what_a_reader_left_goes_with_them(shelves: World) -> None:
    anna = shelves.person()
    await anna.send("/start story_2")
    await press(anna, "👍", "🤍")
    await anna.send("/export")
    _, copy = shelves.sent_file(anna)
    shelf = json.loads(copy)["stories"]["shelf"]
    assert (shelf["favourites"], shelf["read"], shelf["voted"]) == ([2], [2], [2])
    await anna.send("/forget")
    await anna.press("Yes, erase everything")
    found = await shelves.bot.database.writer.run(lambda connection: counts(connection, 2))
    assert found == (1, 1)
