"""The one writer: a thread that runs units of work and commits those that arrive together.

A unit is a synchronous function of a SQLAlchemy connection. Each runs in a SAVEPOINT, so one
that fails takes nothing else with it; each caller gets its result after the COMMIT.
"""

import asyncio
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

from bot.storage.transactions import Job, attempt, attempt_alone, commits, undo
from bot.storage.wiping import Wiping, empty_log

T = TypeVar("T")
Unit = Callable[[Connection], T]
Probe = Callable[[str], None]
GROUP_SECONDS = 0.004
GROUP_UNITS = 256


def no_probe(_point: str) -> None:
    """Crash points are named for tests; in life nothing happens there."""


@dataclass
class _Group:
    """`whole` is False when a unit took the transaction of all with it."""

    jobs: list[Job] = field(default_factory=list)
    whole: bool = True
    closing: bool = False


class Writer:
    def __init__(self, engine: Engine, *, probe: Probe = no_probe) -> None:
        self._engine = engine
        self._probe = probe
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None
        self.wiping = Wiping(
            lambda thorough: self._post(
                Job(partial(empty_log, thorough=thorough), _future(), apart=True)
            )
        )
        self._crowded = False
        self.commits = 0
        self.units = 0

    def start(self) -> None:
        """To be called in the running event loop."""
        self._loop = asyncio.get_running_loop()
        self._thread.start()

    async def run(self, unit: Unit[T]) -> T:
        """The unit's result, once its group is committed; raises what the unit raised."""
        future = self.post(unit)
        return await asyncio.shield(future)

    def post(self, unit: Unit[T]) -> "asyncio.Future[T]":
        """The same without waiting; units run in the order in which they were posted."""
        return self._post(Job(unit, _future()))

    def _post(self, job: Job) -> "asyncio.Future[Any]":
        # A result nobody asks for is no error of its own.
        job.future.add_done_callback(lambda done: done.cancelled() or done.exception())
        self._jobs.put(job)
        return job.future

    async def close(self) -> None:
        """Finishes what is queued, then ends the thread."""
        await self.wiping.close()
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)
        await asyncio.sleep(0)

    def _work(self) -> None:
        with self._engine.connect() as connection:
            while (job := self._jobs.get()) is not None:
                group = self._collect(connection, job)
                self._commit(connection, group)
                self._answer(group.jobs)
                if group.closing:
                    break
        self._engine.dispose()  # the last connection takes SQLite's log with it

    def _collect(self, connection: Connection, first: Job) -> _Group:
        """Runs units for as long as they keep coming, a few milliseconds at most."""
        group = _Group()
        until = time.monotonic() + GROUP_SECONDS
        job: Job | None = first
        while job is not None:
            group.jobs.append(job)
            if not job.apart:
                group.whole = attempt(connection, job)
            full = len(group.jobs) >= GROUP_UNITS or time.monotonic() >= until
            if full or not group.whole:
                return group
            try:
                job = self._next(until)
            except Empty:
                return group
        group.closing = True
        return group

    def _next(self, until: float) -> Job | None:
        """Waits for company only while units come in crowds: a single one is not kept waiting."""
        if not self._crowded:
            return self._jobs.get_nowait()
        return self._jobs.get(timeout=max(0.0, until - time.monotonic()))

    def _commit(self, connection: Connection, group: _Group) -> None:
        units = [job for job in group.jobs if not job.apart]
        if units:
            self._probe("in_group_commit")
            if not group.whole or not commits(connection):
                undo(connection)
                for job in units:
                    attempt_alone(connection, job)
            self._crowded = len(units) > 1
            self.commits += 1
            self.units += len(units)
        for job in group.jobs:
            if job.apart:
                job.result = job.unit(connection)

    def _answer(self, jobs: list[Job]) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(_tell, jobs)


def _future() -> "asyncio.Future[Any]":
    return asyncio.get_running_loop().create_future()


def _tell(jobs: list[Job]) -> None:
    for job in jobs:
        if job.future.done():
            continue
        if job.error is not None:
            job.future.set_exception(job.error)
        else:
            job.future.set_result(job.result)
