"""Workers: woken from another thread, paced, and not stopped by an error."""

import asyncio
import threading

import pytest

from bot.chat.worker import Worker


async def test_it_works_at_once_and_when_it_is_woken() -> None:
    done: list[int] = []
    came = asyncio.Event()

    async def once() -> None:
        done.append(1)
        came.set()

    worker = Worker("test", once, seconds=60)
    running = asyncio.create_task(worker.run())
    await asyncio.wait_for(came.wait(), 5)
    came.clear()
    threading.Thread(target=worker.wake).start()
    await asyncio.wait_for(came.wait(), 5)
    assert len(done) == 2
    running.cancel()


async def test_an_error_is_told_by_its_kind_and_tried_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    tries: list[int] = []
    again = asyncio.Event()

    async def once() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise ValueError("somebody's words")
        again.set()

    running = asyncio.create_task(Worker("test", once, seconds=0.01).run())
    await asyncio.wait_for(again.wait(), 5)
    running.cancel()
    assert "ValueError" in caplog.text
    assert "somebody" not in caplog.text


def test_waking_one_that_does_not_run_does_nothing() -> None:
    async def once() -> None:
        raise AssertionError

    Worker("test", once, seconds=1).wake()
