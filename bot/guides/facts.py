"""The verified facts of `templates/facts/*.yaml`: numbers, deadlines, links, with their sources."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from bot.errors import ContentError
from bot.guides.dates import PERIODS
from bot.guides.yaml_lines import read_yaml

EU_MEMBERS = frozenset({"IT", "PL", "EU"})
STALE_AFTER_DAYS = 365

Unit = Literal[
    "url", "phone", "email", "text", "count", "people", "percent", "eur", "gbp", "usd",
    "days_calendar", "days_working", "weeks", "months",
]  # fmt: skip


class Fact(BaseModel):
    """One verified value. `confirmed` is the month (`YYYY-MM`) of the newest page that agrees."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    country: str
    id: str
    topic: str
    sector: str
    value: int | float | str
    unit: Unit
    fact: str
    fact_local: str | None = None
    source: str
    law: str | None = None
    confirmed: Annotated[
        str, BeforeValidator(str), StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")
    ]
    confidence: Literal["high", "medium", "low"]
    note: str | None = None

    @property
    def key(self) -> str:
        return f"{self.country}.{self.id}"

    @property
    def month(self) -> date:
        """The first day of the month in which it was last confirmed."""
        return date.fromisoformat(f"{self.confirmed}-01")

    def is_shaky(self, today: date) -> bool:
        """Of low confidence, or last confirmed more than a year ago: the screen says so."""
        return self.confidence == "low" or (today - self.month).days > STALE_AFTER_DAYS


def is_period(fact: Fact) -> bool:
    """Whether a deadline can be counted with it: a whole number of days, weeks or months."""
    return fact.unit in PERIODS and isinstance(fact.value, int)


class Facts:
    def __init__(self, facts: Iterable[Fact]) -> None:
        self._by_key = {(fact.country, fact.id): fact for fact in facts}

    def find(self, country: str, fact_id: str) -> Fact | None:
        """The country's own fact; for members of the EU else the one of the EU."""
        own = self._by_key.get((country, fact_id))
        if own is None and country in EU_MEMBERS:
            return self._by_key.get(("EU", fact_id))
        return own

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)


def load_facts(folder: Path) -> Facts:
    """Reads every country's file; raises ContentError with file and line of each mistake."""
    facts: list[Fact] = []
    problems: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        document = read_yaml(path)
        country = document.data.get("country")
        for index, item in enumerate(document.data.get("facts", [])):
            if not isinstance(item, dict):
                problems.append(f"{document.where(('facts', index))}: a fact is a mapping")
                continue
            try:
                facts.append(Fact.model_validate({"country": country, **item}))
            except ValidationError as error:
                problems += document.complaints(error, ("facts", index))
    if problems:
        raise ContentError(problems)
    return Facts(facts)
