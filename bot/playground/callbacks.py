"""Presses of buttons that wait for their answer."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from bot.playground.refusal import bad_request

ANSWERABLE_SECONDS = 15.0
FIRST_QUERY = 4_382_000_000_000_001


@dataclass(frozen=True)
class Press:
    id: str
    person: int
    chat_id: int
    pressed: float


class Callbacks:
    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._open: OrderedDict[str, Press] = OrderedDict()
        self._count = 0

    def add(self, person: int, chat_id: int) -> Press:
        press = Press(str(FIRST_QUERY + self._count), person, chat_id, self._clock())
        self._count += 1
        self._open[press.id] = press
        while self._clock() - next(iter(self._open.values())).pressed > ANSWERABLE_SECONDS:
            self._open.popitem(last=False)
        return press

    def answered(self, query_id: str) -> Press:
        """Raises Telegram's refusal for one that is too old, unknown or answered already."""
        press = self._open.pop(query_id, None)
        if press is None or self._clock() - press.pressed > ANSWERABLE_SECONDS:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        return press
