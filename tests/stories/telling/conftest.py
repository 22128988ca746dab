"""Somebody who tells."""

from collections.abc import Callable
from random import Random

import pytest
from sqlalchemy import Connection

from bot.stories.telling import Telling
from tests.stories.telling.teller import KEYS, VAULT, SpokenAnswers, Teller


@pytest.fixture
def answers() -> SpokenAnswers:
    return SpokenAnswers()


@pytest.fixture
def telling(answers: SpokenAnswers) -> Telling:
    return Telling(VAULT, KEYS, Random(1), answers=answers)


@pytest.fixture
def anna(connection: Connection, telling: Telling) -> Teller:
    return Teller(connection, telling)


@pytest.fixture
def somebody(connection: Connection, telling: Telling) -> Callable[..., Teller]:
    """Somebody else who uses the same bot: `chat_id`, `language`."""
    return lambda **who: Teller(connection, telling, **who)
