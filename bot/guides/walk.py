"""Walking a guide: pure functions from a guide and the answers so far to where the person is.

An edge that leads back to a node already on the path is a loop: it means "ask that again", so
the answers from that node on are dropped.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.guides.answers import fits
from bot.guides.conditions import asks_country, holds
from bot.guides.context import Context, CountryNeededError
from bot.guides.model import Answer, Answers, Guide, Outcome, Question
from bot.guides.words import needs_facts


@dataclass(frozen=True)
class Path:
    """The nodes from the start to where the answers lead, and the answers that count.

    `asks_country`: the last node cannot be shown before the country is known.
    """

    nodes: tuple[str, ...]
    answers: Answers = field(default_factory=dict)
    asks_country: bool = False

    @property
    def end(self) -> str:
        return self.nodes[-1]

    def asks_country_at(self, node_id: str) -> bool:
        return self.asks_country and node_id == self.end


def replay(guide: Guide, answers: Answers, context: Context) -> Path:
    """Any answers in, always a valid path out: what no longer fits or is out of reach is dropped."""
    nodes: list[str] = []
    kept: dict[str, Answer] = {}
    node_id: str | None = guide.start
    while node_id is not None and node_id not in nodes:
        nodes.append(node_id)
        node = guide.node(node_id)
        if node is None:
            raise LookupError(f"guide {guide.id} has no node {node_id}")
        if context.country is None and needs_country(node):
            return Path(tuple(nodes), kept, asks_country=True)
        if node_id not in answers or not fits(node, answers[node_id], kept, context):
            return Path(tuple(nodes), kept)
        kept[node_id] = answers[node_id]
        try:
            node_id = _next(node, answers[node_id], kept, context)
        except CountryNeededError:
            return Path(tuple(nodes), kept, asks_country=True)
    return _cut(nodes, kept, node_id)


def _cut(nodes: list[str], kept: dict[str, Answer], again: str | None) -> Path:
    """The path back to the node that is asked again; no branch that fits asks the last one again."""
    place = nodes.index(again) if again is not None else len(nodes) - 1
    dropped = set(nodes[place:])
    return Path(tuple(nodes[: place + 1]), {key: kept[key] for key in kept if key not in dropped})


def _next(
    node: Question | Outcome, answer: Answer, answers: Answers, context: Context
) -> str | None:
    if isinstance(node, Outcome):
        return str(answer)
    for branch in node.next:
        if holds(branch.when, answers, context):
            return branch.to
    return None


def needs_country(node: Question | Outcome) -> bool:
    """Whether its words, choices, steps or branches depend on the country."""
    return any(asks_country(condition) for condition in _conditions(node)) or any(
        block.facts or needs_facts(block.text)
        for block in (node.ask if isinstance(node, Question) else node.text)
    )


def _conditions(node: Question | Outcome) -> Iterator[dict[str, object]]:
    if isinstance(node, Question):
        yield from (block.when for block in node.ask)
        yield from (choice.when for choice in node.choices.values())
        yield from (branch.when for branch in node.next)
    else:
        yield from (block.when for block in node.text)
        yield from (step.when for step in node.steps)
