"""When a block, a choice, a branch or a step applies: small conditions written as data.

Every key of a condition must hold; an empty one always does. A key is

- `country`: a code or a list of codes;
- a question's id: a value or a list (a tick list holds when one of them is ticked), or a mapping:
  `over`/`within` (a fact: more, or at most, that long ago), `above`/`below` (numbers),
  `given` (answered and not skipped), `coach` (what was typed has one of these problems);
- `not`: a condition; `any`: a list of conditions.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from bot.guides.context import Context, CountryNeededError
from bot.guides.dates import add_period
from bot.guides.model import Answer, Answers

Condition = Mapping[str, Any]
YES_NO: Mapping[Answer, bool] = {"yes": True, "no": False}
TESTS = frozenset({"over", "within", "above", "below", "given", "coach"})


def holds(condition: Condition, answers: Answers, context: Context) -> bool:
    """Raises CountryNeededError where it depends on a country that is not known yet."""
    return all(_key_holds(key, wanted, answers, context) for key, wanted in condition.items())


def _key_holds(key: str, wanted: Any, answers: Answers, context: Context) -> bool:
    if key == "not":
        return not holds(wanted, answers, context)
    if key == "any":
        return any(holds(one, answers, context) for one in wanted)
    if key == "country":
        if context.country is None:
            raise CountryNeededError
        return _is_among(context.country, wanted)
    return key in answers and _answer_holds(answers[key], wanted, context)


def _answer_holds(answer: Answer, wanted: Any, context: Context) -> bool:
    if isinstance(wanted, dict):
        return _tests_hold(wanted, answer, context)
    if isinstance(answer, tuple):
        return any(_is_among(one, wanted) for one in answer)
    return _is_among(answer, wanted)


def _is_among(answer: Answer, wanted: Any) -> bool:
    """What `as_values` says, without making a set: it runs some hundred times a press."""
    if answer in YES_NO:
        return YES_NO[answer] is wanted or answer in as_values(wanted)
    return answer in wanted if isinstance(wanted, list) else answer == wanted


def _tests_hold(tests: Mapping[str, Any], answer: Answer, context: Context) -> bool:
    return all(_test_holds(name, limit, answer, context) for name, limit in tests.items())


def _test_holds(name: str, limit: Any, answer: Answer, context: Context) -> bool:
    if name == "given":
        return (answer not in (None, "", ())) is bool(limit)
    if name == "coach":
        return isinstance(answer, str) and bool(as_values(limit) & context.coach(answer).keys())
    if isinstance(answer, float):
        return answer > float(limit) if name == "above" else answer < float(limit)
    if not isinstance(answer, str):
        return False
    over = context.today > deadline(date.fromisoformat(answer), limit, context)
    return over if name == "over" else not over


def deadline(start: date, fact_id: str, context: Context) -> date:
    """The last day of the period that the fact gives, counted from `start` in its country."""
    if context.country is None:
        raise CountryNeededError
    fact = context.facts.find(context.country, fact_id)
    if fact is None:
        raise LookupError(f"no fact {fact_id} for {context.country}")
    return add_period(start, int(fact.value), fact.unit, context.country)


def as_values(wanted: Any) -> set[Any]:
    """One value or a list as a set; YAML reads a bare yes/no as true/false, here they are words."""
    values = wanted if isinstance(wanted, list) else [wanted]
    return {{True: "yes", False: "no"}.get(value, value) for value in values}


def mentioned(condition: Condition) -> Iterator[tuple[str, Any]]:
    """Every (key, wanted) in it, those inside `not` and `any` included."""
    for key, wanted in condition.items():
        if key == "not":
            yield from mentioned(wanted)
        elif key == "any":
            for one in wanted:
                yield from mentioned(one)
        else:
            yield key, wanted


def asks_country(condition: Condition) -> bool:
    return any(
        key == "country" or (isinstance(wanted, dict) and {"over", "within"} & wanted.keys())
        for key, wanted in mentioned(condition)
    )
