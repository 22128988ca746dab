"""All that the bot and its libraries log at LOG_LEVEL=DEBUG, as `galateo run` sets it up."""

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from io import StringIO

from bot.delivery.quiet import TALKATIVE
from bot.logs import OWN, set_up_logs


@contextmanager
def debug_log() -> Iterator[StringIO]:
    written, root, own = StringIO(), logging.getLogger(), logging.getLogger(OWN)
    before = root.handlers[:], root.level, own.level, logging.raiseExceptions
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook
    # Other tests of this process may have quieted the library.
    talkative = [logging.getLogger(name) for name in TALKATIVE]
    filters = [logger.filters[:] for logger in talkative]
    for logger in talkative:
        logger.filters.clear()
    try:
        with redirect_stderr(written):
            set_up_logs("DEBUG")
        yield written
    finally:
        root.handlers[:], root.level, own.level, logging.raiseExceptions = before
        sys.excepthook, sys.unraisablehook, threading.excepthook = hooks
        for logger, kept in zip(talkative, filters, strict=True):
            logger.filters[:] = kept
        logging.captureWarnings(capture=False)
