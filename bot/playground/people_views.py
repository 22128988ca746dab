"""What the chat page and the fake clients read: people, chats, events, files, commands."""

from itertools import islice

from aiohttp import web

from bot.playground import people
from bot.playground.menus import DEFAULT_SCOPE
from bot.playground.page_messages import shown, shown_event
from bot.playground.people_requests import number, person_json
from bot.playground.refusal import RefusedError
from bot.playground.telegram import Telegram

LONGEST_POLL = 25.0
NEWEST = 500


class PeopleViews:
    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/people", self.everybody),
            web.get("/people/{id}/chats", self.chats),
            web.get("/people/{id}/chats/{chat}", self.chat),
            web.get("/people/{id}/events", self.events),
            web.get("/people/{id}/files/{file}", self.file),
            web.get("/commands", self.commands),
        ]

    async def everybody(self, _request: web.Request) -> web.Response:
        telegram, bot = self._telegram, self._telegram.bot
        name = telegram.menus.text("name", "", bot.first_name)
        return web.json_response(
            {
                "bot": {"id": bot.id, "username": bot.username, "name": name},
                "people": [person_json(user) for user in telegram.registry.people.values()],
                "commands": telegram.menus.commands(DEFAULT_SCOPE, ""),
            }
        )

    async def chats(self, request: web.Request) -> web.Response:
        user = people.person(self._telegram, number(request, "id"))
        seen = []
        for chat in self._telegram.registry.seen_by(user.id):
            title = self._telegram.bot.first_name if chat.private else chat.title
            seen.append({**chat.json(), "title": title, "blocked": chat.blocked})
        return web.json_response({"chats": seen})

    async def chat(self, request: web.Request) -> web.Response:
        person = number(request, "id")
        chat = people.chat_of(self._telegram, person, number(request, "chat"))
        after = chat.cleared.get(person, 0)
        newest = [
            message
            for message in islice(reversed(chat.messages.values()), NEWEST)
            if message["message_id"] > after
        ]
        return web.json_response(
            {
                "messages": [shown(message, person) for message in reversed(newest)],
                "blocked": chat.blocked,
                "keyboard": chat.keyboard,
                "version": self._telegram.events.version,
            }
        )

    async def events(self, request: web.Request) -> web.Response:
        person = people.person(self._telegram, number(request, "id")).id
        after = int(request.query.get("after", "0"))
        seconds = min(float(request.query.get("timeout", LONGEST_POLL)), LONGEST_POLL)
        events = self._telegram.events
        found = await events.wait(person, after, seconds if after <= events.version else 0)
        return web.json_response(
            {
                "version": found[-1]["version"] if found else events.version,
                "events": [shown_event(event, person) for event in found],
            }
        )

    async def file(self, request: web.Request) -> web.Response:
        people.person(self._telegram, number(request, "id"))
        stored = self._telegram.files.get(request.match_info["file"])
        if stored is None:
            raise RefusedError(404, "Not Found")
        kind = stored.shape.get("mime_type", "image/jpeg")
        headers = {"Content-Disposition": "inline" if stored.kind == "photo" else "attachment"}
        content = self._telegram.files.content(stored)
        return web.Response(body=content, content_type=kind, headers=headers)

    async def commands(self, request: web.Request) -> web.Response:
        user = people.person(self._telegram, number(request, "person"))
        chat = self._telegram.registry.chats[user.id]
        menu = self._telegram.menus.shown(chat, user.id, user.language_code)
        return web.json_response(menu)
