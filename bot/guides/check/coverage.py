"""How far a guide has its own rules for each country."""

from collections.abc import Mapping
from datetime import date

from bot.guides.check.explore import explore
from bot.guides.conditions import holds
from bot.guides.facts import Facts
from bot.guides.model import COUNTRIES, Country, Guide, Outcome


def coverage(guide: Guide, facts: Facts, today: date) -> Mapping[Country, tuple[int, int]]:
    """By country how many outcomes are reached: (specific, those that can show a general rule)."""
    return {country: _count(guide, facts, country, today) for country in COUNTRIES}


def _count(guide: Guide, facts: Facts, country: Country, today: date) -> tuple[int, int]:
    walk = explore(guide, facts, country, today)
    general: dict[str, bool] = {}
    for path in walk.visits.values():
        node = guide.node(path.end)
        if isinstance(node, Outcome):
            shown = any(
                block.general and holds(block.when, path.answers, walk.context)
                for block in node.text
            )
            general[path.end] = general.get(path.end, False) or shown
    count = sum(general.values())
    return len(general) - count, count
