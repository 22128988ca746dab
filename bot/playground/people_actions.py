"""What people do: they write, press, edit, block, delete; and how new ones come."""

from typing import Any

from aiohttp import web

from bot.playground import membership, people
from bot.playground.bot_api import read_parameters
from bot.playground.files import KINDS
from bot.playground.page_messages import shown
from bot.playground.people_requests import number, person_json, required
from bot.playground.refusal import bad_request
from bot.playground.telegram import Telegram

Json = dict[str, Any]
ROLES = ("customer", "operator", "moderator", "admin")


class PeopleActions:
    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def routes(self) -> list[web.RouteDef]:
        chat = "/people/{id}/chats/{chat}"
        return [
            web.post("/people", self.add),
            web.delete(chat, self.delete_chat),
            web.post(f"{chat}/messages", self.say),
            web.post(f"{chat}/forwards", self.forward),
            web.post(f"{chat}/presses", self.press),
            web.post(f"{chat}/edit", self.edit),
            web.post("/people/{id}/block", self.block),
            web.post("/people/{id}/unblock", self.unblock),
            web.post("/chats", self.add_room),
            web.post("/chats/{chat}/members", self.set_member),
        ]

    async def add(self, request: web.Request) -> web.Response:
        params = await read_parameters(request)
        role = params.text("role", "customer")
        if role not in ROLES:
            raise bad_request(f"role is one of {', '.join(ROLES)}")
        user = self._telegram.registry.add_person(
            params.text("first_name") or role.capitalize(),
            role,
            params.text("language_code", "en"),
        )
        return web.json_response(person_json(user))

    async def say(self, request: web.Request) -> web.Response:
        params = await read_parameters(request)
        person, chat = number(request, "id"), number(request, "chat")
        for kind, upload in params.uploads.items():
            if kind not in KINDS:
                raise bad_request(f"a person sends no {kind}")
            message = people.send_file(
                self._telegram, person, chat, kind, upload, params.text("caption")
            )
            return self._numbered(shown(message, person))
        message = people.say(
            self._telegram, person, chat, params.text("text"), params.integer("reply_to")
        )
        return self._numbered(shown(message, person))

    async def forward(self, request: web.Request) -> web.Response:
        """`from_chat` and `message_id` say what."""
        params = await read_parameters(request)
        person, chat = number(request, "id"), number(request, "chat")
        source, message_id = required(params, "from_chat"), required(params, "message_id")
        message = people.forward(self._telegram, person, chat, source, message_id)
        return self._numbered(shown(message, person))

    def _numbered(self, body: Json) -> web.Response:
        """With the number of the newest event in X-Version, to wait for what comes after it."""
        version = str(self._telegram.events.version)
        return web.json_response(body, headers={"X-Version": version})

    async def press(self, request: web.Request) -> web.Response:
        params = await read_parameters(request)
        press = people.press(
            self._telegram,
            number(request, "id"),
            number(request, "chat"),
            required(params, "message_id"),
            params.text("data"),
        )
        return self._numbered({"callback_query_id": press.id})

    async def edit(self, request: web.Request) -> web.Response:
        params = await read_parameters(request)
        person = number(request, "id")
        message = people.edit(
            self._telegram,
            person,
            number(request, "chat"),
            required(params, "message_id"),
            params.text("text"),
        )
        return self._numbered(shown(message, person))

    async def delete_chat(self, request: web.Request) -> web.Response:
        people.delete_chat(
            self._telegram,
            number(request, "id"),
            number(request, "chat"),
            everywhere=request.query.get("everywhere") == "true",
        )
        return self._numbered({})

    async def block(self, request: web.Request) -> web.Response:
        people.block(self._telegram, number(request, "id"), blocked=True)
        return self._numbered({"blocked": True})

    async def unblock(self, request: web.Request) -> web.Response:
        people.block(self._telegram, number(request, "id"), blocked=False)
        return self._numbered({"blocked": False})

    async def add_room(self, request: web.Request) -> web.Response:
        """`type`, `title`, `owner` (a person's id), perhaps `username`; answers the chat."""
        params = await read_parameters(request)
        kind = params.text("type")
        if kind not in ("group", "supergroup", "channel"):
            raise bad_request("type is group, supergroup or channel")
        owner = people.person(self._telegram, required(params, "owner"))
        chat = self._telegram.registry.add_chat(
            kind, params.text("title", kind.capitalize()), owner.id, params.text("username")
        )
        return self._numbered(chat.json())

    async def set_member(self, request: web.Request) -> web.Response:
        """`user` (a person's id or the bot's) gets a `status`; for the bot, `by` says who did it."""
        params = await read_parameters(request)
        chat = people.room(self._telegram, number(request, "chat"))
        user, status = required(params, "user"), params.text("status", "member")
        if user == self._telegram.bot.id:
            by = people.person(self._telegram, required(params, "by"))
            membership.change_bot_status(self._telegram, chat, by, status)
        else:
            membership.set_member(chat, people.person(self._telegram, user).id, status)
        return self._numbered({"status": status})
