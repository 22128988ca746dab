"""Callback data that was copied, mutated or made up, under each prefix that stories answer."""

from collections.abc import Sequence
from random import Random

from bot.stories.model import FEELINGS, REJECTIONS, REPORTS, SECTORS, TAGS, TELLERS
from bot.stories.telling.flow import PRESSES, SCREENS

LONGEST = 64
PREFIXES = ("story", "receipt", "stories", "vote", "mod", "rep", "post", "policy")
VERBS = {
    "story": ("new", "instead", "send", "deliver", "clean", "leave", "", *PRESSES),
    "receipt": ("status", "answer", "withdraw", "gone", "remind", ""),
    "stories": (
        "one", "open", "up", "down", "keep", "feel", "report", "feelings", "more", "why", "image",
        "talk", "notes", "menu", "search", "none", "tags", "sectors", "tellers", "",
    ),
    "vote": ("1", "2", "3", "999999999", "0", "٣"),
    "mod": ("queue", "", "0123456789abcdef"),
    "rep": ("1", "2", "999999999999", "-1", "²"),
    "post": ("1", "2", "99", "٣", ""),
    "policy": ("", "1"),
}  # fmt: skip
VALUES = (
    "", "yes", "1", "0", "-1", "7", "99999", "٣", "²", "x", "o", "a", "up", "down", "again", "there",
    "off", "fine", "keep", "next", "pause", "resume", "publish", "links:1", "word:0:00000000", "new:o",
    "1:new:o:0:1", "1:own-1.0:a:0:1", "1:own-999999999.99:a:-99999999:999", "1:ever:a:-5:1",
    "999999999:alone:o:0:1", "1:found:a:0:1", "own-1.99:a", "in-bank:a", "by-operator:o", "tag-funny:a",
    "comment:1", "reply:1", "correction:1", "story:1", "answer", "saying", "comment:0", "story:999999999",
    "0123456789012345:0123456789", "1111222233334444", "\x00", "\u202e", "🙂", "%s", "../..", "' OR 1=1",
    *TELLERS, *SECTORS[:3], *TAGS[:3], *FEELINGS, *REPORTS, *REJECTIONS, *SCREENS,
)  # fmt: skip


class Forger:
    """`seen` are data that stood on real buttons, of anybody: copied, and with one part another's."""

    def __init__(self, randomness: Random, seen: Sequence[str], keys: Sequence[str]) -> None:
        self._random, self._seen = randomness, list(seen)
        self._verbs = {**VERBS, "mod": (*VERBS["mod"], *keys)}

    def data(self) -> str:
        made = self._random.choice(
            [self._near, self._near, self._copied, self._spliced, self._any]
        )()
        return made.encode(errors="ignore")[:LONGEST].decode(errors="ignore") or "?"

    def _near(self) -> str:
        prefix = self._random.choice(PREFIXES)
        parts = [prefix, self._random.choice(self._verbs[prefix])]
        parts += self._random.choices(VALUES, k=self._random.choice([0, 1, 1, 1, 2, 3]))
        return ":".join(parts)

    def _copied(self) -> str:
        return self._random.choice(self._seen)

    def _spliced(self) -> str:
        """Two copied ones, each with a part of the other; or one with a sign changed."""
        one, other = (self._copied().split(":") for _ in range(2))
        if self._random.random() < 0.3:
            text = ":".join(one)
            at = self._random.randrange(len(text) + 1)
            return text[:at] + self._random.choice("0189:abf-٣\x00🙂") + text[at + 1 :]
        place = self._random.randrange(len(one))
        one[place] = self._random.choice([*other, *VALUES])
        return ":".join(one)

    def _any(self) -> str:
        letters = "".join(map(chr, self._random.choices([*range(1, 127), 0x663, 0x202E], k=40)))
        return f"{self._random.choice(PREFIXES)}:{letters}"
