"""What is a valid answer to a node: pure, used by replay for every stored answer."""

from datetime import date

from bot.guides.conditions import holds
from bot.guides.context import Context, CountryNeededError
from bot.guides.dates import LAST_YEAR
from bot.guides.model import Answer, Answers, Outcome, Question, Step

EARLIEST = date(1990, 1, 1)


def fits(node: Question | Outcome, answer: Answer, answers: Answers, context: Context) -> bool:
    """Whether `answer` is one that this node takes, given the answers before it."""
    if isinstance(node, Outcome):
        return any(
            step.to == answer and _applies(step.when, answers, context)
            for step in node.steps
            if step.to is not None
        )
    if answer is None:
        return node.optional
    check = _CHECKS[node.kind]
    return check(node, answer, answers, context)


def open_choices(question: Question, answers: Answers, context: Context) -> dict[str, str]:
    """Labels (English, the source) by id of the choices that apply now, in order."""
    if question.kind == "yes_no":
        return {"yes": "Yes", "no": "No"}
    return {
        choice_id: choice.label
        for choice_id, choice in question.choices.items()
        if _applies(choice.when, answers, context)
    }


def open_steps(outcome: Outcome, answers: Answers, context: Context) -> list[Step]:
    return [step for step in outcome.steps if _applies(step.when, answers, context)]


def _applies(condition: dict[str, object], answers: Answers, context: Context) -> bool:
    if not condition:
        return True
    try:
        return holds(condition, answers, context)
    except CountryNeededError:
        return False


def _is_choice(question: Question, answer: Answer, answers: Answers, context: Context) -> bool:
    if question.kind == "yes_no":
        return answer in {"yes", "no"}
    choice = question.choices.get(answer) if isinstance(answer, str) else None
    return choice is not None and _applies(choice.when, answers, context)


def _is_ticks(question: Question, answer: Answer, answers: Answers, context: Context) -> bool:
    if not isinstance(answer, tuple) or len(set(answer)) != len(answer):
        return False
    return len(answer) >= question.at_least and all(
        _is_choice(question, one, answers, context) for one in answer
    )


def _is_text(question: Question, answer: Answer, _: Answers, __: Context) -> bool:
    return isinstance(answer, str) and 0 < len(answer.strip()) <= len(answer) <= question.longest


def _is_date(question: Question, answer: Answer, _: Answers, context: Context) -> bool:
    if not isinstance(answer, str):
        return False
    try:
        day = date.fromisoformat(answer)
    except ValueError:
        return False
    if day.isoformat() != answer or not EARLIEST <= day <= date(LAST_YEAR, 1, 1):
        return False
    return {"past": day <= context.today, "future": day >= context.today, "any": True}[
        question.when_in_time
    ]


def _is_number(question: Question, answer: Answer, _: Answers, __: Context) -> bool:
    return isinstance(answer, float) and question.lowest <= answer <= question.highest


_CHECKS = {
    "choice": _is_choice,
    "yes_no": _is_choice,
    "several": _is_ticks,
    "text": _is_text,
    "date": _is_date,
    "number": _is_number,
}
