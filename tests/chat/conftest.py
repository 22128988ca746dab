"""Fixtures: the bot as a process, before an audience that listens for secrets."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.playground import UNLIMITED
from bot.playground.server import Playground
from tests.chat.stage import TOKEN, Stage, on_stage


@pytest.fixture
async def telegram() -> AsyncIterator[Playground]:
    async with Playground(token=TOKEN, limits=UNLIMITED) as playground:
        yield playground


@pytest.fixture
async def stage(telegram: Playground, tmp_path: Path) -> AsyncIterator[Stage]:
    async with on_stage(telegram, tmp_path) as stage:
        yield stage
