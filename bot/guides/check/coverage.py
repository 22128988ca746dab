"""How far a guide has its own rules for each country."""

from collections.abc import Mapping
from datetime import date

from bot.guides.check.explore import Exploration
from bot.guides.check.walks import Walks
from bot.guides.conditions import holds
from bot.guides.facts import Facts
from bot.guides.model import Country, Guide, Outcome


def coverage(
    guide: Guide, facts: Facts, today: date, walks: Walks | None = None
) -> Mapping[Country, tuple[int, int]]:
    """By country how many outcomes are reached: (specific, those that can show a general rule)."""
    walked = (walks or Walks(facts, today)).of(guide)
    return {country: _count(guide, walk) for country, walk in walked.items()}


def _count(guide: Guide, walk: Exploration) -> tuple[int, int]:
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
