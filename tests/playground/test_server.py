import pytest

from bot.playground import Person, Playground
from tests.playground.conftest import TOKEN, Api


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.0.2", ""])
async def test_it_listens_on_loopback_alone(host: str) -> None:
    with pytest.raises(ValueError, match="loopback alone"):
        await Playground(token=TOKEN).start(host)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Host": "127.0.0.1.evil.example:80"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
async def test_other_pages_are_kept_out(api: Api, headers: dict[str, str], status: int) -> None:
    url = f"{api.playground.url}/people"
    async with api.session.post(url, json={"first_name": "Eva"}, headers=headers) as response:
        assert response.status == status


async def test_our_own_page_may_post(api: Api) -> None:
    headers = {"Origin": api.playground.url}
    url = f"{api.playground.url}/people"
    body = {"first_name": "Eva", "role": "operator", "language_code": "pl"}
    async with api.session.post(url, json=body, headers=headers) as response:
        made = await response.json()
    async with api.session.get(url) as response:
        everybody = await response.json()
        policy = response.headers["Content-Security-Policy"]
    assert policy == "default-src 'self'; img-src 'self' blob: data:"
    assert everybody["people"] == [{**body, "id": made["id"]}]
    assert everybody["bot"] == {"id": 4242, "username": "galateo_playground_bot", "name": "Galateo"}


async def test_there_is_no_second_bot_among_the_people(api: Api) -> None:
    body = {"first_name": "Eva", "role": "bot"}
    async with api.session.post(f"{api.playground.url}/people", json=body) as response:
        assert response.status == 400


async def test_the_page_is_there(api: Api) -> None:
    async with api.session.get(f"{api.playground.url}/") as response:
        assert response.content_type == "text/html"
        assert response.headers["Content-Security-Policy"].startswith("default-src 'self'")


async def test_a_form_of_another_page_is_no_post(api: Api) -> None:
    async with api.session.post(f"{api.playground.url}/people", data={"a": "b"}) as response:
        assert response.status == 415


@pytest.mark.parametrize("path", ["/page/../server.py", "/page/%2e%2e/server.py", "/page/none.js"])
async def test_only_the_page_is_served(api: Api, path: str) -> None:
    async with api.session.get(api.playground.url + path) as response:
        assert response.status == 404


async def test_events_come_as_they_happen(api: Api, ana: Person) -> None:
    url = f"{api.playground.url}/people/{ana.id}/events"
    async with api.session.get(url, params={"after": "0"}) as response:
        version = (await response.json())["version"]
    await api.do("sendChatAction", chat_id=ana.id, action="typing")
    message = await api.do("sendMessage", chat_id=ana.id, text="<&>")
    await api.do("deleteMessage", chat_id=ana.id, message_id=message["message_id"])
    async with api.session.get(url, params={"after": str(version)}) as response:
        answer = await response.json()
    assert [event["kind"] for event in answer["events"]] == ["action", "message", "deleted"]
    assert answer["events"][1]["message"]["html"] == "&lt;&amp;&gt;"
    assert answer["events"][2]["message"] == {"message_id": message["message_id"]}
    async with api.session.get(url, params={"after": "99999"}) as response:
        assert (await response.json())["version"] == answer["version"]


@pytest.mark.parametrize(
    "path", ["/people/1/chats", "/people/x/chats", "/people/1/events", "/commands?person=1"]
)
async def test_nobody_is_there(api: Api, path: str) -> None:
    async with api.session.get(api.playground.url + path) as response:
        assert response.status == 400
        assert (await response.json())["description"]


async def test_queries_and_forms_are_read_too(api: Api, ana: Person) -> None:
    url = f"{api.playground.url}/bot{TOKEN}/sendMessage"
    async with api.session.get(url, params={"chat_id": str(ana.id), "text": "a"}) as response:
        assert (await response.json())["result"]["text"] == "a"
    markup = '{"inline_keyboard": [[{"text": "x", "callback_data": "y"}]]}'
    form = {"chat_id": str(ana.id), "text": "b", "reply_markup": markup}
    async with api.session.post(url, data=form) as response:
        assert "reply_markup" in (await response.json())["result"]
    async with api.session.post(
        url, data=b"[1]", headers={"Content-Type": "application/json"}
    ) as bad:
        assert (await bad.json())["error_code"] == 400
