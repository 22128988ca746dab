"""`galateo facts due`: which facts somebody must look at again, the most urgent first."""

import contextlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.editing.written import Written, load_written
from bot.guides.check.parts import blocks, conditions, nodes
from bot.guides.conditions import mentioned
from bot.guides.facts import STALE_AFTER_DAYS, Fact
from bot.guides.model import COUNTRIES, Block, Guide
from bot.guides.safety_facts import TOPIC as SAFETY
from bot.guides.words import facts_used, letters_used
from bot.guides.yaml_lines import read_yaml
from bot.settings import Settings

# What people write into a note when they could not be sure.
ASKS = re.compile(
    r"\b(?:re-?check|check (?:on|it|the|again|before)|verify|unverified|before release|"
    r"(?:not|never) (?:\w+ ){0,2}(?:checked|confirmed|verified))\b",
    re.IGNORECASE,
)
NEXT = re.compile(r"\bnext check (\w+ \d{4})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Due:
    """`days` until the fact must be looked at, below 0 where that is over; `where` is `file:line`."""

    fact: Fact
    days: int
    reasons: tuple[str, ...]
    screens: tuple[str, ...]
    where: str

    def __str__(self) -> str:
        when = f"in {self.days} days" if self.days > 0 else f"{-self.days} days ago"
        note = [f"    note: {self.fact.note}"] if self.fact.note else []
        return "\n".join(
            (
                f"{self.fact.key} = {self.fact.value}  ({self.where})",
                f"    due {when if self.days else 'today'}: {'; '.join(self.reasons)}",
                *note,
                f"    shown by: {', '.join(self.screens) or 'nothing yet'}",
                f"    source: {self.fact.source}",
            )
        )


def facts_due(settings: Settings, within: int, today: date) -> list[Due]:
    """Stale a year after they were confirmed, of low confidence, or with a note that asks for it.

    The latter two are due today, if not longer. Of those equally due, what is shown comes first.
    """
    written = load_written(settings)
    places, screens = _places(written.templates / "facts"), _screens(written)
    found = []
    for fact in written.facts:
        reasons = [reason for reason in _reasons(fact, today) if reason[0] <= within]
        if reasons:
            days = min(days for days, _ in reasons)
            said = tuple(sentence for _, sentence in reasons)
            shown = tuple(screens.get(fact.key, ()))
            found.append(Due(fact, days, said, shown, places[fact.key]))
    return sorted(found, key=lambda due: (due.days, not due.screens, due.fact.key))


def _reasons(fact: Fact, today: date) -> Iterator[tuple[int, str]]:
    """(days from today, sentence) of each."""
    stale = fact.month + timedelta(days=STALE_AFTER_DAYS)
    yield (stale - today).days, f"last confirmed in {fact.confirmed}"
    if fact.confidence == "low":
        yield 0, "of low confidence"
    note = fact.note or ""
    if ASKS.search(note):
        yield 0, "its note asks for a check"
    for month in NEXT.findall(note):
        with contextlib.suppress(ValueError):
            day = datetime.strptime(month, "%B %Y").replace(tzinfo=UTC).date()
            yield (day - today).days, f"its note asks for a check in {month}"


def _places(folder: Path) -> dict[str, str]:
    """`file:line` of each fact by its key."""
    found = {}
    for path in sorted(folder.glob("*.yaml")):
        document = read_yaml(path)
        for index, item in enumerate(document.data.get("facts", ())):
            key = f"{item.get('country', document.data.get('country'))}.{item['id']}"
            found[key] = document.where(("facts", index))
    return found


def _screens(written: Written) -> Mapping[str, list[str]]:
    """By a fact's key, the guides' nodes that show it, cite it or count with it."""
    found: dict[str, dict[str, None]] = {
        fact.key: {"help in despair": None} for fact in written.facts if fact.topic == SAFETY
    }
    for source in written.sources:
        for node_id, _ in nodes(source.guide):
            for fact in _used_at(source.guide, node_id, written):
                found.setdefault(fact.key, {})[f"{source.guide.id}.{node_id}"] = None
    return {key: list(screens) for key, screens in found.items()}


def _used_at(guide: Guide, node_id: str, written: Written) -> Iterator[Fact]:
    for _, block in blocks(guide, node_id):
        for country in _countries(block):
            for fact_id in _ids(block, written):
                fact = written.facts.find(country, fact_id)
                if fact is not None:
                    yield fact
    for _, condition in conditions(guide, node_id):
        for _, wanted in mentioned(condition):
            if isinstance(wanted, dict):
                limits = {wanted.get("over"), wanted.get("within")}
                yield from (fact for fact in written.facts if fact.id in limits)


def _countries(block: Block) -> list[str]:
    wanted = block.when.get("country", list(COUNTRIES))
    return wanted if isinstance(wanted, list) else [wanted]


def _ids(block: Block, written: Written) -> set[str]:
    letters = letters_used(block.text)
    inside = (text for (name, _), text in written.letters.items() if name in letters)
    return {*block.facts, *facts_used(block.text)}.union(*map(facts_used, inside))
