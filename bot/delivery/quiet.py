"""What the library would log of people and of the token."""

import logging

TALKATIVE = (
    "telegram.Bot",  # the address with the token, parameters and results of every call
    "telegram.ext.ExtBot",
    "telegram.ext.Application",  # every update
    "telegram.ext.Updater",
)


def quiet_library() -> None:
    """Drops what these loggers say below WARNING, whatever level an operator sets.

    To be called before the first `Bot` is made: its constructor logs the address.
    """
    for name in TALKATIVE:
        logger = logging.getLogger(name)
        if _is_serious not in logger.filters:
            logger.addFilter(_is_serious)


def _is_serious(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING
