"""sendMessage, and the edits of text and keyboards."""

from bot.playground.chats import Chat, Json
from bot.playground.methods.outgoing import (
    SEND,
    caption_content,
    inline_markup,
    sent,
    text_content,
)
from bot.playground.methods.spec import Method, Methods
from bot.playground.parameters import Parameters
from bot.playground.refusal import bad_request
from bot.playground.telegram import Telegram

EDIT = frozenset({"chat_id", "message_id", "reply_markup"})
_TEXT = frozenset({"text", "parse_mode", "entities", "link_preview_options"})
_CAPTION = frozenset({"caption", "parse_mode", "caption_entities", "show_caption_above_media"})


def send_message(telegram: Telegram, params: Parameters) -> Json:
    chat = telegram.registry.writable(params.text("chat_id"))
    return sent(telegram, chat, params, text_content(telegram, params))


def edited(telegram: Telegram, chat: Chat, message: Json, changes: Json) -> Json:
    """Charges and makes the edit; the caller has checked both."""
    telegram.floods.charge(chat.id, private=chat.private)
    return telegram.messages.edit(chat, message, changes)


def edit_text(telegram: Telegram, params: Parameters) -> Json:
    chat = telegram.registry.writable(params.text("chat_id"))
    message = telegram.messages.editable(chat, params.integer("message_id"))
    changes = text_content(telegram, params) | inline_markup(params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return edited(telegram, chat, message, changes)


def edit_caption(telegram: Telegram, params: Parameters) -> Json:
    chat = telegram.registry.writable(params.text("chat_id"))
    message = telegram.messages.editable(chat, params.integer("message_id"))
    changes = caption_content(telegram, params) | inline_markup(params)
    if "text" in message:
        raise bad_request("there is no caption in the message to edit")
    return edited(telegram, chat, message, changes)


def edit_reply_markup(telegram: Telegram, params: Parameters) -> Json:
    chat = telegram.registry.writable(params.text("chat_id"))
    message = telegram.messages.editable(chat, params.integer("message_id"))
    return edited(telegram, chat, message, inline_markup(params))


METHODS: Methods = {
    "sendMessage": Method(send_message, SEND | _TEXT),
    "editMessageText": Method(edit_text, EDIT | _TEXT),
    "editMessageCaption": Method(edit_caption, EDIT | _CAPTION),
    "editMessageReplyMarkup": Method(edit_reply_markup, EDIT),
}
