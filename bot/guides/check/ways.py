"""Nodes that nobody reaches, answers that lead nowhere, loops that nobody leaves."""

from collections.abc import Iterable

from bot.guides.check.explore import Exploration, Explorations, State, in_words
from bot.guides.check.parts import node_place, nodes
from bot.guides.check.problem import Findings, Problem
from bot.guides.loader import Source
from bot.guides.model import Country, Guide, Outcome


def check_ways(source: Source, explorations: Explorations) -> Iterable[Problem]:
    findings = Findings(source.document)
    for country, exploration in explorations.items():
        _note_dead_ends(source.guide, country, exploration, findings)
        for state in _captive(source.guide, exploration):
            sentence = f"nobody gets out of the loop through {state[0]} to an outcome"
            findings.note(node_place(source.guide, state[0]), sentence, country)
    yield from findings.problems()
    yield from _unreached(source, explorations)


def _note_dead_ends(
    guide: Guide, country: Country, exploration: Exploration, findings: Findings
) -> None:
    for path, answer in exploration.stuck:
        said = "skipped" if answer is None else answer
        sentence = f"dead end: no branch of {path.end} takes the answer {said}"
        findings.note(
            (*node_place(guide, path.end), "next"), sentence, country, in_words(guide, path)
        )
    for path, reason in exploration.broken:
        sentence = f"{path.end} leads nowhere: {reason}"
        findings.note((*node_place(guide, path.end), "next"), sentence, country)
    for state, path in exploration.visits.items():
        question = guide.questions.get(path.end)
        if exploration.ways[state] or question is None or _is_told(exploration, path.end):
            continue
        sentence = f"dead end: {path.end} has no answer to give"
        findings.note(node_place(guide, path.end), sentence, country, in_words(guide, path))


def _is_told(exploration: Exploration, node_id: str) -> bool:
    told = (*exploration.stuck, *exploration.broken)
    return any(path.end == node_id for path, _ in told)


def _captive(guide: Guide, exploration: Exploration) -> list[State]:
    """Places from which no outcome and no dead end can be reached."""
    backward: dict[State, set[State]] = {}
    for here, ways in exploration.ways.items():
        for there in ways:
            backward.setdefault(there, set()).add(here)
    free: set[State] = set()
    waiting = [
        state
        for state, ways in exploration.ways.items()
        if not ways or isinstance(guide.node(state[0]), Outcome) or _is_told(exploration, state[0])
    ]
    while waiting:
        state = waiting.pop()
        if state not in free:
            free.add(state)
            waiting.extend(backward.get(state, ()))
    return [state for state in exploration.ways if state not in free]


def _unreached(source: Source, explorations: Explorations) -> Iterable[Problem]:
    reached = {state[0] for one in explorations.values() for state in one.visits}
    for node_id, node in nodes(source.guide):
        if node_id not in reached:
            kind = "outcome" if isinstance(node, Outcome) else "question"
            where = source.document.where(node_place(source.guide, node_id))
            yield Problem(where, f"the {kind} {node_id} is reached from nowhere")
