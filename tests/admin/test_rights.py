"""Whoever may not, learns nothing and changes nothing: by command, forged data or old messages."""

import pytest

from bot.chat.roles import ADMIN, EDITOR, MODERATOR, OWNER
from tests.admin.house import House

PAGES = ("admin", "admin:people", "admin:audit:0", "admin:chats", "admin:invite:owner")
ODD = ("admin:", "admin::", "admin:x", "admin:take:x", "admin:taken:", "join", "join:", "setup",
       "setup:", "setup:use:5", "setup:use:x", "setup:leave:-5", "setup:use:-99999999999999999")  # fmt: skip


async def unknown(home: House, words: str) -> str:
    """What the bot says to a stranger about what nobody knows."""
    person = await home.guest()
    await (person.send(words) if words.startswith("/") else person.press_data(words))
    return person.text


@pytest.mark.parametrize("role", ["", MODERATOR, EDITOR])
async def test_to_others_there_is_no_such_command(home: House, role: str) -> None:
    person = await home.guest()
    if role:
        await home.grant(person, role)
    await person.send("/admin")
    assert person.text == await unknown(home, "/nonsense")


@pytest.mark.parametrize("data", [*PAGES, "setup:use:-1001000000001", "setup:leave:-1001000000001"])
async def test_to_others_there_are_no_such_buttons(home: House, data: str) -> None:
    person, before = await home.guest(), await home.deeds()
    await person.press_data(data)
    assert person.text == await unknown(home, "nonsense:1")
    assert await home.deeds() == before


async def test_forged_takes_change_nothing(home: House) -> None:
    editor, person = await home.guest(), await home.guest()
    await home.grant(editor, EDITOR)
    await home.grant(person, ADMIN)
    before = await home.deeds()
    for one in (editor, person):
        for who, role in ((editor, EDITOR), (person, ADMIN), (home.owner, OWNER)):
            await one.press_data(f"admin:take:{who.id}:{role}")
            await one.press_data(f"admin:taken:{who.id}:{role}")
    assert await home.deeds() == before
    assert await home.held(person) == {ADMIN}


async def test_a_role_taken_away_ends_at_the_next_press(home: House) -> None:
    admin = await home.guest()
    await home.grant(admin, ADMIN)
    await admin.send("/admin")
    await admin.press("Look again")
    await home.take(admin, ADMIN)
    await admin.press("Who did what")
    admin.sees_no("gave the role")
    assert "How I am" not in admin.text
    await admin.send("/admin")
    assert admin.text == await unknown(home, "/nonsense")


async def test_an_owner_no_more_owns_no_old_message(home: House) -> None:
    second = await home.guest()
    await home.grant(second, OWNER)
    await second.send("/admin")
    await second.press("Roles")
    old = second.last["message_id"]
    labels = ("➕ owner", "➕ moderator")
    datas = [str(second.find_button(label)[1]["callback_data"]) for label in labels]
    await home.take(second, OWNER)
    for data in datas:
        await second.press_data(data, old)
        second.sees_no("good once")
    await second.press_data(f"admin:taken:{home.owner.id}:owner", old)
    assert (await home.deeds())[0][0] == "took away"
    assert await home.held(second) == set()


@pytest.mark.parametrize("data", ODD)
async def test_odd_data_of_an_owner_breaks_nothing(home: House, data: str) -> None:
    await home.owner.press_data(data)
    assert home.owner.text
    assert await home.deeds() == []
    assert (
        await home.do(lambda c: c.exec_driver_sql("SELECT count(*) FROM set_aside").scalar()) == 0
    )


async def test_nothing_of_it_works_in_a_group(home: House) -> None:
    group = home.room("group", home.owner)
    home.make("administrator", group, home.owner)
    await home.owner.until("The Room")
    await home.owner.press("Use it for moderation")
    await home.owner.post("/admin", chat=group)
    await home.owner.send("/menu")
    await home.owner.refresh(group)
    assert not any("How I am" in str(one.get("text")) for one in home.owner.messages)


async def test_an_editor_sees_where_people_stop_and_nothing_else(home: House) -> None:
    editor = await home.guest()
    await home.grant(editor, EDITOR)
    await editor.send("/stats")
    await editor.until("Numbers of")
    for command in ("admin", "broadcast", "queue"):
        await editor.send(f"/{command}")
        editor.sees("I don't know that command")
    await home.take(editor, EDITOR)
    await editor.send("/stats")
    editor.sees("I don't know that command")


async def test_editors_hear_of_a_doubted_fact(home: House) -> None:
    editor, reader = await home.guest(), await home.guest()
    await home.grant(editor, EDITOR)
    doubted = home.bot.features.ground.telling.editors
    await home.do(lambda c: doubted(c, lambda language: language.say("Thank you!")))
    await home.bot.features.ground.notices.once()
    for person, heard in ((editor, True), (home.owner, True), (reader, False)):
        await person.refresh()
        assert ("Thank you!" in str(person.messages)) is heard
