"""What every send and edit shares: the text, the keyboard, the answer to a message."""

from telegram.constants import MessageLimit

from bot.playground.chats import Chat
from bot.playground.detection import with_detected
from bot.playground.formatted import Formatted, Json, clean, explicit, finished, utf16_length
from bot.playground.html_parser import parse_html
from bot.playground.keyboards import checked_inline, checked_markup
from bot.playground.messages import without_reply
from bot.playground.parameters import Parameters
from bot.playground.refusal import bad_request
from bot.playground.telegram import Telegram

SEND = frozenset(
    {
        "chat_id",
        "disable_notification",
        "protect_content",
        "allow_paid_broadcast",
        "message_effect_id",
        "reply_parameters",
        "reply_markup",
    }
)
_REPLY = {
    "message_id",
    "chat_id",
    "allow_sending_without_reply",
    "quote",
    "quote_parse_mode",
    "quote_entities",
    "quote_position",
}


def formatted(telegram: Telegram, raw: str, parse_mode: str, entities: object = None) -> Formatted:
    """`raw` as the parse mode reads it, with the entities Telegram finds by itself."""
    text = clean(raw)
    match parse_mode.lower():
        case "html":
            parsed = parse_html(text, telegram.user_json)
        case "":
            parsed = explicit(text, entities) if entities else finished(text, ())
        case "markdown" | "markdownv2":
            raise bad_request(f"parse_mode {parse_mode} is not read by the playground; use HTML")
        case _:
            raise bad_request("unsupported parse_mode")
    return with_detected(parsed)


def text_content(telegram: Telegram, params: Parameters) -> Json:
    """`text`, `entities` and `link_preview_options` of a message (None where there are none)."""
    raw = params.text("text")
    if not raw.strip():
        raise bad_request("message text is empty")
    read = formatted(telegram, raw, params.text("parse_mode"), params.structure("entities"))
    if not read.text:
        raise bad_request("text must be non-empty")
    if utf16_length(read.text) > MessageLimit.MAX_TEXT_LENGTH:
        raise bad_request("message is too long")
    return {
        "text": read.text,
        "entities": list(read.entities) or None,
        "link_preview_options": params.structure("link_preview_options"),
    }


def caption_content(telegram: Telegram, given: Parameters) -> Json:
    """`caption` and `caption_entities` (None where there are none)."""
    read = formatted(
        telegram,
        given.text("caption"),
        given.text("parse_mode"),
        given.structure("caption_entities"),
    )
    if utf16_length(read.text) > MessageLimit.CAPTION_LENGTH:
        raise bad_request("message caption is too long")
    return {"caption": read.text or None, "caption_entities": list(read.entities) or None}


def inline_markup(params: Parameters) -> Json:
    return {"reply_markup": checked_inline(params.structure("reply_markup"))}


def sent(telegram: Telegram, chat: Chat, params: Parameters, content: Json, cost: int = 1) -> Json:
    """Posts what the bot says; the caller has checked the content. Charged against the floods."""
    markup = checked_markup(params.structure("reply_markup"))
    extra = reply(chat, params)
    telegram.floods.charge(chat.id, cost, private=chat.private)
    return post(telegram, chat, {**content, **extra, **flags(params)}, markup)


def flags(params: Parameters) -> Json:
    return {"has_protected_content": True} if params.flag("protect_content") else {}


def post(telegram: Telegram, chat: Chat, content: Json, markup: Json | None) -> Json:
    """Only inline keyboards stand in a message; others change what the person types with."""
    if markup is not None and "inline_keyboard" in markup:
        content = {**content, "reply_markup": markup}
    elif markup is not None:
        chat.keyboard = markup if "keyboard" in markup else None
    present = {key: value for key, value in content.items() if value is not None}
    return telegram.messages.post(chat, telegram.bot, present)


def reply(chat: Chat, params: Parameters) -> Json:
    wanted = params.structure("reply_parameters")
    if not wanted:
        return {}
    if not isinstance(wanted, dict) or wanted.keys() - _REPLY:
        raise bad_request("can't parse reply parameters JSON object")
    original = chat.messages.get(int(wanted.get("message_id", 0)))
    if original is not None:
        return {"reply_to_message": without_reply(original)}
    if wanted.get("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")
