"""Whether a condition can be asked at all: what it names exists and fits."""

from collections.abc import Iterator

from bot.guides.coach import PROBLEMS
from bot.guides.conditions import TESTS, as_values
from bot.guides.facts import Facts, is_period
from bot.guides.model import COUNTRIES, Guide, Question

# The kind of question that a test is for; `given` goes with all.
KINDS = {"over": "date", "within": "date", "above": "number", "below": "number", "coach": "text"}


def wrong_with(condition: object, guide: Guide, facts: Facts) -> Iterator[str]:
    """A sentence for each thing that is wrong."""
    if not isinstance(condition, dict):
        yield f"a condition is a mapping, not {condition!r}"
        return
    for key, wanted in condition.items():
        if key == "not":
            yield from wrong_with(wanted, guide, facts)
        elif key == "any":
            if not isinstance(wanted, list):
                yield "any needs a list of conditions"
                continue
            for one in wanted:
                yield from wrong_with(one, guide, facts)
        elif key == "country":
            yield from (f"there is no country {code}" for code in _strange(wanted, set(COUNTRIES)))
        elif key not in guide.questions:
            yield f"there is no question {key}"
        else:
            yield from _asked(key, guide.questions[key], wanted, facts)


def _asked(question_id: str, question: Question, wanted: object, facts: Facts) -> Iterator[str]:
    if isinstance(wanted, dict):
        for name, limit in wanted.items():
            yield from _tested(question_id, question, str(name), limit, facts)
    elif question.kind in {"text", "date", "number"}:
        yield f"{question_id} is a {question.kind}: use one of {', '.join(sorted(TESTS))}"
    else:
        choices = {"yes", "no"} if question.kind == "yes_no" else set(question.choices)
        yield from (f"{question_id} has no choice {one}" for one in _strange(wanted, choices))


def _strange(wanted: object, known: set[str]) -> list[str]:
    """What is wanted and not known, in words."""
    values = wanted if isinstance(wanted, list) else [wanted]
    if any(isinstance(value, list | dict) for value in values):
        return [str(wanted)]
    return sorted(map(str, as_values(values) - known))


def _tested(
    question_id: str, question: Question, name: str, limit: object, facts: Facts
) -> Iterator[str]:
    if name not in TESTS:
        yield f"there is no test {name}, only {', '.join(sorted(TESTS))}"
    elif KINDS.get(name, question.kind) != question.kind:
        yield f"{name} is no test for {question_id}, a {question.kind}"
    elif KINDS.get(name) == "date":
        named = [fact for fact in facts if fact.id == limit]
        if not named:
            yield f"there is no fact {limit}"
        elif not all(map(is_period, named)):
            yield f"{limit} is no period of whole days, weeks or months"
    elif name == "coach":
        unknown = _strange(limit, set(PROBLEMS))
        yield from (f"the coach knows no {one}, only {', '.join(PROBLEMS)}" for one in unknown)
    elif KINDS.get(name) == "number" and not isinstance(limit, int | float):
        yield f"{name} needs a number, not {limit!r}"
