"""How long readers wait, beside each other in a small and in a large database."""

import gc
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Self

from tests.stories.reading.archive import filled
from tests.stories.reading.operations import OPERATIONS, Stand

Times = tuple[float, float]
"""Seconds of the clock and of the processor."""


@dataclass(frozen=True)
class Pace:
    """Milliseconds that 95 of 100 calls do not exceed, in the small and in the large database."""

    small: float
    large: float

    @property
    def ratio(self) -> float:
        return self.large / self.small

    @classmethod
    def of(cls, small: Sequence[float], large: Sequence[float], part: float = 0.95) -> Self:
        ranked = (sorted(small), sorted(large))
        return cls(*(1000 * times[int(part * (len(times) - 1))] for times in ranked))


@dataclass(frozen=True)
class Measured:
    """`busy` is processor time of the thread, which other work on the machine leaves alone; `wall`
    what a clock shows; `middle` processor time of half the calls.
    """

    busy: Pace
    wall: Pace
    middle: Pace


@contextmanager
def stands(folder: Path, small: int, large: int) -> Iterator[tuple[Stand, Stand]]:
    with ExitStack() as stack:
        made = []
        for count in (small, large):
            connection = stack.enter_context(filled(folder / f"{count}.db", count).connect())
            made.append(Stand(connection, count))
        yield made[0], made[1]


def measured(two: tuple[Stand, Stand], rounds: int, warm: int = 10) -> dict[str, Measured]:
    """Every operation in turn, in one database and then the other, who is first changes."""
    times: dict[tuple[str, int], list[Times]] = defaultdict(list)
    gc.collect()
    gc.freeze()
    for turn in range(-warm, rounds):
        for place, (name, operation) in enumerate(OPERATIONS.items()):
            for which in (0, 1) if (turn + place) % 2 else (1, 0):
                call = operation(two[which], Random(f"{turn} {name}"))
                began, used = time.perf_counter(), time.thread_time()
                call()
                took = time.perf_counter() - began, time.thread_time() - used
                if turn >= 0:
                    times[name, which].append(took)
    gc.unfreeze()
    return {name: _measured(times[name, 0], times[name, 1]) for name in OPERATIONS}


def _measured(small: list[Times], large: list[Times]) -> Measured:
    (wall, busy), (large_wall, large_busy) = (
        tuple(zip(*times, strict=True)) for times in (small, large)
    )
    return Measured(
        Pace.of(busy, large_busy), Pace.of(wall, large_wall), Pace.of(busy, large_busy, 0.5)
    )


def table(found: Mapping[str, Measured]) -> str:
    lines = ["p95 in ms: processor time, ratio; wall clock, ratio"]
    for name, one in found.items():
        busy, wall = (
            f"{pace.small:6.2f} → {pace.large:6.2f}  {pace.ratio:4.2f}"
            for pace in (one.busy, one.wall)
        )
        lines.append(f"{name:32} {busy}   {wall}")
    return "\n".join(lines)
