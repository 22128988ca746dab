"""Guides and texts read once: they do not change while a bot dies and comes again."""

import contextlib
import functools
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from bot import routing
from bot.content import Content
from bot.safety.words import SafetyWords, load_safety_words
from bot.settings import load_settings


@functools.cache
def content() -> Content:
    return Content.load(load_settings(_env_file=None))


@functools.cache
def safety_words(folder: Path) -> SafetyWords:
    return load_safety_words(folder)


@contextlib.contextmanager
def content_at_hand() -> Iterator[None]:
    """Bots made meanwhile need not read it."""
    ready = content()
    safety_words(ready.templates / "safety")
    with (
        patch.object(Content, "load", lambda _settings: ready),
        patch.object(routing, "load_safety_words", safety_words),
    ):
        yield
