"""What the owner and admins see."""

from bot import __version__
from bot.chat.roles import ADMIN, MODERATOR
from tests.admin.house import House


async def test_the_owner_sees_how_the_bot_is(home: House) -> None:
    await home.owner.send("/admin")
    for words in ("How I am", "No error since", __version__, "schema 0004", "MB", "22.", "ago"):
        home.owner.sees(words)
    await home.owner.press("My own chats")
    home.owner.sees("no channel yet")
    await home.owner.press("Back")
    home.owner.sees("How I am")


async def test_links_that_make_the_bot_an_administrator(home: House) -> None:
    await home.owner.send("/admin")
    await home.owner.press("My own chats")
    urls = [home.owner.find_button(label)[1]["url"] for label in ("channel", "group")]
    assert [url.partition("?")[2].partition("&")[0] for url in urls] == [
        "startchannel",
        "startgroup",
    ]


async def test_an_admin_sees_health_and_the_list_but_no_roles(home: House) -> None:
    admin = await home.guest()
    await home.grant(admin, ADMIN)
    await admin.send("/admin")
    admin.sees("How I am")
    await admin.press("Who did what")
    admin.sees(f"owner …{str(home.owner.id)[-4:]} gave the role: admin …{str(admin.id)[-4:]}")
    admin.sees_no(str(admin.id))
    for data in (
        "admin:people",
        "admin:chats",
        "admin:invite:owner",
        f"admin:taken:{admin.id}:admin",
    ):
        await admin.press_data(data)
        admin.sees_no("Who has a role")
    assert await home.held(admin) == {ADMIN}


async def test_the_list_has_pages(home: House) -> None:
    for person in [home.person() for _ in range(12)]:
        await home.grant(person, MODERATOR)
    await home.owner.send("/admin")
    await home.owner.press("Who did what")
    assert home.owner.text.count("gave the role") == 10
    await home.owner.press("Older")
    assert home.owner.text.count("gave the role") == 2
    await home.owner.press("Newer")
    for page in ("99", "-1", "²", "x", "1:2", "9" * 40):
        await home.owner.press_data(f"admin:audit:{page}")
        home.owner.sees("gave the role")


async def test_a_role_is_taken_away_by_its_number(home: House) -> None:
    person = await home.guest()
    await home.grant(person, MODERATOR)
    await home.owner.send("/admin")
    await home.owner.press("Roles")
    home.owner.sees(f"{person.id} · moderator · since 22\N{NO-BREAK SPACE}November 2026")
    home.owner.sees(f"{home.owner.id} · owner · by the settings")
    await home.owner.press(f"moderator {person.id}")
    await home.owner.press("No, keep it")
    assert await home.held(person) == {MODERATOR}
    await home.owner.press(f"moderator {person.id}")
    await home.owner.press("Yes, take it away")
    home.owner.sees("Taken away.")
    assert await home.held(person) == set()
    await person.until("You no longer have this role here: moderator.")
    assert (await home.deeds())[0] == ("took away", f"moderator …{str(person.id)[-4:]}")


async def test_the_last_owner_stays(home: House) -> None:
    await home.owner.send("/admin")
    await home.owner.press_data(f"admin:taken:{home.owner.id}:owner")
    home.owner.sees("there must be an owner")
    await home.owner.press_data("admin:taken:5:owner")
    home.owner.sees("That is settled already.")
    assert await home.deeds() == []
