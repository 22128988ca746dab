"""Quiet hours on the real bot: over midnight, over changes of clocks, and changed meanwhile."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.playground.person import Person
from tests.broadcasts.studio import Studio

# In 2027, the nights on which an hour is left out and on which one comes twice.
EUROPE = (date(2027, 3, 28), date(2027, 10, 31))
AMERICA = (date(2027, 3, 14), date(2027, 11, 7))
LIVING = {
    "Europe/Rome": ("IT", "", EUROPE),
    "Europe/Warsaw": ("PL", "", EUROPE),
    "Europe/London": ("GB", "", EUROPE),
    "America/New_York": ("US", "New York", AMERICA),
}
NIGHT = datetime(2026, 11, 22, 22, tzinfo=UTC)


async def moves(person: Person, country: str, city: str) -> None:
    await person.press_data(f"settings:country:{country}")
    if city:
        await person.press(city)


async def begun(room: Studio, at: datetime) -> int:
    """Scheduled by the admin, whose clock is that of UTC, and begun at its time."""
    await room.open()
    await room.admin.press("📝 Message")
    await room.admin.send(f"Of {at:%B}")
    await room.admin.press_data("bc:see:when")
    await room.admin.send(f"{at.astimezone(UTC):%Y-%m-%d %H:%M}")
    await room.admin.press("‹ Overview")
    number = await room.test()
    await room.admin.press("✅ Send it")
    assert await room.state(number) == "scheduled"
    await room.at(at)
    await room.becomes(number, "sending")
    return number


async def has(room: Studio, person: Person, words: str) -> bool:
    await person.refresh()
    return words in room.chat(person)


@pytest.mark.parametrize("zone", LIVING)
async def test_the_morning_after_the_clocks_were_changed(room: Studio, zone: str) -> None:
    """At nine on the clock of their wall: neither an hour early nor a second."""
    (reader,) = await room.readers(1)
    country, city, days = LIVING[zone]
    await moves(reader, country, city)
    for day in days:
        morning = datetime.combine(day, time(9), ZoneInfo(zone)).astimezone(UTC)
        before = datetime.combine(day - timedelta(days=1), time(23, 30), ZoneInfo(zone))
        assert before.utcoffset() != morning.astimezone(ZoneInfo(zone)).utcoffset()
        room.clock.now = before.astimezone(UTC) - timedelta(hours=4)
        number = await begun(room, before.astimezone(UTC))
        for early in (timedelta(hours=1), timedelta(minutes=30), timedelta(seconds=1)):
            await room.at(morning - early)
            assert (await room.outcomes(number))[reader.id] == "pending"
            assert not await has(room, reader, f"Of {before:%B}")
        await room.at(morning)
        await room.shows(reader, f"Of {before:%B}")


async def test_a_message_that_came_by_night_goes_in_the_morning(room: Studio) -> None:
    (reader,) = await room.readers(1)
    room.clock.now = NIGHT
    number = await room.compose()
    await room.admin.press("✅ Send it")
    await room.shows(room.admin, "Nothing goes at this moment")
    await room.at(NIGHT + timedelta(hours=10, minutes=59))
    assert set((await room.outcomes(number)).values()) == {"pending"}
    await room.at(NIGHT + timedelta(hours=11))
    await room.becomes(number, "done")
    await reader.refresh()
    reader.sees("Hello to everybody")


async def test_who_changes_their_clock_meanwhile_gets_it_by_the_new_one(room: Studio) -> None:
    never, away, early, asleep = await room.readers(4)
    room.clock.now = NIGHT
    number = await room.compose()
    await room.admin.press("✅ Send it")
    await room.becomes(number, "sending")
    await room.shows(room.admin, "Nothing goes at this moment")
    await early.press_data("subs:quiet:21:6")
    await never.press_data("subs:quiet:never")
    await moves(away, "US", "New York")  # 17 there
    for person in (never, away):
        await room.shows(person, "Hello to everybody")
    for person in (early, asleep):
        assert not await has(room, person, "Hello to everybody")
    await room.at(NIGHT + timedelta(hours=8))
    await room.shows(early, "Hello to everybody")
    assert (await room.outcomes(number))[asleep.id] == "pending"
    await room.at(NIGHT + timedelta(hours=11))
    await room.shows(asleep, "Hello to everybody")


async def test_who_changes_the_language_meanwhile_gets_that_version(room: Studio) -> None:
    (reader,) = await room.readers(1)
    room.clock.now = NIGHT
    await room.open()
    await room.admin.press("📝 Message")
    await room.admin.send("Hello")
    await room.admin.press("🌍 Other languages")
    await room.admin.press("Italiano")
    await room.admin.send("Ciao a tutti")
    await room.admin.press("‹ Overview")
    number = await room.test()
    await room.admin.press("✅ Send it")
    await room.becomes(number, "sending")
    await room.shows(room.admin, "Nothing goes at this moment")
    await reader.press_data("settings:lang:it")
    await room.at(NIGHT + timedelta(hours=11))
    await room.becomes(number, "done")
    assert await has(room, reader, "Ciao a tutti")


async def test_a_service_notice_wakes_people_after_a_warning(room: Studio) -> None:
    (reader,) = await room.readers(1)
    room.clock.now = NIGHT
    await room.open()
    await room.admin.press("🏷 Kind")
    await room.admin.press("Service notice")
    await room.admin.press("🕑 When")
    await room.admin.press("🔔 Wake people too")
    room.admin.sees("This wakes people up")
    await room.admin.press("Yes, at any hour")
    await room.send(await room.compose("An outage"))
    assert await has(room, reader, "An outage")
