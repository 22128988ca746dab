"""What a step in a guide adds to the counts: pure, and without who took it.

Of a question, those asked less those who answered are the people who stand there: where guides
lose them.
"""

from collections import Counter
from collections.abc import Mapping

from bot.chat.counts import ANSWERED, ASKED, COUNTRY, FINISHED, STARTED
from bot.guides.model import Guide
from bot.guides.walk import Path


def counted(guide: Guide, before: Path | None, after: Path) -> Mapping[str, int]:
    """By name; None: the guide was not begun."""
    counts: Counter[str] = Counter()
    for one in _newly_answered(guide, before, after):
        counts[f"{ANSWERED}{guide.id}:{one}"] += 1
        counts[f"{ASKED}{guide.id}:{one}"] += 1
    for path, by in ((before, -1), (after, 1)):
        question = _asked(guide, path) if path else None
        if question is not None:
            counts[f"{ASKED}{guide.id}:{question}"] += by
    if before is None or (before.answers and not after.answers):
        counts[f"{STARTED}:{guide.id}"] += 1
    if _is_finished(guide, after) and not (before and _is_finished(guide, before)):
        counts[f"{FINISHED}:{guide.id}"] += 1
    return {name: by for name, by in counts.items() if by}


def _newly_answered(guide: Guide, before: Path | None, after: Path) -> list[str]:
    if before is None:
        return []
    found = [one for one in after.answers if one in guide.questions and one not in before.answers]
    went_on = after.nodes[: len(before.nodes)] == before.nodes
    if before.asks_country and not after.asks_country and went_on:
        found.append(COUNTRY)
    return found


def _asked(guide: Guide, path: Path) -> str | None:
    """What the person is asked at the end of the path."""
    if path.asks_country:
        return COUNTRY
    return path.end if path.end in guide.questions and path.end not in path.answers else None


def _is_finished(guide: Guide, path: Path) -> bool:
    return any(node in guide.outcomes for node in path.nodes)
