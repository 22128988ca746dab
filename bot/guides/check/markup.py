"""Whether Telegram would take a text as HTML: known tags, closed in order."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

TAGS = frozenset({"b", "i", "u", "s", "code", "pre", "a", "blockquote"})
ATTRIBUTES = {"a": {"href"}, "blockquote": {"expandable"}}

_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


def wrong_markup(text: str) -> Iterator[str]:
    """A sentence for each mistake; what Jinja fills in is taken for a word."""
    reader = _Reader()
    reader.feed(_JINJA.sub("x", text))
    reader.close()
    yield from reader.mistakes
    yield from (f"<{tag}> is never closed" for tag in reader.open)


def has_markup(text: str) -> bool:
    """Whether a label, which is no HTML, has a tag in it."""
    return any(f"<{sign}{tag}" in text for tag in TAGS for sign in ("", "/"))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.mistakes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.mistakes.append(f"<{tag}> is not allowed")
            return
        self.open.append(tag)
        names = {name for name, _ in attrs}
        for name in sorted(names - ATTRIBUTES.get(tag, set())):
            self.mistakes.append(f"<{tag}> takes no {name}")
        if tag == "a" and "href" not in names:
            self.mistakes.append("<a> has no href")

    def handle_endtag(self, tag: str) -> None:
        if tag not in TAGS:
            return
        if self.open and self.open[-1] == tag:
            self.open.pop()
            return
        self.mistakes.append(f"</{tag}> closes nothing")
        if tag in self.open:
            self.open.remove(tag)

    def handle_startendtag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.mistakes.append(f"<{tag}/> is not allowed")

    def handle_data(self, data: str) -> None:
        if "<" in data:
            self.mistakes.append("a < that opens no tag is written &lt;")

    def unknown_decl(self, data: str) -> None:
        self.mistakes.append(f"<![{data}]> is not allowed")

    def handle_comment(self, data: str) -> None:
        self.mistakes.append(f"<!--{data}--> is not allowed")

    def handle_decl(self, decl: str) -> None:
        self.mistakes.append(f"<!{decl}> is not allowed")

    def handle_pi(self, data: str) -> None:
        self.mistakes.append(f"<?{data}> is not allowed")
