"""Roles by a link: good once, for an hour, and only as long as who made it is an owner."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.admin.invitations import MOST, Invitations
from bot.chat.roles import ADMIN, MODERATOR, OWNER
from bot.playground.person import Person
from tests.admin.house import House

TOO_LATE = "used already or is too old"
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


async def invited(owner: Person, role: str = MODERATOR) -> str:
    """The link's argument, as the person who gets it opens it."""
    await owner.send("/admin")
    await owner.press("Roles")
    await owner.press(f"➕ {role}")
    owner.sees("good once and for an hour")
    link = str(owner.find_button("Copy")[1]["copy_text"]["text"])
    assert link in owner.text
    return link.partition("?start=")[2]


async def test_a_link_makes_a_moderator(home: House) -> None:
    argument, person = await invited(home.owner), home.person()
    await person.send(f"/start {argument}")
    person.sees("this role: moderator")
    await person.press("Yes, I will")
    person.sees("You have this role now: moderator")
    assert await home.held(person) == {MODERATOR}
    await home.owner.until(f"…{str(person.id)[-4:]} has taken your invitation")
    assert await home.deeds() == [("granted", f"moderator …{str(person.id)[-4:]}")]


async def test_no_is_no(home: House) -> None:
    argument, person = await invited(home.owner), home.person()
    await person.send(f"/start {argument}")
    await person.press("No, thank you")
    assert await home.held(person) == set()


async def test_two_open_it_and_one_gets_it(home: House) -> None:
    argument, first, second = await invited(home.owner, ADMIN), home.person(), home.person()
    for person in (first, second):
        await person.send(f"/start {argument}")
    await second.press("Yes, I will")
    await first.press("Yes, I will")
    first.sees(TOO_LATE)
    assert await home.held(first) == set()
    assert await home.held(second) == {ADMIN}
    await first.send(f"/start {argument}")
    first.sees(TOO_LATE)


async def test_it_does_not_bring_back_what_was_taken_away(home: House) -> None:
    argument, person = await invited(home.owner), home.person()
    await person.send(f"/start {argument}")
    token = argument.removeprefix("role_")
    await person.press("Yes, I will")
    await home.take(person, MODERATOR)
    await person.press_data(f"join:{token}")
    person.sees(TOO_LATE)
    assert await home.held(person) == set()


@pytest.mark.parametrize("minutes", [60, 61, 10_000])
async def test_after_an_hour_it_is_too_late(home: House, minutes: float) -> None:
    argument, person = await invited(home.owner), home.person()
    await person.send(f"/start {argument}")
    home.clock.pass_(minutes=minutes)
    await person.press("Yes, I will")
    person.sees(TOO_LATE)
    await person.send(f"/start {argument}")
    person.sees(TOO_LATE)
    assert await home.held(person) == set()


async def test_it_dies_with_the_right_of_who_made_it(home: House) -> None:
    second, person = await home.guest(), home.person()
    await home.grant(second, OWNER)
    argument = await invited(second, OWNER)
    await person.send(f"/start {argument}")
    await home.take(second, OWNER)
    await person.press("Yes, I will")
    person.sees(TOO_LATE)
    assert await home.held(person) == set()


@pytest.mark.parametrize("token", ["", "x", "0" * 32, "ż" * 32, "role_"])
async def test_forged_tokens_are_too_late(home: House, token: str) -> None:
    await invited(home.owner)
    person = await home.guest()
    await person.press_data(f"join:{token}"[:32])
    person.sees(TOO_LATE)
    await person.send(f"/start role_{token}")
    person.sees(TOO_LATE)
    assert await home.held(person) == set()


def test_an_update_that_is_tried_again_finds_its_own() -> None:
    invitations = Invitations()
    token = invitations.make(MODERATOR, 1, NOW)
    invitations.take(token, 17)
    assert invitations.find(token, NOW, 17) is not None
    assert invitations.find(token, NOW, 18) is None


def test_there_are_never_too_many() -> None:
    invitations = Invitations()
    tokens = [invitations.make(MODERATOR, 1, NOW) for _ in range(MOST + 1)]
    found = [token for token in tokens if invitations.find(token, NOW)]
    assert found == tokens[1:]
    last = invitations.make(MODERATOR, 1, NOW + timedelta(hours=2))
    assert [token for token in [*tokens, last] if invitations.find(token, NOW)] == [last]
