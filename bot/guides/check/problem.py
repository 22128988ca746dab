"""What is wrong with a guide, told with file and line."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from bot.guides.model import COUNTRIES
from bot.guides.yaml_lines import Document, Place

Level = Literal["error", "warning"]


@dataclass(frozen=True)
class Problem:
    """`where` is `file:line`."""

    where: str
    sentence: str
    level: Level = "error"

    def __str__(self) -> str:
        return f"{self.where}: {self.level}: {self.sentence}"


@dataclass
class Findings:
    """What turns up while a guide is walked, each thing told once with the countries it is true in.

    A warning is told at its first place only.
    """

    document: Document
    _countries: dict[tuple[Place, str, Level], dict[str, str]] = field(default_factory=dict)
    _warned: dict[str, Place] = field(default_factory=dict)

    def note(
        self, place: Place, sentence: str, country: str, example: str = "", level: Level = "error"
    ) -> None:
        if level == "warning":
            place = self._warned.setdefault(sentence, place)
        self._countries.setdefault((place, sentence, level), {}).setdefault(country, example)

    def problems(self) -> Iterable[Problem]:
        for (place, sentence, level), countries in self._countries.items():
            yield Problem(self.document.where(place), f"{sentence} ({_cases(countries)})", level)


def _cases(countries: dict[str, str]) -> str:
    example = next(iter(countries.values()))
    where = "everywhere" if len(countries) == len(COUNTRIES) else ", ".join(countries)
    return f"{where}, such as with {example}" if example else where
