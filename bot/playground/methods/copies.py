"""Copying and forwarding what stands in one chat into another."""

from collections.abc import Iterable

from telegram.constants import BulkRequestLimit

from bot.playground.chats import Chat, Json
from bot.playground.files import KINDS
from bot.playground.methods.outgoing import SEND, caption_content, flags, post, sent
from bot.playground.methods.spec import Method, Methods
from bot.playground.parameters import Parameters
from bot.playground.refusal import bad_request
from bot.playground.telegram import Telegram

_CONTENT = ("text", "entities", "link_preview_options", "caption", "caption_entities", *KINDS)
_SOURCE = frozenset({"from_chat_id"})
_QUIET = frozenset({"chat_id", "disable_notification", "protect_content"})


def _content(message: Json, verb: str) -> Json:
    """What travels. Raises for service messages, which have nothing to copy."""
    if message.get("has_protected_content"):
        raise bad_request(f"message can't be {verb}")
    content = {key: message[key] for key in _CONTENT if key in message}
    if not content:
        raise bad_request(f"message can't be {verb}")
    return content


def _source(telegram: Telegram, params: Parameters, purpose: str) -> Json:
    source = telegram.registry.find(params.text("from_chat_id"))
    message_id = params.integer("message_id")
    if message_id is None:
        raise bad_request("message identifier is not specified")
    message = source.messages.get(message_id)
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    return message


def copy_message(telegram: Telegram, params: Parameters) -> Json:
    chat = telegram.registry.writable(params.text("chat_id"))
    content = _content(_source(telegram, params, "copy"), "copied")
    if "text" not in content and params.given("caption"):
        content |= caption_content(telegram, params)
    return {"message_id": sent(telegram, chat, params, content)["message_id"]}


def _sources(telegram: Telegram, params: Parameters) -> list[Json]:
    """Those there are, in the order of their ids; unknown ones are passed over, as in life."""
    source = telegram.registry.find(params.text("from_chat_id"))
    numbers = message_numbers(params)
    if numbers != sorted(set(numbers)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    return [source.messages[number] for number in numbers if number in source.messages]


def message_numbers(params: Parameters) -> list[int]:
    numbers = params.structure("message_ids")
    if not isinstance(numbers, list) or not all(isinstance(number, int) for number in numbers):
        raise bad_request("can't parse message_ids: expected an Array of Number")
    if not BulkRequestLimit.MIN_LIMIT <= len(numbers) <= BulkRequestLimit.MAX_LIMIT:
        raise bad_request("too many message identifiers specified")
    return numbers


def _many(
    telegram: Telegram, chat: Chat, params: Parameters, contents: Iterable[Json]
) -> list[Json]:
    wanted = list(contents)
    telegram.floods.charge(chat.id, len(wanted), private=chat.private)
    posted = [post(telegram, chat, {**one, **flags(params)}, None) for one in wanted]
    return [{"message_id": message["message_id"]} for message in posted]


def copy_messages(telegram: Telegram, params: Parameters) -> list[Json]:
    chat = telegram.registry.writable(params.text("chat_id"))
    found = _sources(telegram, params)
    if not found:
        raise bad_request("there are no messages to copy")
    contents = [_content(one, "copied") for one in found]
    if params.flag("remove_caption"):
        captions = {"caption", "caption_entities"}
        contents = [{k: one[k] for k in one.keys() - captions} for one in contents]
    return _many(telegram, chat, params, contents)


def forwarded(message: Json) -> Json:
    """What stands in the copy, with where it comes from: a forward of a forward keeps the first."""
    content = _content(message, "forwarded")
    origin: Json = {"type": "user", "date": message["date"], "sender_user": message.get("from")}
    if "sender_chat" in message:
        origin = {
            "type": "channel",
            "date": message["date"],
            "chat": message["sender_chat"],
            "message_id": message["message_id"],
        }
    return {**content, "forward_origin": message.get("forward_origin", origin)}


def forward_message(telegram: Telegram, params: Parameters) -> Json:
    chat = telegram.registry.writable(params.text("chat_id"))
    return sent(telegram, chat, params, forwarded(_source(telegram, params, "forward")))


def forward_messages(telegram: Telegram, params: Parameters) -> list[Json]:
    chat = telegram.registry.writable(params.text("chat_id"))
    found = _sources(telegram, params)
    if not found:
        raise bad_request("there are no messages to forward")
    return _many(telegram, chat, params, (forwarded(one) for one in found))


_CAPTIONED = frozenset({"caption", "parse_mode", "caption_entities", "show_caption_above_media"})

METHODS: Methods = {
    "copyMessage": Method(copy_message, SEND | _SOURCE | _CAPTIONED | {"message_id"}),
    "copyMessages": Method(copy_messages, _QUIET | _SOURCE | {"message_ids", "remove_caption"}),
    "forwardMessage": Method(
        forward_message, _QUIET | _SOURCE | {"message_id", "message_effect_id"}
    ),
    "forwardMessages": Method(forward_messages, _QUIET | _SOURCE | {"message_ids"}),
}
