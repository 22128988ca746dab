"""Files in calls: uploaded with the call, sent before and named by their id, or wrong."""

from typing import Any

from bot.playground.chats import Json
from bot.playground.files import StoredFile, Upload
from bot.playground.parameters import Parameters
from bot.playground.refusal import bad_request
from bot.playground.telegram import Telegram


def attached(telegram: Telegram, params: Parameters, kind: str) -> StoredFile:
    """The file in the parameter that is named as its kind, `photo` of sendPhoto."""
    if kind in params.uploads:
        return telegram.files.add(kind, params.uploads[kind])
    return pointed(telegram, params, kind, params.text(kind))


def pointed(telegram: Telegram, params: Parameters, kind: str, pointer: str) -> StoredFile:
    """`pointer`: attach://name of an upload, or a file id."""
    if not pointer:
        raise bad_request(f"there is no {kind} in the request")
    if pointer.startswith("attach://"):
        return telegram.files.add(kind, _upload(params, pointer.removeprefix("attach://")))
    if pointer.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = telegram.files.get(pointer)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if stored.kind != kind:
        raise bad_request(
            f"can't use file of type {stored.kind.capitalize()} as {kind.capitalize()}"
        )
    return stored


def _upload(params: Parameters, name: str) -> Upload:
    upload = params.uploads.get(name)
    if upload is None:
        raise bad_request(f"attached file {name!r} not found")
    return upload


def album_items(params: Parameters) -> list[Json]:
    items: Any = params.structure("media")
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise bad_request("can't parse media JSON object: expected an Array of InputMedia")
    return items


def item_parameters(item: Json) -> Parameters:
    """An InputMedia object as parameters. Raises for fields the playground does not know."""
    known = {
        *("type", "media", "caption", "parse_mode", "caption_entities", "thumbnail"),
        *("show_caption_above_media", "has_spoiler", "width", "height", "duration"),
        *("supports_streaming", "disable_content_type_detection", "performer", "title"),
    }
    if item.keys() - known:
        raise bad_request(f"unknown field in InputMedia: {', '.join(sorted(item.keys() - known))}")
    return Parameters(item)
