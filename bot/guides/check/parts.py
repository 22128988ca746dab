"""The parts of a guide with their places in its file."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.guides.conditions import mentioned
from bot.guides.model import Block, Condition, Guide, Outcome, Question
from bot.guides.yaml_lines import Place

Use = Literal["text", "label", "plain"]


@dataclass(frozen=True)
class Words:
    """A string that people read. A text is a template in HTML, a label stands on a button."""

    place: Place
    text: str
    use: Use


def node_place(guide: Guide, node_id: str) -> Place:
    return ("questions" if node_id in guide.questions else "outcomes", node_id)


def nodes(guide: Guide) -> Iterator[tuple[str, Question | Outcome]]:
    yield from guide.questions.items()
    yield from guide.outcomes.items()


def blocks(guide: Guide, node_id: str) -> Iterator[tuple[Place, Block]]:
    node = guide.node(node_id)
    key, found = ("ask", node.ask) if isinstance(node, Question) else ("text", ())
    if isinstance(node, Outcome):
        found = node.text
    for index, block in enumerate(found):
        yield (*node_place(guide, node_id), key, index), block


def words(guide: Guide) -> Iterator[Words]:
    """Everything that is translated."""
    yield Words(("title",), guide.title, "label")
    yield Words(("summary",), guide.summary, "plain")
    for node_id, node in nodes(guide):
        place = node_place(guide, node_id)
        for block_place, block in blocks(guide, node_id):
            yield Words(block_place, block.text, "text")
        if isinstance(node, Question):
            yield Words((*place, "short"), node.short, "plain")
            for choice_id, choice in node.choices.items():
                yield Words((*place, "choices", choice_id), choice.label, "label")
        else:
            for index, step in enumerate(node.steps):
                if step.label:
                    yield Words((*place, "steps", index), step.label, "label")


def conditions(guide: Guide, node_id: str) -> Iterator[tuple[Place, Condition]]:
    """Those on its blocks, choices, branches and steps, empty ones left out."""
    place = node_place(guide, node_id)
    node = guide.node(node_id)
    found = [(at, block.when) for at, block in blocks(guide, node_id)]
    if isinstance(node, Question):
        found += [((*place, "choices", key), one.when) for key, one in node.choices.items()]
        found += [((*place, "next", index), one.when) for index, one in enumerate(node.next)]
    elif isinstance(node, Outcome):
        found += [((*place, "steps", index), one.when) for index, one in enumerate(node.steps)]
    yield from ((at, condition) for at, condition in found if condition)


def tests(guide: Guide) -> Iterator[tuple[str, object]]:
    """Every (question, what a condition wants of it) of the guide."""
    for node_id, _ in nodes(guide):
        for _, condition in conditions(guide, node_id):
            yield from mentioned(condition)
