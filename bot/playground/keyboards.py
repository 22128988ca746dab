"""Keyboards, checked button by button."""

from typing import Any

from telegram.constants import InlineKeyboardButtonLimit, InlineKeyboardMarkupLimit

from bot.playground import links
from bot.playground.formatted import clean
from bot.playground.refusal import bad_request

Json = dict[str, Any]

_ACTIONS = (
    "callback_data",
    "url",
    "copy_text",
    "switch_inline_query",
    "switch_inline_query_current_chat",
)
_STYLES = ("danger", "success", "primary")
_OTHER_MARKUPS = {
    "keyboard": {
        "keyboard",
        "is_persistent",
        "resize_keyboard",
        "one_time_keyboard",
        "input_field_placeholder",
        "selective",
    },
    "remove_keyboard": {"remove_keyboard", "selective"},
    "force_reply": {"force_reply", "input_field_placeholder", "selective"},
}


def checked_markup(markup: Any) -> Json | None:
    """Any reply_markup, as it will stand in the message; None for none or an empty one."""
    if markup is None or markup == {}:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return checked_inline(markup)
    for kind, known in _OTHER_MARKUPS.items():
        if kind in markup:
            _refuse_unknown(markup, known, "reply markup")
            return markup
    raise bad_request("can't parse reply keyboard markup JSON object")


def checked_inline(markup: Any) -> Json | None:
    """For edits, which take inline keyboards alone."""
    if markup is None or markup == {}:
        return None
    if not isinstance(markup, dict) or "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    _refuse_unknown(markup, {"inline_keyboard"}, "inline keyboard")
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array')
    checked = [[_checked_button(button) for button in row] for row in rows if row]
    if any(len(row) > InlineKeyboardMarkupLimit.BUTTONS_PER_ROW for row in checked):
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    if sum(map(len, checked)) > InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return {"inline_keyboard": checked} if checked else None


def _refuse_unknown(given: Json, known: set[str], what: str) -> None:
    unknown = sorted(given.keys() - known)
    if unknown:
        raise bad_request(f"unknown field in the {what}: {', '.join(unknown)}")


def _checked_button(button: Any) -> Json:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request("can't parse inline keyboard button: expected an Object with a text")
    _refuse_unknown(button, {"text", "style", *_ACTIONS}, "inline keyboard button")
    text = clean(button["text"])
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if button.get("style") not in (None, *_STYLES):
        raise bad_request("can't parse inline keyboard button: unknown style")
    actions = [action for action in _ACTIONS if button.get(action) is not None]
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request(f"inline keyboard button has more than one action: {actions}")
    return {**button, "text": text, actions[0]: _checked_action(actions[0], button[actions[0]])}


def _checked_action(action: str, value: Any) -> Any:
    match action:
        case "callback_data":
            limits = InlineKeyboardButtonLimit
            size = len(value.encode()) if isinstance(value, str) else 0
            if not limits.MIN_CALLBACK_DATA <= size <= limits.MAX_CALLBACK_DATA:
                raise bad_request("BUTTON_DATA_INVALID")
        case "url":
            url = links.checked(value) if isinstance(value, str) else None
            if url is None or not value.startswith(("http://", "https://", "tg://")):
                raise bad_request(
                    f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL"
                )
            return url
        case "copy_text":
            text = value.get("text") if isinstance(value, dict) else None
            size = len(text) if isinstance(text, str) else 0
            if not 1 <= size <= InlineKeyboardButtonLimit.MAX_COPY_TEXT:
                raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return value
