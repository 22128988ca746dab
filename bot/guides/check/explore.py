"""Every place a person can come to in a guide, by walking it with answers that stand for all."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.guides.check.parts import blocks, conditions, nodes
from bot.guides.check.samples import Samples, says_what_is_wrong
from bot.guides.conditions import holds, mentioned
from bot.guides.context import Context
from bot.guides.facts import Facts
from bot.guides.model import Answer, Answers, Country, Guide, Outcome, Question
from bot.guides.walk import Path, replay
from bot.guides.words import answers_used

State = tuple[str, frozenset[tuple[str, Answer]], frozenset[str]]


@dataclass
class Exploration:
    """`stuck`: paths with an answer at their end that no branch takes.

    `broken`: paths whose next step depends on a fact that the country does not have.
    """

    context: Context
    visits: dict[State, Path] = field(default_factory=dict)
    ways: dict[State, set[State]] = field(default_factory=dict)
    stuck: list[tuple[Path, Answer]] = field(default_factory=list)
    broken: list[tuple[Path, str]] = field(default_factory=list)


Explorations = Mapping[Country, Exploration]


def explore(guide: Guide, facts: Facts, country: Country, today: date) -> Exploration:
    """Breadth first; places are the same when the answers before make no difference there."""
    context = Context(country, today, facts, says_what_is_wrong)
    walker = _Walker(guide, context)
    found = Exploration(context)
    queue = deque([replay(guide, {}, context)])
    found.visits[walker.state(queue[0])] = queue[0]
    while queue:
        path = queue.popleft()
        here = walker.state(path)
        found.ways[here] = set()
        for then in walker.onward(path, found):
            there = walker.state(then)
            found.ways[here].add(there)
            if there not in found.visits:
                found.visits[there] = then
                queue.append(then)
    return found


class _Walker:
    def __init__(self, guide: Guide, context: Context) -> None:
        self._guide, self._context = guide, context
        self._samples = Samples(guide, context)
        seen = {node_id: _seen_at(guide, node_id) for node_id, _ in nodes(guide)}
        self._matters = {
            node_id: set[str]().union(*(seen[one] for one in _reach(guide, node_id)))
            & guide.questions.keys()
            for node_id, _ in nodes(guide)
        }

    def state(self, path: Path) -> State:
        """The node, the answers that matter from there on, and the ways on that ask something again.

        A way back to a card with no question in between is like any other way to it.
        """
        matters = {
            (key, self._samples.kind_of(key, answer))
            for key, answer in path.answers.items()
            if key in self._matters[path.end]
        }
        asked = [place for place, one in enumerate(path.nodes) if one in self._guide.questions]
        before = path.nodes[: asked[-1] + 1] if asked else ()
        loops = set(before) & set(self._guide.targets(path.end))
        return path.end, frozenset(matters), frozenset(loops)

    def onward(self, path: Path, found: Exploration) -> Iterator[Path]:
        node = self._guide.node(path.end)
        for answer in self._samples.answers(path.end, path.answers):
            answers = {**path.answers, path.end: answer}
            try:
                there = self._next(node, answer, answers)
            except LookupError as error:
                found.broken.append((path, str(error)))
                continue
            if there is None:
                found.stuck.append((path, answer))
            else:
                yield _went(path, there, answers)

    def _next(
        self, node: Question | Outcome | None, answer: Answer, answers: Answers
    ) -> str | None:
        if not isinstance(node, Question):
            return str(answer)
        fitting = (one.to for one in node.next if holds(one.when, answers, self._context))
        return next(fitting, None)


def _went(path: Path, there: str, answers: Answers) -> Path:
    """What `replay` gives for the answers, without walking from the start each time."""
    if there not in path.nodes:
        return Path((*path.nodes, there), answers)
    nodes_before = path.nodes[: path.nodes.index(there)]
    return Path((*nodes_before, there), {key: answers[key] for key in nodes_before})


def _seen_at(guide: Guide, node_id: str) -> set[str]:
    """Questions whose answers make a difference at the node."""
    asked = {key for _, condition in conditions(guide, node_id) for key, _ in mentioned(condition)}
    return asked.union(*(answers_used(block.text) for _, block in blocks(guide, node_id)))


def _reach(guide: Guide, node_id: str) -> set[str]:
    reached: set[str] = set()
    waiting = [node_id]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting.extend(guide.targets(one))
    return reached


def in_words(guide: Guide, path: Path, answer: Answer | None = None) -> str:
    """The answers that lead there, as `question=answer`, for a problem's sentence."""
    given = dict(path.answers)
    if answer is not None:
        given[path.end] = answer
    return ", ".join(
        f"{key}={'skipped' if value is None else value}"
        for key, value in given.items()
        if not isinstance(guide.node(key), Outcome)
    )
