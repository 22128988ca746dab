"""`galateo stats`: beside a bot that runs, without being able to write."""

import json
from pathlib import Path

import pytest

from bot.errors import GalateoError
from bot.playground import Playground
from bot.settings import load_settings
from bot.statistics.printing import as_json_text, as_table, read_numbers
from tests.statistics.rows import TODAY
from tests.test_cli import galateo
from tests.world import TOKEN, Clock, running, settings_for


async def test_json_and_a_table(playground: Playground, tmp_path: Path) -> None:
    settings = settings_for(playground, tmp_path)
    async with running(settings, Clock()) as bot:
        person = playground.person()
        await person.send("/start opt_out")
        await bot.features.statistics.counters.flush()
        found = read_numbers(settings, TODAY)
        kept = json.loads(as_json_text(found))
        assert (kept["day"], kept["people"]["total"]) == ("2026-11-22", 1)
        assert kept["guides"]["guides"] == [{"guide": "opt_out", "started": 1, "finished": 0}]
        table = as_table(found)
        assert "people total" in table
        assert "guides guides opt_out started" in table
        assert "guides stops opt_out where stopped" in table
        assert str(person.id) not in table + json.dumps(kept)


async def test_the_command_prints_them(playground: Playground, tmp_path: Path) -> None:
    async with running(settings_for(playground, tmp_path), Clock()):
        given = {"BOT_TOKEN": TOKEN, "DATA_DIR": str(tmp_path)}
        asked = await galateo(tmp_path, "stats", "--json", **given)
        output, _ = await asked.communicate()
        assert asked.returncode == 0
        assert json.loads(output)["people"]["total"] == 0
        asked = await galateo(tmp_path, "stats", **given)
        output, _ = await asked.communicate()
        assert b"people active month" in output


@pytest.mark.parametrize("token", ["", TOKEN])
def test_without_a_database_it_says_what_is_missing(tmp_path: Path, token: str) -> None:
    settings = load_settings(bot_token=token, data_dir=tmp_path, _env_file=None)
    with pytest.raises(GalateoError, match="DATABASE_URL"):
        read_numbers(settings, TODAY)
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "bot-1000.db").write_text("nothing of the kind" * 100)
    settings = load_settings(bot_token=TOKEN, data_dir=tmp_path, _env_file=None)
    with pytest.raises(GalateoError, match="cannot be read"):
        read_numbers(settings, TODAY)
