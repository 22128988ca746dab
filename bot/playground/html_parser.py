"""Telegram's HTML into text and entities, as strictly as Telegram reads it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.playground import links
from bot.playground.formatted import Formatted, Json, finished, utf16_length
from bot.playground.html_tags import TYPES, argument, cannot_parse, decoded, entity

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[^\s>]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL
)
KnownUser = Callable[[int], Json | None]


@dataclass(frozen=True)
class _Open:
    tag: str
    value: str
    offset: int
    written: int  # how many pieces of text stood before it


@dataclass
class _Reader:
    markup: str
    known_user: KnownUser
    pieces: list[str] = field(default_factory=list)
    offset: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def byte(self, position: int) -> int:
        return len(self.markup[:position].encode())

    def say(self, raw: str) -> None:
        text = decoded(raw)
        self.pieces.append(text)
        self.offset += utf16_length(text)

    def begin(self, tag: str, attributes: str, position: int) -> None:
        if tag not in TYPES:
            raise cannot_parse(
                f'Unsupported start tag "{tag}" at byte offset {self.byte(position)}'
            )
        value = argument(tag, attributes, self.byte(position))
        if tag == "span" and value != "tg-spoiler":
            raise cannot_parse(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self.byte(position)}'
            )
        self.stack.append(_Open(tag, value, self.offset, len(self.pieces)))

    def finish(self, tag: str, position: int) -> None:
        if not self.stack:
            raise cannot_parse(f"Unexpected end tag at byte offset {self.byte(position)}")
        opened = self.stack.pop()
        if tag and tag != opened.tag:
            raise cannot_parse(
                f"Unmatched end tag at byte offset {self.byte(position)}, "
                f'expected "</{opened.tag}>", found "</{tag}>"'
            )
        if self.offset > opened.offset:
            self.keep(opened)

    def keep(self, opened: _Open) -> None:
        length = self.offset - opened.offset
        if opened.tag == "a":
            self.keep_link(opened, length)
            return
        shaped = entity(opened.tag, opened.value, opened.offset, length)
        inner = self.entities[-1] if self.entities else {}
        same_place = (inner.get("offset"), inner.get("length")) == (opened.offset, length)
        if opened.tag == "pre" and same_place and inner.get("language"):
            self.entities[-1] = {**inner, "type": "pre"}
        else:
            self.entities.append(shaped)

    def keep_link(self, opened: _Open, length: int) -> None:
        """A link that Telegram would not open is left out without a word, as Telegram does."""
        address = opened.value or "".join(self.pieces[opened.written :])
        shaped: Json = {"type": "text_link", "offset": opened.offset, "length": length}
        user_id = links.mentioned_user(address)
        if user_id is not None:
            user = self.known_user(user_id)
            if user is not None:
                self.entities.append({**shaped, "type": "text_mention", "user": user})
            return
        url = links.checked(address)
        if url is not None:
            self.entities.append({**shaped, "url": url})

    def read(self) -> None:
        position = 0
        while position < len(self.markup):
            start = self.markup.find("<", position)
            if start == -1:
                start = len(self.markup)
            if start > position:
                self.say(self.markup[position:start])
            if start == len(self.markup):
                return
            found = _TAG.match(self.markup, start)
            if found is None:
                kind = "end" if self.markup.startswith("</", start) else "start"
                raise cannot_parse(f"Unclosed {kind} tag at byte offset {self.byte(start)}")
            self.take(found)
            position = found.end()

    def take(self, found: re.Match[str]) -> None:
        name = found["name"].lower()
        if found["end"]:
            self.finish(name, found.start())
        else:
            self.begin(name, found["attributes"], found.start())


def parse_html(markup: str, known_user: KnownUser = lambda _: None) -> Formatted:
    """Raises RefusedError "can't parse entities: …" with the byte offset of the fault.

    `known_user` gives the User JSON for a `tg://user?id=` link, or None.
    """
    reader = _Reader(markup, known_user)
    reader.read()
    if reader.stack:
        raise cannot_parse(f"Can't find end tag corresponding to start tag {reader.stack[-1].tag}")
    for shaped in reader.entities:
        if shaped["type"] == "code":
            shaped.pop("language", None)
    text = "".join(reader.pieces)
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise cannot_parse(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return finished(text, reader.entities)
