"""What people could type or press to break a bot, and values that belong nowhere."""

import random
from collections.abc import Sequence
from typing import Any

from bot.guides.answers import open_choices
from bot.guides.codes import Press, encode
from bot.guides.context import Context
from bot.guides.model import Guide

LONGEST_DATA = 64


def _nested(depth: int) -> Any:
    value: Any = {}
    for level in range(depth):
        value = {("chat", "from")[level % 4 == 1]: value} if level % 2 else [value]
    return value


JUNK: tuple[Any, ...] = (
    None, True, False, -1, 0, 1, 2**31, 2**52, 2**53, 2**63 - 1, 2**63, 2**64, -(2**63), 10**300,
    0.5, -0.0, 1e308, float("nan"), float("inf"), "", " ", "0", "-1", "1e9", "null", "\x00",
    "\ud800", "\udfff\ud800", "A" * 4096, "\u202eabc", [], [[]], [None], {}, {"id": None},
    {"id": {}}, {"id": "1"}, {"id": True}, {"id": 1, "type": "private"}, {"type": []},
    _nested(3), _nested(90),
)  # fmt: skip

HOSTILE_TEXTS: tuple[str, ...] = (
    "x" * 4096, "ż" * 4096, "🙂" * 2048, "👩‍👩‍👧‍👦" * 300, "a" + "\u0301" * 4000, "\u202e" * 4096,
    "\u200b" * 4096, "\u2066\u2067\u2068\u202a\u202b" * 500, "\x00", "\x00" * 100, "a\x00b",
    "\ud800", "x\udfffy\ud800", "\ufeff", "\uffff", "\U0010ffff" * 9, " ", "\n" * 4096, "\t\r\v",
    "<b>", "</pre></b>", "&lt;&amp;&#0;&#x110000;", "<a href='tg://user?id=1'>x</a>", "&" * 4096,
    "<" * 4096, "{{ 7 * 7 }}", "{% for x in range(10**9) %}", "{{ ''.__class__ }}", "%s%n%(x)s",
    "'; DROP TABLE people; --", '" OR 1=1', "$(reboot)", "../../etc/passwd", "javascript:1",
    "/", "//", "/ ", "/start", "/start ", "/start opt_out", "/start " + "x" * 4000, "/start g:",
    "/start@", "/start@other_bot x", "/forget@x", "/\u202estart", "/START", "/unknown", "/cancel",
    "/settings", "/export", "/menu", "/help", "/privacy", "/forget yes", "/forget:yes",
    "1e999", "-1e999", "NaN", "∞", "½", "²", "٣", "१२३", "१/२/२०२६", "1,000.000,00", "9" * 4000,
    "31.2.2026", "0.0.0", "99.99.9999", "1/1/0001", "31/12/9999", "today " * 600, "yesterday",
    "in 99999999999999999999 days", "99999999999 weeks ago", "lunedì", "3 marca", "-3 days ago",
    "1" * 30 + "/1/1", "１２．３．２０２６", "may " * 1000, "Europe/Rome", "rome", "../UTC", "UTC\x00",
    "yes", "no", "nie", "sì", "YES\u0307", "ﬁ", "ß" * 4096, "İ" * 4096, "ŉ" * 4096, "\u1e9e" * 4096,
    "(" * 4096, "a?" * 2000 + "a" * 90, "aaaa " * 800, "i want to " * 400, "https://" + "a." * 2000,
)  # fmt: skip

CHARACTERS = [*map(chr, range(128)), *map(chr, range(128, 0x10FFFF, 5077)), "\ud800", "\udfff"]
SIGNS = ("", "+", "-", "!", "=", "~", "/", "<", ">", "@", "0!", "o!", "*", "**", "#")
PREFIXES = ("g", "settings", "forget", "menu", "help", "here", "nothing", "privacy", "export", "G",
            "g ", "admin", "owner", "story", "?", "")  # fmt: skip


class Words:
    """Callback data and texts, more and less near to what the guides know."""

    def __init__(self, randomness: random.Random, guides: Sequence[Guide]) -> None:
        self._randomness, self._guides = randomness, guides

    def data(self) -> str:
        made: str = self._pick([self._near, self._near, self._random, self._other])()
        return made.encode(errors="ignore")[:LONGEST_DATA].decode(errors="ignore")

    def text(self) -> str:
        return self._random(self._pick([1, 2, 5, 30, 300]))

    def _near(self) -> str:
        """The codes of a guide with one part of another kind, node or guide."""
        guide, other = self._pick(self._guides), self._pick(self._guides)
        nodes = [*guide.questions, *guide.outcomes, *other.questions, "answers", "nowhere", ""]
        values = [*self._choices(other), *nodes, *"123", "IT", "XX", "zz", "2026-11-03", "2026-13",
                  "0001-01-01", "9999-12-31", "x" * 30, "\u202e", "яя"]  # fmt: skip
        guide_id = self._pick([guide.id, guide.id, other.id, "nothing", "", "a" * 40])
        return f"g:{guide_id}:{self._pick(nodes)}:{self._pick(SIGNS)}{self._pick(values)}"

    def _choices(self, guide: Guide) -> list[str]:
        return [choice for question in guide.questions.values() for choice in question.choices]

    def _other(self) -> str:
        parts = [self._pick(PREFIXES), *(self._pick(_PARTS) for _ in range(3))]
        return ":".join(parts[: self._randomness.randint(1, 4)])

    def _random(self, length: int = LONGEST_DATA) -> str:
        return "".join(self._randomness.choices(CHARACTERS, k=length))

    def _pick(self, things: Sequence[Any]) -> Any:
        return things[self._randomness.randrange(len(things))]


_PARTS = ("", "yes", "YES", "zone", "lang", "language", "country", "it", "xx", "IT", "menu", "g",
          "Europe/Rome", "../../etc", "UTC", "\x00", "1", "-1", "opt_out", "here")  # fmt: skip


def codes_of(guide: Guide, context: Context) -> list[str]:
    """Every code that some screen of the guide could carry, wherever the person is."""
    made: list[Press] = []
    for node_id, question in guide.questions.items():
        choices = [*question.choices, *open_choices(question, {}, context), "yes", "no"]
        made += [Press(guide.id, node_id, "choose", choice) for choice in choices]
        made += [Press(guide.id, node_id, "tick", choice) for choice in choices]
        made += [Press(guide.id, node_id, kind) for kind in ("done", "skip", "back", "on", "look")]
        made.append(Press(guide.id, node_id, "day", context.today.isoformat()))
        made.append(Press(guide.id, node_id, "month", context.today.isoformat()[:7]))
    for node_id, outcome in guide.outcomes.items():
        steps = (step.to for step in outcome.steps if step.to)
        made += [Press(guide.id, node_id, "choose", to) for to in steps]
        made += [Press(guide.id, node_id, kind) for kind in ("back", "on", "look")]
    return [encode(press) for press in made]
