"""What is kept of a person: told on a page, handed out as a file, erased for good."""

import json
import sqlite3
from contextlib import closing
from datetime import date
from random import Random
from secrets import token_bytes

import pytest
from sqlalchemy import Connection, LargeBinary, insert

from bot.chat.people.store import erase, meet
from bot.playground.person import Person
from bot.storage.broadcast_tables import (
    broadcast_contents,
    broadcast_presses,
    broadcasts,
    recipients,
    roles,
    statistics,
)
from bot.storage.story_tables import (
    channel_posts,
    comments,
    stories,
    story_feelings,
    story_reports,
    story_stems,
    story_tags,
    story_texts,
    story_votes,
)
from bot.storage.submission_tables import cards, submissions
from bot.storage.tables import metadata
from bot.stories import store
from bot.stories.keys import new_key
from bot.stories.model import Body, Kind, State, Submission
from tests.home.traces import Traces, database_of, nothing_owed, rows_of
from tests.ways import go_to_a_text
from tests.world import World

# Each column that hangs on a person, with the words that tell of it on the page (in English).
TOLD = {
    "people.chat_id": "your chat number",
    "people.language": "language",
    "people.country": "country",
    "people.time_zone": "time zone",
    "people.place": "the screen you are on",
    "people.screen_id": "the message that shows it",
    "people.first_seen": "first and last day",
    "people.last_seen": "first and last day",
    "people.blocked": "whether you blocked me",
    "people.subscriptions": "which news you want",
    "people.quiet_from": "your quiet hours",
    "people.quiet_to": "your quiet hours",
    **{
        f"recipients.{name}": "which news you were sent"
        for name in ("broadcast", "chat_id", "language", "clock", "state", "message_id", "count")
    },
    "recipients.reason": "which news you were sent",
    "roles.chat_id": "Of moderators and admins I note",
    "roles.role": "their role",
    "audit.actor": "Of moderators and admins I note",
    "audit.action": "what they did",
    "audit.at": "and when",
    "broadcasts.author": "what they did",
    "conversations.chat_id": "your chat number",
    "conversations.guide": "each guide you used",
    "conversations.version": "version",
    "conversations.state": "your answers, encrypted",
    "conversations.used_on": "the day you last used it",
    "owed.chat_id": "your chat number",
    "owed.update_id": "whether it still has to be sent",
    "owed.place": "the screen you are on",
    "owed.language": "language",
    "updates.update_id": "Their numbers stay for two days",
    "inbox.payload": "They wait, encrypted",
    "set_aside.update_id": "I note its number",
    "set_aside.error": "the kind of error",
    "set_aside.at": "the time",
    "notices.chat_id": "your chat number",
    "drafts.chat_id": "your chat number",
    "drafts.sealed": "What you are writing, encrypted",
    "drafts.started_at": "when you began",
    "shelves.chat_id": "your chat number",
    "shelves.sealed": "What you read, kept, voted on and last searched for is encrypted",
    "story_votes.voter": "Votes, feelings and reports stand under a code",
    "story_feelings.voter": "Votes, feelings and reports stand under a code",
    "story_reports.voter": "Votes, feelings and reports stand under a code",
    "submissions.receipt": "only your receipt opens it",
    "stories.receipt": "only your receipt opens it",
    "comments.receipt": "only your receipt opens it",
    "story_reminders.chat_id": "your chat number",
    "story_reminders.day": "I note the day",
    "moderation_log.moderator": "Of moderators and admins I note",
    "moderation_log.action": "what they did",
    "moderation_log.at": "and when",
}
NOT_OF_A_PERSON = {
    "updates.taken_at": "when an update was committed; no row says whose it was",
    "inbox.update_id": "in what order those that wait are served; no row says whose they are",
    "settings.name": "what the database itself is about",
    "settings.value": "which bot the database belongs to",
    "notices.id": "in what order notices to admins go out",
    "notices.text": "what an admin is told; the row goes when it is sent",
    "notices.buttons": "what an admin or moderator may press; the row goes when it is sent",
    "moderation_log.id": "in what order moderators did something",
    "moderation_log.subject": "which story a moderator dealt with",
    "audit.id": "in what order admins did something",
    "audit.subject": "what an admin dealt with",
    **{
        f"{table.name}.{column.name}": "of a broadcast, or a count"
        for table in (broadcasts, broadcast_contents, broadcast_presses, statistics)
        for column in table.c
        if f"{table.name}.{column.name}" not in TOLD
    },
    **{
        f"{table.name}.{column.name}": "of a text, never of who sent, read or voted on it"
        for table in (
            submissions,
            cards,
            stories,
            story_texts,
            story_tags,
            story_stems,
            comments,
            story_votes,
            story_feelings,
            story_reports,
            channel_posts,
        )
        for column in table.c
        if f"{table.name}.{column.name}" not in TOLD
    },
    **{f"ratings.{name}": "a count" for name in ("guide", "node", "answer", "count")},
    **{f"fact_reports.{name}": "a day, no person" for name in ("fact", "on", "guide", "node")},
}
COMPANY = "Zyzzyva & <Sons>"


async def visit_all(world: World, person: Person) -> None:
    """Leaves something in everything that is kept of a person."""
    await go_to_a_text(world, person)
    await person.send(COMPANY)
    await person.send("/story")
    await person.press("Begin")
    await person.tap_data("receipt:remind")
    number = await world.bot.database.writer.run(lambda c: publish_one(world, c))
    await person.send(f"/start story_{number}")
    await person.press("👍")
    await world.bot.database.writer.run(lambda c: serve_as_admin(c, person.id))


def publish_one(world: World, connection: Connection) -> int:
    sent = Submission(new_key(), Kind.STORY, State.NEW, date(2026, 11, 1), "en", Body("A story."))
    store.add(connection, sent, token_bytes(32), Random())
    number = world.bot.features.stories._publisher.publish(connection, sent, date(2026, 11, 22))
    assert number is not None
    return number


def serve_as_admin(connection: Connection, chat_id: int) -> None:
    row = {"language": "en", "clock": "UTC", "state": "sent", "count": 1, "reason": ""}
    connection.execute(insert(recipients).values(broadcast=1, chat_id=chat_id, **row))
    connection.execute(insert(roles).values(chat_id=chat_id, role="editor"))


async def test_the_page_tells_of_every_column(customer: Person) -> None:
    await customer.send("/privacy")
    columns = {
        f"{table.name}.{column.name}" for table in metadata.sorted_tables for column in table.c
    }
    assert {*TOLD, *NOT_OF_A_PERSON} == columns
    for words in TOLD.values():
        customer.sees(words)


@pytest.mark.parametrize("language", ["it", "pl"])
async def test_the_page_is_there_in_every_language(world: World, language: str) -> None:
    person = world.person(language=language)
    await person.send("/privacy")
    person.sees("/export")
    person.sees_no("What I keep about you")


async def test_the_copy_holds_all_that_is_kept(world: World, customer: Person) -> None:
    await visit_all(world, customer)
    await customer.send("/export")
    document = json.loads(_file(world, customer))
    kept = {table.name: table for table in metadata.sorted_tables if "chat_id" in table.c}
    with closing(sqlite3.connect(database_of(world))) as database:
        for name, table in kept.items():
            open_columns = {c.name for c in table.c if not isinstance(c.type, LargeBinary)}
            assert {frozenset(row) for row in document[name]} <= {frozenset(open_columns)}
            if name not in {"owed", "notices"}:  # what was on its way has arrived by now
                assert len(document[name]) == len(rows_of(database, name, customer.id)) > 0
    assert document["people"][0]["country"] == "PL"
    assert COMPANY in [
        answer for guide in document["guides"].values() for answer in guide["answers"].values()
    ]


async def test_the_copy_holds_nothing_of_others(world: World, customer: Person) -> None:
    other = world.person()
    await visit_all(world, other)
    await customer.send("/export")
    copy = _file(world, customer)
    assert str(other.id) not in copy
    assert COMPANY not in copy


async def test_forgetting_asks_once_and_no_keeps_all(world: World, customer: Person) -> None:
    await visit_all(world, customer)
    with closing(sqlite3.connect(database_of(world))) as database:
        before = rows_of(database, "conversations", customer.id)
        await customer.send("/forget")
        customer.sees("Erase everything?")
        await customer.press("No, keep it")
        assert rows_of(database, "conversations", customer.id) == before


@pytest.mark.parametrize("data", ["forget", "forget:", "forget:no", "forget:YES", "forget:yes:yes"])
async def test_only_the_yes_erases(world: World, customer: Person, data: str) -> None:
    await visit_all(world, customer)
    await customer.press_data(data)
    with closing(sqlite3.connect(database_of(world))) as database:
        assert len(rows_of(database, "conversations", customer.id)) == 1


async def test_nothing_is_left_of_who_is_forgotten(world: World, customer: Person) -> None:
    await visit_all(world, customer)
    traces = Traces(customer.id, "Zyzzyva")
    assert traces.found_in(world.settings.data_dir)  # the number is there, until it is erased
    await _forget(world, customer)
    customer.sees("/start")
    with closing(sqlite3.connect(database_of(world))) as database:
        for table in metadata.sorted_tables:
            if "chat_id" in table.c:
                assert rows_of(database, table.name, customer.id) == []
    assert traces.found_in(world.settings.data_dir) == []


async def test_nothing_is_left_where_many_come_and_go(world: World) -> None:
    """Rows that moved from page to page leave no copies behind either."""
    gone = list(range(7_100_000_000, 7_100_003_000, 3))

    writer, today = world.bot.database.writer, world.clock().date()

    def come(connection: Connection) -> None:
        for chat_id in gone:
            meet(connection, chat_id, "en", today)
            meet(connection, chat_id + 1, "en", today)

    def go(connection: Connection) -> None:
        for chat_id in gone:
            erase(connection, chat_id)

    await writer.run(come)
    await writer.run(go)
    writer.wiping.begin()
    await writer.wiping.finished()
    left = {one for one in gone if Traces(one).found_in(world.settings.data_dir)}
    assert left == set()


async def test_a_reader_only_delays_it(world: World, customer: Person) -> None:
    await visit_all(world, customer)
    with closing(sqlite3.connect(database_of(world), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM people").fetchall()
        await customer.send("/forget")
        await customer.press("Yes, erase everything")
        traces = Traces(customer.id)
        assert traces.found_in(world.settings.data_dir)
        await world.person().send("/start")  # nobody waits for the reader meanwhile
        reader.execute("ROLLBACK")
    await world.bot.database.writer.wiping.finished()
    assert traces.found_in(world.settings.data_dir) == []


async def test_who_comes_back_is_a_stranger(world: World, customer: Person) -> None:
    await visit_all(world, customer)
    await _forget(world, customer)
    await customer.send("/export")
    document = json.loads(_file(world, customer))
    assert document["people"][0]["country"] is None
    assert document["conversations"] == []


async def _forget(world: World, person: Person) -> None:
    await person.send("/forget")
    await person.press("Yes, erase everything")
    await nothing_owed(world)
    await world.bot.database.writer.wiping.finished()


def _file(world: World, person: Person) -> str:
    name, content = world.sent_file(person)
    assert name == "galateo.json"
    return content.decode()
