"""The matrix of guides and countries."""

from datetime import date
from pathlib import Path

from bot.guides.check import coverage
from bot.guides.loader import load_guide
from tests.guides.check.small_guide import FACTS, GUIDE


def test_outcomes_are_specific_until_a_general_block_shows(tmp_path: Path) -> None:
    general = 'text: "It depends.", general: true, when: {country: [EU, XX], since: {given: true}}'
    text = GUIDE.replace("{since: {over: days}}", "{since: {over: days}, country: [IT, EU]}")
    text = text.replace(
        "    steps:\n      - {to: rest", f"      - {{{general}}}\n    steps:\n      - {{to: rest"
    )
    path = tmp_path / "small.yaml"
    path.write_text(text, encoding="utf-8")
    matrix = coverage(load_guide(path).guide, FACTS, date(2026, 11, 22))
    assert matrix == {
        "IT": (2, 0), "PL": (1, 0), "GB": (1, 0), "US": (1, 0), "EU": (1, 1), "XX": (1, 0),
    }  # fmt: skip
