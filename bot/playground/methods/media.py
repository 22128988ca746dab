"""Pictures, documents, videos, sounds; alone and in albums."""

from telegram.constants import MediaGroupLimit

from bot.playground.chats import Json
from bot.playground.keyboards import checked_inline
from bot.playground.methods.attached import album_items, attached, item_parameters, pointed
from bot.playground.methods.outgoing import SEND, caption_content, flags, post, reply, sent
from bot.playground.methods.spec import Method, Methods
from bot.playground.methods.texts import EDIT, edited
from bot.playground.parameters import Parameters
from bot.playground.refusal import bad_request
from bot.playground.telegram import Telegram

_CAPTION = frozenset({"caption", "parse_mode", "caption_entities"})
_EXTRA = {
    "photo": {"has_spoiler", "show_caption_above_media"},
    "document": {"thumbnail", "disable_content_type_detection"},
    "video": {
        *("duration", "width", "height", "thumbnail", "cover", "start_timestamp"),
        *("has_spoiler", "supports_streaming", "show_caption_above_media"),
    },
    "animation": {"duration", "width", "height", "thumbnail", "has_spoiler"},
    "audio": {"duration", "performer", "title", "thumbnail"},
    "voice": {"duration"},
}
_ALBUMS = ({"photo", "video"}, {"document"}, {"audio"})
MEDIA = ("photo", "document", "video", "animation", "audio")


def _sender(kind: str) -> Method:
    def run(telegram: Telegram, params: Parameters) -> Json:
        chat = telegram.registry.writable(params.text("chat_id"))
        content = caption_content(telegram, params)
        content |= attached(telegram, params, kind).in_message()
        return sent(telegram, chat, params, content)

    return Method(run, SEND | _CAPTION | _EXTRA[kind] | {kind})


def _item_content(telegram: Telegram, params: Parameters, item: Json) -> Json:
    given = item_parameters(item)
    content = caption_content(telegram, given)
    kind = given.text("type")
    if kind not in MEDIA:
        raise bad_request("can't parse InputMedia: unknown type")
    return content | pointed(telegram, params, kind, given.text("media")).in_message()


def send_album(telegram: Telegram, params: Parameters) -> list[Json]:
    chat = telegram.registry.writable(params.text("chat_id"))
    items = album_items(params)
    if not MediaGroupLimit.MIN_MEDIA_LENGTH <= len(items) <= MediaGroupLimit.MAX_MEDIA_LENGTH:
        raise bad_request("wrong number of messages in the album: it takes from 2 to 10")
    kinds = {str(item.get("type")) for item in items}
    if not any(kinds <= together for together in _ALBUMS):
        raise bad_request("these kinds of media can't be mixed in an album")
    contents = [_item_content(telegram, params, item) for item in items]
    extra = {**reply(chat, params), **flags(params)}
    telegram.floods.charge(chat.id, len(items), private=chat.private)
    extra["media_group_id"] = str(telegram.files.next_album())
    return [post(telegram, chat, {**content, **extra}, None) for content in contents]


def edit_media(telegram: Telegram, params: Parameters) -> Json:
    chat = telegram.registry.writable(params.text("chat_id"))
    message = telegram.messages.editable(chat, params.integer("message_id"))
    item = params.structure("media")
    if not isinstance(item, dict):
        raise bad_request("can't parse media JSON object: expected an InputMedia")
    content = _item_content(telegram, params, item)
    markup = {"reply_markup": checked_inline(params.structure("reply_markup"))}
    before = dict.fromkeys((*MEDIA, "text", "entities", "link_preview_options"))
    return edited(telegram, chat, message, {**before, **content, **markup})


def get_file(telegram: Telegram, params: Parameters) -> Json:
    stored = telegram.files.get(params.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    telegram.files.check_downloadable(stored)
    return {
        "file_id": stored.id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
        "file_path": stored.path,
    }


_ALBUM = SEND - {"reply_markup"} | {"media"}

METHODS: Methods = {
    "sendPhoto": _sender("photo"),
    "sendDocument": _sender("document"),
    "sendVideo": _sender("video"),
    "sendAnimation": _sender("animation"),
    "sendAudio": _sender("audio"),
    "sendVoice": _sender("voice"),
    "sendMediaGroup": Method(send_album, _ALBUM),
    "editMessageMedia": Method(edit_media, EDIT | {"media"}),
    "getFile": Method(get_file, frozenset({"file_id"})),
}
