"""Random guides, answers and places to walk them in."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from bot.guides.context import Context
from bot.guides.facts import Fact, Facts
from bot.guides.model import COUNTRIES, Answer, Guide

TODAY = date(2026, 11, 22)
CHOICES = ("a", "b", "c")
KINDS = ("choice", "several", "text", "date", "number", "yes_no")


def fact(country: str, fact_id: str, value: object = 14, **others: object) -> Fact:
    return Fact.model_validate(
        {
            "country": country,
            "id": fact_id,
            "topic": "opt_out",
            "sector": "any",
            "value": value,
            "unit": "days_calendar",
            "fact": "A rule.",
            "source": "https://example.org/rule",
            "confirmed": "2026-10",
            "confidence": "high",
            **others,
        }
    )


FACTS = Facts(fact(country, "period") for country in COUNTRIES)


def context(country: str | None = "IT", facts: Facts = FACTS) -> Context:
    return Context(country, TODAY, facts)


contexts = st.sampled_from([None, *COUNTRIES]).map(context)


def _wanted(kind: str) -> st.SearchStrategy[object]:
    if kind in {"choice", "several"}:
        return st.lists(st.sampled_from(CHOICES), min_size=1, max_size=2)
    if kind == "yes_no":
        return st.sampled_from(["yes", "no", True, False])
    if kind == "date":
        return st.sampled_from([{"over": "period"}, {"within": "period"}, {"given": True}])
    if kind == "number":
        return st.sampled_from([{"above": 10}, {"below": 10}, {"given": False}])
    return st.sampled_from([{"given": True}, {"given": False}])


@st.composite
def conditions(draw: st.DrawFn, kinds: dict[str, str], depth: int = 1) -> dict[str, Any]:
    """Small ones on the country and on the questions of the guide, often empty."""
    if draw(st.booleans()):
        return {}
    condition: dict[str, Any] = {}
    if draw(st.integers(0, 3)) == 0:
        condition["country"] = draw(st.lists(st.sampled_from(COUNTRIES), min_size=1, max_size=4))
    for key in draw(st.lists(st.sampled_from(sorted(kinds)), max_size=2, unique=True)):
        condition[key] = draw(_wanted(kinds[key]))
    if depth and draw(st.integers(0, 4)) == 0:
        condition["not"] = draw(conditions(kinds, depth - 1))
    if depth and draw(st.integers(0, 4)) == 0:
        condition["any"] = draw(st.lists(conditions(kinds, depth - 1), min_size=1, max_size=2))
    return condition


@st.composite
def guides(draw: st.DrawFn) -> Guide:
    """Any shape that the model takes: loops, branches that nothing fits, outcomes behind others."""
    asked = [f"q{number}" for number in range(draw(st.integers(1, 5)))]
    ends = [f"o{number}" for number in range(draw(st.integers(1, 3)))]
    kinds = {name: draw(st.sampled_from(KINDS)) for name in asked}
    targets = st.sampled_from([*asked, *ends])
    return Guide.model_validate(
        {
            "id": "random",
            "title": "Random",
            "icon": "🎲",
            "summary": "Any shape.",
            "start": draw(st.sampled_from([*asked, ends[0]])),
            "questions": {
                name: draw(_questions(name, kinds, targets)) for name in asked
            },
            "outcomes": {name: draw(_outcomes(kinds, targets)) for name in ends},
        }
    )  # fmt: skip


@st.composite
def _questions(
    draw: st.DrawFn, name: str, kinds: dict[str, str], targets: st.SearchStrategy[str]
) -> dict[str, Any]:
    branch = st.fixed_dictionaries({"to": targets, "when": conditions(kinds)})
    question: dict[str, Any] = {
        "kind": kinds[name],
        "ask": draw(st.sampled_from(["What?", "Until {{ fact('period') }}?"])),
        "short": "What",
        "optional": draw(st.booleans()),
        "next": draw(st.lists(branch, min_size=1, max_size=3)),
    }
    if kinds[name] in {"choice", "several"}:
        question["choices"] = {
            choice: {"label": choice.upper(), "when": draw(conditions(kinds))}
            for choice in CHOICES
        }  # fmt: skip
    if kinds[name] == "several":
        question["at_least"] = draw(st.integers(0, 2))
    if kinds[name] == "date":
        question["when_in_time"] = draw(st.sampled_from(["past", "future", "any"]))
    return question


@st.composite
def _outcomes(
    draw: st.DrawFn, kinds: dict[str, str], targets: st.SearchStrategy[str]
) -> dict[str, Any]:
    step = st.fixed_dictionaries({"to": targets, "label": st.just("On"), "when": conditions(kinds)})
    return {"text": "Done.", "steps": draw(st.lists(step, max_size=3))}


answers: st.SearchStrategy[Answer] = st.one_of(
    st.none(),
    st.sampled_from([*CHOICES, "yes", "no", "q0", "o0", "", "  ", "d"]),
    st.lists(st.sampled_from([*CHOICES, "d"]), max_size=3).map(tuple),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)).map(date.isoformat),
    st.sampled_from(["2026-02-30", "1200-01-01", "9999-12-31", "20261103"]),
    st.sampled_from([0.0, 10.0, 11.0, -1.0, float("inf"), float("nan")]),
    st.text(max_size=300),
)


def given_answers(guide: Guide) -> st.SearchStrategy[dict[str, Answer]]:
    """Any answers to any of its nodes, and to some that it does not have."""
    names = [*guide.questions, *guide.outcomes, "nowhere"]
    return st.dictionaries(st.sampled_from(names), answers)
