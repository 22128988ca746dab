"""The bot's own texts: commands for each scope and language, name, descriptions, menu button."""

import re
from typing import Any

from telegram.constants import BotCommandLimit

from bot.playground.chats import Chat
from bot.playground.refusal import bad_request

Json = dict[str, Any]
Scope = tuple[str, int, int]  # the type, then chat and user where the type has them

_NAME = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"([a-z]{2})?")
DEFAULT_SCOPE: Scope = ("default", 0, 0)
SCOPES = (
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
)


def checked_language(code: str) -> str:
    if not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def checked_commands(commands: Any) -> list[Json]:
    if not isinstance(commands, list):
        raise bad_request("can't parse commands: expected an Array of BotCommand")
    if len(commands) > BotCommandLimit.MAX_COMMAND_NUMBER:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_checked_command(command) for command in commands]


def _checked_command(command: Any) -> Json:
    if not isinstance(command, dict) or not {"command", "description"} == command.keys():
        raise bad_request("can't parse BotCommand: expected command and description")
    name = str(command["command"]).removeprefix("/")
    description = str(command["description"])
    if not _NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > BotCommandLimit.MAX_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


class Menus:
    def __init__(self) -> None:
        self._commands: dict[tuple[Scope, str], list[Json]] = {}
        self._texts: dict[tuple[str, str], str] = {}
        self._buttons: dict[int, Json] = {}

    def set_commands(self, scope: Scope, language: str, commands: list[Json]) -> None:
        if commands:
            self._commands[scope, language] = commands
        else:
            self._commands.pop((scope, language), None)

    def commands(self, scope: Scope, language: str) -> list[Json]:
        return self._commands.get((scope, language), [])

    def shown(self, chat: Chat, user_id: int, language: str) -> list[Json]:
        """What Telegram's clients show: the narrowest scope first, each in the language, then
        without one (https://core.telegram.org/bots/api#determining-list-of-commands).
        """
        for scope in self._narrowing(chat, user_id):
            for code in (language, ""):
                if self._commands.get((scope, code)):
                    return self._commands[scope, code]
        return []

    def _narrowing(self, chat: Chat, user_id: int) -> list[Scope]:
        if chat.private:
            return [("chat", chat.id, 0), ("all_private_chats", 0, 0), DEFAULT_SCOPE]
        scopes: list[Scope] = [("chat_member", chat.id, user_id)]
        if chat.member(user_id).governs:
            scopes.append(("chat_administrators", chat.id, 0))
        scopes.append(("chat", chat.id, 0))
        if chat.member(user_id).governs:
            scopes.append(("all_chat_administrators", 0, 0))
        return [*scopes, ("all_group_chats", 0, 0), DEFAULT_SCOPE]

    def set_text(self, kind: str, language: str, text: str) -> None:
        if text:
            self._texts[kind, language] = text
        else:
            self._texts.pop((kind, language), None)

    def text(self, kind: str, language: str, default: str = "") -> str:
        return self._texts.get((kind, language)) or self._texts.get((kind, ""), default)

    def set_button(self, chat_id: int, button: Json) -> None:
        """Chat 0 stands for every chat without a button of its own."""
        self._buttons[chat_id] = button

    def button(self, chat_id: int) -> Json:
        return self._buttons.get(chat_id) or self._buttons.get(0, {"type": "commands"})
