"""Names that must exist: nodes, questions, choices, countries, tests, facts."""

from collections.abc import Collection, Iterable, Iterator

from bot.guides.check.asked import wrong_with
from bot.guides.check.parts import conditions, node_place, nodes
from bot.guides.check.problem import Problem
from bot.guides.conversation import LIST_OF_ANSWERS
from bot.guides.facts import Facts
from bot.guides.loader import Source
from bot.guides.model import Guide, Outcome, Step
from bot.guides.yaml_lines import Place

Found = Iterator[tuple[Place, str]]

# Words that mean something else where a node's id could stand.
TAKEN = frozenset({LIST_OF_ANSWERS, "country", "any", "not"})


def check_references(source: Source, facts: Facts) -> Iterable[Problem]:
    """Nothing else of a guide can be checked before these are right."""
    guide = source.guide
    for place, sentence in (*_nodes(guide), *_conditions(guide, facts)):
        yield Problem(source.document.where(place), sentence)


def check_guides_named(source: Source, guides: Collection[str]) -> Iterable[Problem]:
    """A step to a guide that is not there is left out, so that guides can be written one by one."""
    for node_id, outcome in source.guide.outcomes.items():
        for index, step in enumerate(outcome.steps):
            if step.guide and step.guide not in guides:
                where = source.document.where(("outcomes", node_id, "steps", index))
                yield Problem(where, f"there is no guide {step.guide} yet", "warning")


def _nodes(guide: Guide) -> Found:
    if guide.node(guide.start) is None:
        yield ("start",), f"there is no node {guide.start}"
    for node_id, node in nodes(guide):
        place = node_place(guide, node_id)
        if node_id in TAKEN:
            yield place, f"{node_id} means something else: choose another id"
        if isinstance(node, Outcome):
            if node_id in guide.questions:
                yield ("outcomes", node_id), f"{node_id} is a question and an outcome"
            for index, step in enumerate(node.steps):
                yield from _step(guide, step, (*place, "steps", index))
        else:
            if node.kind in {"choice", "several"} and not node.choices:
                yield place, f"{node_id} has no choices"
            for index, branch in enumerate(node.next):
                if guide.node(branch.to) is None:
                    yield (*place, "next", index), f"there is no node {branch.to}"


def _step(guide: Guide, step: Step, place: Place) -> Found:
    if bool(step.to) == bool(step.guide):
        yield place, "a step leads either to a node or to a guide"
    elif step.to and guide.node(step.to) is None:
        yield place, f"there is no node {step.to}"
    elif step.to and not step.label:
        yield place, "a step to a node needs a label"


def _conditions(guide: Guide, facts: Facts) -> Found:
    for node_id, _ in nodes(guide):
        for place, condition in conditions(guide, node_id):
            for sentence in wrong_with(condition, guide, facts):
                yield (*place, "when"), sentence
