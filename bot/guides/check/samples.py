"""Answers that stand for all others: one on each side of everything a guide's conditions ask."""

import contextlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations

from bot.guides.answers import EARLIEST, fits, open_choices, open_steps
from bot.guides.check.parts import tests
from bot.guides.coach import PROBLEMS, Findings
from bot.guides.conditions import as_values, deadline, holds
from bot.guides.context import Context
from bot.guides.model import Answer, Answers, Guide, Outcome, Question

MOST_TICKED_TOGETHER = 4
YEAR = timedelta(days=365)


def says_what_is_wrong(text: str) -> Findings:
    """A coach for samples: the names of problems in a text are its problems."""
    return {problem: () for problem in PROBLEMS if problem in text.split()}


class Samples:
    def __init__(self, guide: Guide, context: Context) -> None:
        self._guide, self._context = guide, context
        self._wanted: dict[str, set[object]] = {}
        self._limits: dict[str, list[tuple[str, object]]] = {}
        self._sides: dict[tuple[str, Answer], tuple[str, ...]] = {}
        for question_id, wanted in tests(guide):
            if isinstance(wanted, dict):
                self._limits.setdefault(question_id, []).extend(wanted.items())
            else:
                self._wanted.setdefault(question_id, set()).update(as_values(wanted))

    def answers(self, node_id: str, before: Answers) -> list[Answer]:
        """Valid answers to the node, given those before it."""
        node = self._guide.node(node_id)
        if isinstance(node, Outcome):
            return [step.to for step in open_steps(node, before, self._context) if step.to]
        if node is None:
            return []
        if node.kind in {"choice", "yes_no"}:
            choices: list[Answer] = list(open_choices(node, before, self._context))
            return [*choices, None] if node.optional else choices
        tried = dict.fromkeys((*self._tried(node_id, node, before), None))
        return [answer for answer in tried if fits(node, answer, before, self._context)]

    def kind_of(self, question_id: str, answer: Answer) -> Answer:
        """What conditions can see of an answer: those alike in it lead the same way."""
        question = self._guide.questions[question_id]
        wanted = self._wanted.get(question_id, set())
        if isinstance(answer, tuple):
            return tuple(one for one in answer if one in wanted)
        if answer is None or answer in wanted:
            return answer
        if question.kind in {"date", "number"}:
            key = (question_id, answer)
            if key not in self._sides:
                self._sides[key] = tuple(self._side(question_id, answer))
            return self._sides[key]
        if question_id in self._limits:
            return answer
        return "other"

    def _side(self, question_id: str, answer: Answer) -> Iterator[str]:
        """Names of the tests that hold for it, those that this country can make."""
        for name, limit in self._limits.get(question_id, []):
            test = {question_id: {name: limit}}
            with contextlib.suppress(LookupError):
                if holds(test, {question_id: answer}, self._context):
                    yield f"{name} {limit}"

    def _tried(self, node_id: str, question: Question, before: Answers) -> Iterable[Answer]:
        if question.kind == "text":
            return self._texts(node_id)
        if question.kind == "date":
            return (day.isoformat() for day in self._days(node_id))
        if question.kind == "number":
            return self._numbers(node_id, question)
        choices = list(open_choices(question, before, self._context))
        return self._ticks(node_id, choices, question.at_least)

    def _texts(self, node_id: str) -> Iterator[str]:
        """One that is fine, one with each problem that conditions ask the coach for, one with all."""
        asked = [
            as_values(limit) for name, limit in self._limits.get(node_id, []) if name == "coach"
        ]
        problems = sorted(set[str]().union(*asked))
        yield from ("x", *problems, " ".join(problems))

    def _ticks(self, node_id: str, choices: list[str], least: int) -> Iterator[Answer]:
        """All ways to tick what conditions ask for while those are few, else none, each, all."""
        wanted = [choice for choice in choices if choice in self._wanted.get(node_id, ())]
        rest = [choice for choice in choices if choice not in wanted]
        together = range(len(wanted) + 1)
        if len(wanted) > MOST_TICKED_TOGETHER:
            together = range(2)
            yield tuple(choices)
        for count in together:
            for some in combinations(wanted, count):
                added = rest[: max(0, least - count)]
                yield tuple(one for one in choices if one in some or one in added)

    def _numbers(self, node_id: str, question: Question) -> Iterator[float]:
        yield from (float(question.lowest), float(question.highest))
        for _, limit in self._limits.get(node_id, []):
            if isinstance(limit, int | float) and not isinstance(limit, bool):
                yield from (float(limit), float(limit) - 1, float(limit) + 1)

    def _days(self, node_id: str) -> Iterator[date]:
        today = self._context.today
        yield from (today, EARLIEST, today + YEAR)
        for name, limit in self._limits.get(node_id, []):
            fact_id = str(limit)
            known = self._context.facts.find(self._context.country or "", fact_id)
            if name in {"over", "within"} and known:
                newest = self._newest_over(fact_id)
                yield from (newest, newest + timedelta(days=1))

    def _newest_over(self, fact_id: str) -> date:
        """The last day from which the fact's period is over today."""
        today = self._context.today
        days = range(EARLIEST.toordinal(), today.toordinal() + 1)
        first_within = bisect_left(
            days,
            today,
            key=lambda day: deadline(date.fromordinal(day), fact_id, self._context),
        )
        return date.fromordinal(days[0] + max(first_within - 1, 0))
