"""Which answers a node takes."""

from datetime import timedelta

import pytest

from bot.guides.answers import fits, open_choices, open_steps
from bot.guides.model import Answer, Outcome, Question
from tests.guides.strategies import TODAY, context

TOMORROW = (TODAY + timedelta(days=1)).isoformat()


def question(kind: str, **others: object) -> Question:
    return Question.model_validate(
        {"kind": kind, "ask": "What?", "short": "What", "next": "end", **others}
    )


LABELS = {"a": "A", "b": {"label": "B", "when": {"country": "PL"}}, "c": "C"}


@pytest.mark.parametrize(
    ("asked", "good", "bad"),
    [
        (question("yes_no"), ["yes", "no"], ["maybe", "", None, True, ("yes",)]),
        (question("choice", choices=LABELS), ["a", "c"], ["b", "d", "A", None, ("a",), 1.0]),
        (
            question("several", choices=LABELS, at_least=1),
            [("a",), ("c", "a")],
            [(), ("a", "a"), ("b",), ("d",), "a", None],
        ),
        (question("several", choices=LABELS), [(), ("a",)], [None]),
        (question("text", longest=5), ["a", "12345", " a "], ["", "   ", "123456", None, 5.0]),
        (question("text", optional=True), [None, "a"], [""]),
        (
            question("date", when_in_time="past"),
            [TODAY.isoformat(), "1990-01-01"],
            [TOMORROW, "1989-12-31", "2026-02-30", "20261101", "2026-W01-1", "", None, 1.0],
        ),
        (question("date", when_in_time="future"), [TOMORROW], ["2026-11-21", "9999-12-31"]),
        (question("date"), [TOMORROW, "2026-11-21"], ["x", ("2026-11-21",)]),
        (
            question("number", lowest=1, highest=10),
            [1.0, 10.0, 5.5],
            [0.5, 10.5, float("nan"), float("inf"), "5", 5, None],
        ),
    ],
)
def test_what_a_question_takes(asked: Question, good: list[Answer], bad: list[Answer]) -> None:
    assert [answer for answer in good if not fits(asked, answer, {}, context("IT"))] == []
    assert [answer for answer in bad if fits(asked, answer, {}, context("IT"))] == []


def test_choices_and_steps_apply_by_country() -> None:
    asked = question("choice", choices=LABELS)
    assert list(open_choices(asked, {}, context("IT"))) == ["a", "c"]
    assert list(open_choices(asked, {}, context("PL"))) == ["a", "b", "c"]
    assert list(open_choices(asked, {}, context(None))) == ["a", "c"]
    outcome = Outcome.model_validate(
        {
            "text": "Go.",
            "steps": [
                {"to": "here", "label": "Here"},
                {"to": "there", "label": "There", "when": {"country": "PL"}},
                {"guide": "other"},
            ],
        }
    )
    assert [step.to for step in open_steps(outcome, {}, context("IT"))] == ["here", None]
    assert fits(outcome, "here", {}, context("IT"))
    assert not fits(outcome, "there", {}, context("IT"))
    assert not fits(outcome, None, {}, context("IT"))
