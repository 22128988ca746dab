"""What people and the admin see, against what the rows say."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.broadcasts.sending.flights import MOST
from bot.broadcasts.sending.queue.departures import most_ahead
from bot.playground.telegram import Telegram
from bot.playground.transcript import from_bot
from tests.chaos.broadcasts.rows import Rows

Seen = tuple[str, ...]
"""The texts that the bot has left standing in a chat."""
Allowed: TypeAlias = Mapping[str, Collection[Seen]]
"""Final states of recipients, with what may be seen by who is in them."""
DELIVERED = ("sent", "recall", "recalled", "correct", "edited", "kept")
SHOWN: Mapping[str, Collection[str]] = {
    "Delivered": DELIVERED,
    "Blocked the bot or left": ("blocked",),
    "Failed": ("failed",),
    "Perhaps delivered, cut on the way": ("unknown",),
    "Left before their turn": ("skipped",),
    "Never sent": ("pending", "sending"),
    "Recalled": ("recalled",),
    "Corrected": ("edited",),
    "Stayed as it was": ("kept",),
}
_ROW = re.compile(r"^(.+): ([\d,]+)$", re.MULTILINE)


@dataclass(frozen=True)
class Cut:
    """People whose rows said, when the bot died, that their message goes. `answered`: the server
    had answered the call, which was not noted; `underway`: it had not; the others never came there.
    """

    chats: frozenset[int]
    answered: frozenset[int]
    underway: frozenset[int]

    @property
    def unseen(self) -> frozenset[int]:
        return self.chats - self.answered - self.underway

    def __str__(self) -> str:
        return f"{len(self.unseen)}+{len(self.underway)}+{len(self.answered)}"


@dataclass
class Checker:
    """`chats` are the recipients, `rate` is the messages a second that the bot may send."""

    telegram: Telegram
    chats: Collection[int]
    admin: int
    rate: float
    cuts: list[Cut] = field(default_factory=list)

    def complaints(self, rows: Rows, allowed: Allowed) -> list[str]:
        """Of a broadcast that is over."""
        return [*self._of_people(rows, allowed), *self._of_cuts(rows), *self._of_report(rows)]

    def _of_people(self, rows: Rows, allowed: Allowed) -> Iterator[str]:
        if missing := set(self.chats) ^ rows.states.keys():
            yield f"{len(missing)} people have no row, or should have none"
        seen = {chat: self._seen(chat) for chat in rows.states}
        if twice := [chat for chat, texts in seen.items() if len(texts) > 1]:
            yield f"{len(twice)} people got it twice"
        has = ((state, seen[chat]) for chat, state in rows.states.items())
        if wrong := Counter(one for one in has if one[1] not in allowed.get(one[0], ())):
            yield f"rows that do not say what people have: {dict(wrong)}"

    def _of_cuts(self, rows: Rows) -> Iterator[str]:
        """In doubt are those whose message was in flight at a death, and nobody else.

        In flight are calls that had come to the server and whose outcome was not noted, and those
        that had not come there: at most what the sender has at once, and on the average what it
        notes ahead of its turn (a tenth of a second's) and as many again between turn and server.
        """
        cut = {chat for one in self.cuts for chat in one.chats}
        if unknown := cut ^ rows.having("unknown"):
            yield f"{len(unknown)} people are in doubt and should not be, or are not and should"
        unseen = sum(len(one.unseen) for one in self.cuts)
        most = 2 * most_ahead(self.rate) * len(self.cuts)
        if unseen > most or any(len(one.unseen | one.underway) > MOST for one in self.cuts):
            deaths = ", ".join(map(str, self.cuts))
            yield f"{unseen} calls in doubt never came, {most} at most may be so: {deaths}"

    def _of_report(self, rows: Rows) -> Iterator[str]:
        messages = self.telegram.registry.chats[self.admin].messages
        text = messages.get(rows.live_message or 0, {}).get("text", "")
        shown = {name: int(count.replace(",", "")) for name, count in _ROW.findall(text)}
        for name, states in SHOWN.items():
            count = sum(rows.tally[state] for state in states)
            if shown.get(name, 0) != count:
                yield f"{name} should be {count} and is {shown.get(name, 0)} in {text!r}"

    def _seen(self, chat: int) -> Seen:
        messages = self.telegram.registry.chats[chat].messages.values()
        return tuple(one.get("text", "") for one in messages if from_bot(one))
