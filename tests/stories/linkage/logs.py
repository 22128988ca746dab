"""All that the bot and its libraries log at LOG_LEVEL=DEBUG, as `galateo run` sets it up."""

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from io import StringIO

from bot.logs import OWN, set_up_logs


@contextmanager
def debug_log() -> Iterator[StringIO]:
    written, root, own = StringIO(), logging.getLogger(), logging.getLogger(OWN)
    before = root.handlers[:], root.level, own.level, logging.raiseExceptions
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook
    try:
        with redirect_stderr(written):
            set_up_logs("DEBUG")
        yield written
    finally:
        root.handlers[:], root.level, own.level, logging.raiseExceptions = before
        sys.excepthook, sys.unraisablehook, threading.excepthook = hooks
        logging.captureWarnings(capture=False)
