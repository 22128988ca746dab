"""Telegram on a bad day: a share of the copies fails in one of six ways."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from random import Random
from typing import Any

from bot.playground import Call, Fault
from tests.broadcasts.sending.crowd import Crowd, copies_of

SILENCE = 1
WAYS = {
    "429": Fault.refusal(429, "Too Many Requests: retry after 1", SILENCE),
    "500": Fault.refusal(500, "Internal Server Error"),
    "timeout": Fault.timeout(),
    "timeout after": Fault.timeout(effect=True),
    "reset": Fault.reset(),
    "reset after": Fault.reset(effect=True),
}


class Misfortune:
    """`done` counts the faults of each kind."""

    def __init__(self, seed: int, share: float) -> None:
        self._random, self._share = Random(seed), share
        self._ways = self._in_turn()
        self.done: Counter[str] = Counter()

    def __call__(self, method: str, _params: Mapping[str, Any]) -> Fault | None:
        if method != "copyMessage" or self._random.random() >= self._share:
            return None
        way = next(self._ways)
        self.done[way] += 1
        return WAYS[way]

    def _in_turn(self) -> Iterator[str]:
        """Each way as often as the others, in no order."""
        while True:
            yield from self._random.sample(list(WAYS), len(WAYS))

    def check(self, people: Crowd) -> None:
        """Who is noted as sent has got it once, who was in doubt once at most, nobody twice; and
        no chat was written to while it was to be silent.
        """
        copies = copies_of(people.playground, people.chats)
        allowed = {"sent": {1}, "unknown": {0, 1}, "blocked": {0}}
        assert {row.state for row in people.rows} <= allowed.keys()
        assert all(copies[row.chat_id] in allowed[row.state] for row in people.rows)
        assert len(people.rows) == len(people.chats)
        # Fewer where what was to take effect first was refused: by people who blocked the bot.
        assert people.tally["unknown"] <= sum(self.done.values()) - self.done["429"]
        assert silences(people.calls, SILENCE) >= self.done["429"] > 0


def silences(calls: Iterable[Call], seconds: float) -> int:
    """How many Telegram asked for; in none of them was that chat written to, and after each it was.

    A call was sent before it came: what came a moment too early was sent too early, too.
    """
    silent: dict[object, float] = {}
    count = 0
    for call in calls:
        assert call.at >= silent.pop(call.chat_id, 0.0)
        if call.error_code == 429:
            silent[call.chat_id] = call.at + seconds
            count += 1
    assert not silent
    return count
