from typing import Any

import pytest

from bot.playground import Person
from tests.playground.conftest import Api


def command(name: str, description: str = "does it") -> dict[str, str]:
    return {"command": name, "description": description}


async def shown(api: Api, person: Person) -> list[str]:
    url = f"{api.playground.url}/commands?person={person.id}"
    async with api.session.get(url) as response:
        return [one["command"] for one in await response.json()]


async def test_the_narrowest_menu_in_the_persons_language_is_shown(api: Api) -> None:
    maria = api.playground.person(language="it")
    await maria.post("/start")
    assert await shown(api, maria) == []
    everywhere = {"type": "all_private_chats"}
    alone = {"type": "chat", "chat_id": maria.id}
    steps: list[tuple[str, dict[str, Any]]] = [
        ("a", {}),
        ("b", {"language_code": "it"}),
        ("c", {"scope": everywhere}),
        ("d", {"scope": everywhere, "language_code": "it"}),
        ("e", {"scope": alone}),
    ]
    for name, where in steps:
        await api.do("setMyCommands", commands=[command(name)], **where)
        assert await shown(api, maria) == [name]
    await api.do("setMyCommands", commands=[command("x")], language_code="pl")
    await api.do("deleteMyCommands", scope=alone)
    assert await shown(api, maria) == ["d"]
    got = await api.do("getMyCommands", scope=everywhere)
    assert got == [command("c")]


@pytest.mark.parametrize(
    ("commands", "reason"),
    [
        ([command("Start")], "BOT_COMMAND_INVALID"),
        ([command("x" * 33)], "BOT_COMMAND_INVALID"),
        ([command("start", "")], "command description must be non-empty"),
        ([command("start", "x" * 257)], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([command(f"c{number}") for number in range(101)], "BOT_COMMANDS_TOO_MUCH"),
        ([{"command": "start"}], "can't parse BotCommand: expected command and description"),
    ],
)
async def test_commands_that_are_refused(
    api: Api, commands: list[dict[str, str]], reason: str
) -> None:
    assert await api.refused("setMyCommands", commands=commands) == f"Bad Request: {reason}"


async def test_a_hundred_commands_are_taken(api: Api) -> None:
    commands = [command(f"c{number}", "x" * 256) for number in range(100)]
    assert await api.do("setMyCommands", commands=commands) is True


@pytest.mark.parametrize(
    ("kind", "longest"), [("Name", 64), ("Description", 512), ("ShortDescription", 120)]
)
async def test_texts_about_the_bot(api: Api, kind: str, longest: int) -> None:
    field = {"ShortDescription": "short_description"}.get(kind, kind.lower())
    await api.do(f"setMy{kind}", **{field: "x" * longest})
    await api.do(f"setMy{kind}", **{field: "ciao"}, language_code="it")
    assert await api.do(f"getMy{kind}") == {field: "x" * longest}
    assert await api.do(f"getMy{kind}", language_code="it") == {field: "ciao"}
    assert await api.do(f"getMy{kind}", language_code="pl") == {field: "x" * longest}
    assert "too long" in await api.refused(f"setMy{kind}", **{field: "x" * (longest + 1)})
    assert "language" in await api.refused(f"setMy{kind}", **{field: "x"}, language_code="ita")


async def test_the_menu_button(api: Api, ana: Person) -> None:
    assert await api.do("getChatMenuButton") == {"type": "commands"}
    await api.do("setChatMenuButton", chat_id=ana.id, menu_button={"type": "default"})
    assert await api.do("getChatMenuButton", chat_id=ana.id) == {"type": "default"}
