"""How far a person is in a guide: “step 3 of about 6”."""

from bot.guides.model import Guide
from bot.guides.walk import Path


def progress(guide: Guide, path: Path, node_id: str) -> tuple[int, int] | None:
    """The question's number on the path, and about how many there will be; None for outcomes.

    What is left is taken half-way between the shortest and the longest way to an outcome.
    """
    if node_id not in guide.questions:
        return None
    before = path.nodes[: path.nodes.index(node_id)]
    step = sum(one in guide.questions for one in before) + 1
    shortest, longest = _left(guide, node_id, frozenset(before), {})
    return step, step - 1 + round((shortest + longest) / 2)


def _left(
    guide: Guide, node_id: str, seen: frozenset[str], known: dict[str, tuple[int, int]]
) -> tuple[int, int]:
    """The fewest and the most questions from here to an outcome, this one included."""
    if node_id not in guide.questions:
        return 0, 0
    if node_id not in known:
        further = [
            _left(guide, then, seen | {node_id}, known)
            for then in guide.targets(node_id)
            if then not in seen and then != node_id
        ]
        known[node_id] = (
            1 + min((shortest for shortest, _ in further), default=0),
            1 + max((longest for _, longest in further), default=0),
        )
    return known[node_id]
