"""Rows say that a message goes before it goes: few ahead, in few commits."""

import asyncio
from typing import Any, cast

from bot.broadcasts.sending.queue.departures import Departures, most_ahead
from bot.storage.writer import Writer


class FakeWriter:
    """Notes what each unit of work is about; refuses the first units when it is told to."""

    def __init__(self, refusals: int = 0) -> None:
        self.units: list[list[tuple[int, int]]] = []
        self.refusals = refusals

    async def run(self, unit: Any) -> None:
        if self.refusals:
            self.refusals -= 1
            raise OSError
        self.units.append(unit.keywords["going"])


def departures_on(writer: FakeWriter, rate: float) -> Departures:
    return Departures(cast("Writer", writer), rate)


async def test_those_that_come_together_are_one_unit() -> None:
    writer = FakeWriter()
    departures = departures_on(writer, 100.0)

    async def go(chat: int) -> None:
        async with departures.noted(1, chat):
            assert (1, chat) in writer.units[0]

    await asyncio.gather(*map(go, range(10)))
    assert writer.units == [[(1, chat) for chat in range(10)]]


async def test_no_more_are_noted_than_go_in_a_tenth_of_a_second() -> None:
    writer, turn = FakeWriter(), asyncio.Event()
    departures = departures_on(writer, 50.0)

    async def go(chat: int) -> None:
        async with departures.noted(1, chat):
            await turn.wait()

    tasks = [asyncio.create_task(go(chat)) for chat in range(12)]
    await asyncio.sleep(0.1)
    assert sum(map(len, writer.units)) == most_ahead(50.0) == 5
    tasks[0].cancel()
    turn.set()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert sum(map(len, writer.units)) == 12


async def test_what_cannot_be_noted_does_not_go() -> None:
    writer = FakeWriter(refusals=1)
    departures = departures_on(writer, 30.0)
    for chat in (5, 6):
        refused = bool(writer.refusals)
        try:
            async with departures.noted(1, chat):
                assert not refused
        except OSError:
            assert refused
    assert writer.units == [[(1, 6)]]
