"""Logging that cannot tell what people typed: our own sentences, and of others only the place."""

import json
import logging
import sys
import threading
import traceback
from types import TracebackType

OWN = "bot"
log = logging.getLogger(__name__)


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
        return json.dumps(line)


def passed(trace: TracebackType | None) -> list[str]:
    """Where an exception passed: `file:line function`, outermost first."""
    return [
        f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]


def set_up_logs(level: str) -> None:
    """One handler on the root logger; what nobody caught, wherever it was, takes the same way."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redactor())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    # Of libraries only the place is told: worth reading when something is wrong, or at DEBUG.
    root.setLevel("WARNING" if level == "INFO" else level)
    logging.getLogger(OWN).setLevel(level)
    logging.raiseExceptions = (
        False  # else a record that cannot be written is printed with its values
    )
    logging.captureWarnings(capture=True)
    sys.excepthook = _stopped
    sys.unraisablehook = lambda caught: _unhandled(caught.exc_type, caught.exc_traceback)
    threading.excepthook = lambda caught: _unhandled(caught.exc_type, caught.exc_traceback)


def _stopped(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        log.critical("stopped by an error", exc_info=(kind, error, trace))


def _unhandled(kind: type[BaseException], trace: TracebackType | None) -> None:
    log.error("an error nobody could handle: %s, passed %s", kind.__name__, passed(trace))
