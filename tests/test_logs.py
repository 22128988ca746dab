"""What may stand in a log line: our own sentences, and of everything else the place."""

import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from bot.logs import Redactor, passed

CANARY = "canary"
TYPED = f"my {CANARY} text"

OUTPUT = """
import asyncio, gc, logging, sys, threading, warnings
from bot.logs import set_up_logs
set_up_logs("DEBUG")
TYPED = sys.argv[1]

class Odd:
    def __str__(self): raise ValueError(TYPED)
    def __del__(self): raise ValueError(TYPED)

def fails(*_): raise ValueError(TYPED)

async def orphan():
    asyncio.create_task(afails(), name=TYPED)
    asyncio.get_running_loop().call_soon(fails, TYPED)
    await asyncio.sleep(0.01)
    gc.collect()

async def afails():
    raise ValueError(TYPED)

logging.getLogger("library").error("said %s", TYPED, extra={"text": TYPED})
logging.getLogger("library").error("too few", TYPED)
logging.getLogger("bot.x").error("a broken record %d", "x" + TYPED)
logging.getLogger("library").warning(Odd(), stack_info=True)
warnings.warn(TYPED)
thread = threading.Thread(target=fails, name=TYPED)
thread.start()
thread.join()
asyncio.run(orphan(), debug=True)
gc.collect()
try:
    fails()
except ValueError as error:
    error.add_note(TYPED)
    raise RuntimeError(TYPED) from error
"""


def record(name: str, error: Exception | None = None, **more: object) -> logging.LogRecord:
    logger = logging.getLogger(name)
    info = (type(error), error, error.__traceback__) if error else None
    return logger.makeRecord(
        name, logging.ERROR, "/somewhere/module.py", 7, "said %s", (TYPED,), info, extra=dict(more)
    )


def caught(fails: Callable[[], object]) -> Exception:
    try:
        fails()
    except Exception as error:  # noqa: BLE001 - any will do
        return error
    raise AssertionError("it did not fail")


def nested() -> None:
    try:
        os.environ[TYPED]
    except KeyError as error:
        error.add_note(TYPED)
        raise ValueError(TYPED) from error


@pytest.mark.parametrize("name", ["telegram.ext", "sqlalchemy.engine.Engine", "root", "botany"])
def test_of_others_only_the_place_is_kept(name: str) -> None:
    line = json.loads(Redactor().format(record(name, text=TYPED)))
    assert set(line) == {"at", "level", "logger", "where"}
    assert line["where"] == "module:7"


def test_our_own_sentences_are_kept() -> None:
    line = json.loads(Redactor().format(record("bot.chat.unit")))
    assert line["message"] == f"said {TYPED}"


@pytest.mark.parametrize("name", ["bot.chat", "library"])
def test_of_an_error_its_type_and_where_it_passed(name: str) -> None:
    error = caught(nested)
    line = json.loads(Redactor().format(record(name, error)))
    assert line["error"] == "ValueError"
    assert [place.split()[1] for place in line["passed"]] == ["caught", "nested"]
    assert CANARY not in str({**line, "message": ""})


def test_an_ordinary_formatter_would_tell() -> None:
    """The tests of this file can fail."""
    shown = logging.Formatter().format(record("library", caught(nested)))
    assert shown.count(CANARY) >= 4


def test_a_line_is_one_line_of_plain_characters() -> None:
    odd = record("bot.x")
    odd.args = ("\n\u202e\ud800\x00",)
    line = Redactor().format(odd)
    assert line.isascii()
    assert line.isprintable()


def test_places_hold_no_folder() -> None:
    error = caught(nested)
    assert all(place.startswith("test_logs.py:") for place in passed(error.__traceback__))


def test_nothing_of_an_error_comes_out_of_a_process_in_any_way() -> None:
    """Broken records, warnings, threads, finalisers, tasks nobody awaits, and the end itself."""
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-c", OUTPUT, TYPED],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert CANARY not in done.stdout + done.stderr
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert lines[-1]["message"] == "stopped by an error"
    assert lines[-1]["error"] == "RuntimeError"
    assert {"library", "py.warnings", "bot.logs", "asyncio"} <= {line["logger"] for line in lines}
    assert len(lines) >= 7


def test_a_stream_that_takes_nothing_stops_nothing() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Redactor())
    handler.handle(record("library"))
    stream.close()
    before, logging.raiseExceptions = logging.raiseExceptions, False
    handler.handle(record("library"))
    logging.raiseExceptions = before
