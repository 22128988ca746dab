"""Screens are values: what features return, and only `chat/` turns into calls."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.texts.html import utf16_length

ROW_UNITS = 34
MAX_A_ROW = 3


@dataclass(frozen=True)
class Button:
    """`data` is callback data, `url` a link, `copy` a text put on the clipboard: one of them."""

    label: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None


@dataclass(frozen=True)
class File:
    """A document, or a picture, for the person. `make` runs when it is sent, in a thread."""

    name: str
    make: Callable[[], bytes]
    is_picture: bool = False


@dataclass(frozen=True)
class Screen:
    """`text` is Telegram HTML; `rows` the inline keyboard; `files` go out before it."""

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    files: tuple[File, ...] = ()

    def with_notice(self, notice: str) -> "Screen":
        return replace(self, text=f"{notice}\n\n{self.text}") if notice else self

    def markup(self) -> InlineKeyboardMarkup | None:
        if not self.rows:
            return None
        return InlineKeyboardMarkup([[_key(button) for button in row] for row in self.rows])


def _key(button: Button) -> InlineKeyboardButton:
    copy = CopyTextButton(button.copy) if button.copy else None
    return InlineKeyboardButton(
        button.label, callback_data=button.data, url=button.url, copy_text=copy
    )


def packed(buttons: Iterable[Button]) -> tuple[tuple[Button, ...], ...]:
    """Rows as full as a phone's width lets their labels be read."""
    rows: list[list[Button]] = []
    for button in buttons:
        if rows and _fits(rows[-1], button):
            rows[-1].append(button)
        else:
            rows.append([button])
    return tuple(map(tuple, rows))


def _fits(row: list[Button], button: Button) -> bool:
    longest = max(utf16_length(one.label) for one in [*row, button])
    return len(row) < MAX_A_ROW and longest * (len(row) + 1) <= ROW_UNITS
