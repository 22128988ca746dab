"""Logging that cannot tell what people typed: our own sentences, and of others only the place."""

import json
import logging
import sys
import traceback
from types import TracebackType

OWN = "bot"


class Redactor(logging.Formatter):
    """JSON lines. Of an exception: its type and where it passed, never its text.

    Libraries log parameters and addresses (with the token in them) at DEBUG: of their records
    only the logger, the level and the line of code are kept.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
        }
        if record.name.partition(".")[0] == OWN:
            line["message"] = record.getMessage()
        else:
            line["where"] = f"{record.module}:{record.lineno}"
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["passed"] = passed(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False)


def passed(trace: TracebackType | None) -> list[str]:
    """Where an exception passed: `file:line function`, outermost first."""
    return [
        f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]


def set_up_logs(level: str) -> None:
    """One handler on the root logger; every unhandled error passes the same filter."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redactor())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    logging.captureWarnings(capture=True)
    sys.excepthook = _unhandled


def _unhandled(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger(OWN).critical("stopped by an error", exc_info=(kind, error, trace))
