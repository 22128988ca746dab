"""Facts: found by country, fresh or not, and files that are wrong."""

from datetime import date
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.guides.facts import Facts, is_period, load_facts
from tests.guides.strategies import fact

FACTS = Facts([fact("EU", "days", 30), fact("IT", "days", 15), fact("US", "number", 5)])


@pytest.mark.parametrize(
    ("country", "fact_id", "value"),
    [
        ("IT", "days", 15),
        ("PL", "days", 30),
        ("EU", "days", 30),
        ("GB", "days", None),
        ("XX", "days", None),
        ("IT", "number", None),
        ("US", "number", 5),
    ],
)
def test_members_of_the_eu_fall_back_on_its_facts(
    country: str, fact_id: str, value: int | None
) -> None:
    found = FACTS.find(country, fact_id)
    assert (found.value if found else None) == value


def test_a_fact_is_shaky_after_a_year_or_when_it_is_not_sure() -> None:
    known = fact("IT", "days", confirmed="2025-11")
    assert not known.is_shaky(date(2026, 11, 1))
    assert known.is_shaky(date(2026, 11, 2))
    assert fact("IT", "days", confidence="low").is_shaky(date(2026, 11, 1))


def test_a_period_is_a_whole_number_of_days_weeks_or_months() -> None:
    assert is_period(fact("IT", "days"))
    assert not is_period(fact("IT", "days", 1.5))
    assert not is_period(fact("IT", "days", "2026-01-01", unit="text"))
    assert not is_period(fact("IT", "price", 3, unit="eur"))


def test_a_mistake_is_told_with_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "it.yaml"
    file.write_text(
        "country: IT\nfacts:\n- id: days\n  topic: t\n  sector: any\n  value: 1\n"
        "  unit: hours\n  fact: F.\n  source: https://example.org\n  confirmed: 2026-13\n"
        "  confidence: high\n",
        encoding="utf-8",
    )
    with pytest.raises(ContentError) as raised:
        load_facts(tmp_path)
    unit, confirmed = raised.value.problems
    assert unit.startswith(f"{file}:7: facts.0.unit")
    assert confirmed.startswith(f"{file}:10: facts.0.confirmed")


def test_the_facts_that_come_with_the_bot_are_read() -> None:
    folder = Path(__file__).parents[2] / "templates" / "facts"
    assert {known.country for known in load_facts(folder)} == {"IT", "PL", "GB", "US", "EU"}
