"""Walks of guides, kept: walking a large guide takes a second, and several checks look at it."""

from dataclasses import dataclass, field
from datetime import date

from bot.guides.check.explore import Exploration, Explorations, explore
from bot.guides.facts import Facts
from bot.guides.model import COUNTRIES, Country, Guide


@dataclass(frozen=True)
class Walks:
    facts: Facts
    today: date
    _known: dict[tuple[str, str, Country], Exploration] = field(default_factory=dict)

    def of(self, guide: Guide) -> Explorations:
        """By country."""
        return {country: self._walk(guide, country) for country in COUNTRIES}

    def _walk(self, guide: Guide, country: Country) -> Exploration:
        key = (guide.id, guide.version, country)
        if key not in self._known:
            self._known[key] = explore(guide, self.facts, country, self.today)
        return self._known[key]
