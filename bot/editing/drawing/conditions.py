"""Conditions of a guide in a few words, as they stand on the lines of its picture."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.guides.conditions import Condition, as_values
from bot.guides.model import Guide, Question
from bot.texts.language import Language


class Wording:
    """The words of one guide in one language."""

    def __init__(self, guide: Guide, language: Language) -> None:
        self._guide, self._language = guide, language

    def text(self, message: str) -> str:
        return self._language.gettext(message, self._guide.id)

    def branches(self, question_id: str) -> dict[str, str]:
        """By target, what leads there from the question; the targets in the guide's order."""
        question = self._guide.questions[question_id]
        left = list(self._answers(question))
        found: dict[str, list[str]] = {}
        for branch in question.next:
            own = as_values(branch.when[question_id]) if _names(branch.when, question_id) else None
            taken = [one for one in left if own is None or one in own]
            rest = {key: wanted for key, wanted in branch.when.items() if key != question_id}
            if own is None:
                rest = branch.when
            elif not rest:
                left = [one for one in left if one not in own]
            found.setdefault(branch.to, []).append(self._branch(question_id, taken, rest))
        alone = len(question.next) == 1
        return {to: "" if alone else " · ".join(filter(None, said)) for to, said in found.items()}

    def condition(self, condition: Condition) -> str:
        return "; ".join(self._parts(condition))

    def _branch(self, question_id: str, taken: list[str], rest: Condition) -> str:
        question = self._guide.questions[question_id]
        every = taken == list(self._answers(question))
        labels = "" if every else " / ".join(self._answer(question, one) for one in taken)
        said = ": ".join(filter(None, (self.condition(rest), labels)))
        return said or self._language.say("otherwise")

    def _answers(self, question: Question) -> Iterator[str]:
        yield from ("yes", "no") if question.kind == "yes_no" else question.choices

    def _answer(self, question: Question, choice: object) -> str:
        if question.kind == "yes_no":
            return self._language.say("Yes") if choice == "yes" else self._language.say("No")
        known = question.choices.get(str(choice))
        return self.text(known.label) if known else str(choice)

    def _parts(self, condition: Condition) -> Iterator[str]:
        for key, wanted in condition.items():
            if key == "not":
                yield self._language.say("not: %(condition)s", condition=self.condition(wanted))
            elif key == "any":
                either = self._language.say("or")
                yield f" {either} ".join(map(self.condition, wanted))
            elif key == "country":
                yield ", ".join(wanted if isinstance(wanted, list) else [str(wanted)])
            elif key in self._guide.questions:
                yield from self._of_question(self._guide.questions[key], wanted)

    def _of_question(self, question: Question, wanted: Any) -> Iterator[str]:
        name = self.text(question.short)
        if isinstance(wanted, dict):
            yield from (f"{name}: {self._test(test, limit)}" for test, limit in wanted.items())
            return
        values = wanted if isinstance(wanted, list) else [wanted]
        said = (self._answer(question, one) for value in values for one in as_values(value))
        yield f"{name}: {' / '.join(said)}"

    def _test(self, test: str, limit: object) -> str:
        say = self._language.say
        if test == "given":
            return say("answered") if limit else say("skipped")
        if test in {"above", "below"}:
            return f"{'>' if test == 'above' else '<'} {limit}"
        if test == "over":
            return say("the period is over")
        if test == "within":
            return say("the period still runs")
        return " / ".join(sorted(map(str, as_values(limit))))


def _names(condition: Mapping[str, Any], question_id: str) -> bool:
    """Whether it asks for certain choices of the question."""
    return question_id in condition and not isinstance(condition[question_id], dict)
