"""The bot about itself: getMe, its commands, names, menu button."""

from typing import Any

from telegram.constants import BotDescriptionLimit, BotNameLimit

from bot.playground.chats import Json
from bot.playground.menus import (
    DEFAULT_SCOPE,
    SCOPES,
    Scope,
    checked_commands,
    checked_language,
)
from bot.playground.methods.spec import Method, Methods
from bot.playground.parameters import Parameters
from bot.playground.refusal import bad_request
from bot.playground.telegram import Telegram

_SCOPED = frozenset({"scope", "language_code"})
_LONGEST = {
    "name": BotNameLimit.MAX_NAME_LENGTH,
    "description": BotDescriptionLimit.MAX_DESCRIPTION_LENGTH,
    "short_description": BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH,
}


def get_me(telegram: Telegram, _params: Parameters) -> Json:
    return {
        **telegram.bot.json(),
        "first_name": telegram.menus.text("name", "", telegram.bot.first_name),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _scope(telegram: Telegram, params: Parameters) -> Scope:
    scope = params.structure("scope")
    if scope is None:
        return DEFAULT_SCOPE
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    chat_id, user_id = 0, 0
    if str(scope["type"]).startswith("chat"):
        chat_id = telegram.registry.find(str(scope.get("chat_id", ""))).id
    if scope["type"] == "chat_member":
        user_id = int(scope.get("user_id", 0))
    return scope["type"], chat_id, user_id


def set_commands(telegram: Telegram, params: Parameters) -> bool:
    commands = checked_commands(params.structure("commands"))
    return _change_commands(telegram, params, commands)


def delete_commands(telegram: Telegram, params: Parameters) -> bool:
    return _change_commands(telegram, params, [])


def _change_commands(telegram: Telegram, params: Parameters, commands: list[Json]) -> bool:
    language = checked_language(params.text("language_code"))
    telegram.menus.set_commands(_scope(telegram, params), language, commands)
    telegram.events.tell(telegram.registry.people, "commands")
    return True


def get_commands(telegram: Telegram, params: Parameters) -> list[Json]:
    language = checked_language(params.text("language_code"))
    return telegram.menus.commands(_scope(telegram, params), language)


def _setter(kind: str) -> Method:
    def run(telegram: Telegram, params: Parameters) -> bool:
        text = params.text(kind)
        if len(text) > _LONGEST[kind]:
            raise bad_request(f"bot {kind.replace('_', ' ')} is too long")
        telegram.menus.set_text(kind, checked_language(params.text("language_code")), text)
        return True

    return Method(run, frozenset({kind, "language_code"}))


def _getter(kind: str) -> Method:
    def run(telegram: Telegram, params: Parameters) -> Json:
        default = telegram.bot.first_name if kind == "name" else ""
        language = checked_language(params.text("language_code"))
        return {kind: telegram.menus.text(kind, language, default)}

    return Method(run, frozenset({"language_code"}))


def set_menu_button(telegram: Telegram, params: Parameters) -> bool:
    button: Any = params.structure("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("commands", "default", "web_app"):
        raise bad_request("can't parse menu button: Unsupported type specified")
    telegram.menus.set_button(params.integer("chat_id") or 0, button)
    return True


def get_menu_button(telegram: Telegram, params: Parameters) -> Json:
    return telegram.menus.button(params.integer("chat_id") or 0)


METHODS: Methods = {
    "getMe": Method(get_me),
    "setMyCommands": Method(set_commands, _SCOPED | {"commands"}),
    "deleteMyCommands": Method(delete_commands, _SCOPED),
    "getMyCommands": Method(get_commands, _SCOPED),
    "setMyName": _setter("name"),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description"),
    "getMyShortDescription": _getter("short_description"),
    "setChatMenuButton": Method(set_menu_button, frozenset({"chat_id", "menu_button"})),
    "getChatMenuButton": Method(get_menu_button, frozenset({"chat_id"})),
}
