"""Telling on the real bot: from `/story` to a chat where only the receipt is left."""

from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.playground.person import Person
from bot.playground.transcript import words_of
from bot.storage.submission_tables import drafts, submissions
from tests.world import World

WRITTEN = "They kept me waiting for an hour, my mail is anna@example.com, and then they hung up. "


async def rows(world: World) -> tuple[int, list[dict[str, Any]]]:
    """How many drafts there are, and what was sent."""

    def unit(connection: Connection) -> tuple[int, list[dict[str, Any]]]:
        sent = connection.execute(select(submissions)).mappings()
        return len(connection.execute(select(drafts)).all()), [dict(row) for row in sent]

    return await world.bot.database.writer.run(unit)


async def at_confirm(person: Person) -> None:
    await person.send("/story")
    for label in ("Begin", "Customer", "Parcels", "Go on ›", "Skip ›", "Skip ›"):
        await person.press(label)
    await person.send(WRITTEN)
    await person.send(WRITTEN)
    await person.press("Go on ›")
    person.sees("[e-mail]")
    person.sees_no("example.com")
    await person.press("Go on ›")
    person.sees("Who could know")


async def test_told_sent_and_deleted_from_the_chat(world: World, customer: Person) -> None:
    await at_confirm(customer)
    receipt = customer.text.partition("Your receipt")[2].split("\n")[2]
    await customer.press("Send")
    customer.sees("Sent")
    customer.sees(receipt)
    count, sent = await rows(world)
    assert count == 0
    assert [row["kind"] for row in sent] == ["story"]
    await customer.press("Delete what I wrote")
    customer.sees("I deleted what you wrote")
    shown = [words_of(message) for message in customer.messages]
    assert any(receipt in words for words in shown)
    assert not any("kept me waiting" in words for words in shown)


async def test_a_voice_is_refused_and_an_edit_is_taken(world: World, customer: Person) -> None:
    await at_confirm(customer)
    await customer.press("Not yet")
    await customer.press("✏️ Text")
    await customer.send_file("voice", b"OggS")
    customer.sees("A voice can be recognised")
    mine = [one for one in customer.messages if words_of(one) == WRITTEN.strip()]
    await customer.edit(mine[0]["message_id"], "A kind man answered at once. " * 4)
    customer.sees("I took your change")
    await customer.press("Go on ›")
    customer.sees("A kind man")
    assert (await rows(world))[1] == []


@pytest.mark.parametrize("language", ["it", "pl"])
async def test_in_other_languages(world: World, language: str) -> None:
    person = world.person(language=language)
    await person.send("/story")
    for data in ("go:who", "who:operator", "sector:energy", "go:text"):
        await person.press_data(f"story:{data}")
    await person.send(WRITTEN * 2)
    for data in ("go:masks", "go:words", "go:alarms", "go:before", "go:masks", "agree"):
        await person.press_data(f"story:{data}")
    keys = [key for row in person.last["reply_markup"]["inline_keyboard"] for key in row]
    await person.press_data(next(d for k in keys if "send" in (d := k.get("callback_data", ""))))
    _, sent = await rows(world)
    assert [row["language"] for row in sent] == [language]


async def test_a_draft_outlives_other_things(world: World, customer: Person) -> None:
    await at_confirm(customer)
    await customer.send("/menu")
    await customer.press("Tell your story")
    customer.sees("it is all still here")
    await customer.press("Throw away")
    await customer.press("Yes, throw it away")
    customer.sees("Thrown away")
    assert (await rows(world))[0] == 0


async def test_an_old_draft_leaves_no_bytes_when_its_person_comes_back(
    world: World, customer: Person
) -> None:
    await at_confirm(customer)
    writer = world.bot.database.writer
    sealed = await writer.run(lambda connection: connection.scalar(select(drafts.c.sealed)))
    assert sealed is not None
    world.clock.pass_(hours=25)
    await customer.send("Hello again")
    assert (await rows(world))[0] == 0
    await writer.wiping.finished()
    kept = b"".join(path.read_bytes() for path in world.settings.data_dir.glob("*.db*"))
    assert sealed not in kept
