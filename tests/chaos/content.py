"""Guides and texts read once: they do not change while a bot dies and comes again."""

import contextlib
import functools
from collections.abc import Iterator
from unittest.mock import patch

from bot.app import Content
from bot.settings import load_settings


@functools.cache
def content() -> Content:
    return Content.load(load_settings(_env_file=None))


@contextlib.contextmanager
def content_at_hand() -> Iterator[None]:
    """Bots made meanwhile need not read it."""
    ready = content()
    with patch.object(Content, "load", lambda _settings: ready):
        yield
