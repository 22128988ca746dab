"""Conditions: what holds, what needs the country, what is mentioned."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given

from bot.guides.check.samples import says_what_is_wrong
from bot.guides.conditions import as_values, asks_country, deadline, holds, mentioned
from bot.guides.context import CountryNeededError
from bot.guides.facts import Facts
from bot.guides.model import Answer
from tests.guides.strategies import CHOICES, TODAY, conditions, context, fact

FORTNIGHT = timedelta(days=14)
ON_TIME = (TODAY - FORTNIGHT).isoformat()
LATE = (TODAY - FORTNIGHT - timedelta(days=1)).isoformat()


@pytest.mark.parametrize(
    ("condition", "answers", "expected"),
    [
        ({}, {}, True),
        ({"country": "IT"}, {}, True),
        ({"country": ["PL", "GB"]}, {}, False),
        ({"where": "phone"}, {"where": "phone"}, True),
        ({"where": ["phone", "mail"]}, {"where": "mail"}, True),
        ({"where": "phone"}, {"where": "mail"}, False),
        ({"where": "phone"}, {}, False),
        ({"sure": True}, {"sure": "yes"}, True),
        ({"sure": False}, {"sure": "yes"}, False),
        ({"sure": [False, True]}, {"sure": "no"}, True),
        ({"ticks": "a"}, {"ticks": ("a", "b")}, True),
        ({"ticks": "c"}, {"ticks": ("a", "b")}, False),
        ({"ticks": "a"}, {"ticks": ()}, False),
        ({"where": "phone", "sure": "yes"}, {"where": "phone", "sure": "no"}, False),
        ({"not": {"where": "phone"}}, {"where": "mail"}, True),
        ({"not": {"where": "phone"}}, {}, True),
        ({"any": [{"where": "phone"}, {"sure": "no"}]}, {"sure": "no"}, True),
        ({"any": [{"where": "phone"}, {"sure": "no"}]}, {"sure": "yes"}, False),
        ({"since": {"over": "period"}}, {"since": LATE}, True),
        ({"since": {"over": "period"}}, {"since": ON_TIME}, False),
        ({"since": {"within": "period"}}, {"since": ON_TIME}, True),
        ({"since": {"within": "period"}}, {"since": LATE}, False),
        ({"since": {"within": "period"}}, {"since": None}, False),
        ({"since": {"over": "period"}}, {}, False),
        ({"euro": {"above": 10}}, {"euro": 10.5}, True),
        ({"euro": {"above": 10}}, {"euro": 10.0}, False),
        ({"euro": {"below": 10}}, {"euro": 9.5}, True),
        ({"euro": {"above": 1, "below": 10}}, {"euro": 5.0}, True),
        ({"euro": {"below": 10}}, {"euro": None}, False),
        ({"name": {"given": True}}, {"name": "x"}, True),
        ({"name": {"given": True}}, {"name": None}, False),
        ({"name": {"given": False}}, {"name": None}, True),
        ({"name": {"given": False}}, {}, False),
        ({"ticks": {"given": False}}, {"ticks": ()}, True),
    ],
)
def test_what_holds(condition: dict[str, Any], answers: dict[str, Answer], expected: bool) -> None:
    assert holds(condition, answers, context("IT")) is expected


@pytest.mark.parametrize("condition", [{"country": "IT"}, {"since": {"over": "period"}}])
def test_a_country_not_known_yet_is_asked_for(condition: dict[str, Any]) -> None:
    with pytest.raises(CountryNeededError):
        holds(condition, {"since": LATE}, context(None))
    assert asks_country({"not": {"any": [condition]}})


def test_other_conditions_do_without_a_country() -> None:
    assert not asks_country({"where": "phone", "euro": {"above": 1}, "not": {"sure": "yes"}})


def test_a_deadline_is_counted_with_the_fact_of_the_country() -> None:
    facts = Facts([fact("EU", "period", 7), fact("PL", "period", 2, unit="days_working")])
    start = date(2026, 11, 6)
    assert deadline(start, "period", context("IT", facts)) == date(2026, 11, 13)
    assert deadline(start, "period", context("PL", facts)) == date(2026, 11, 10)
    with pytest.raises(LookupError, match="no fact period for US"):
        deadline(start, "period", context("US", facts))


def test_mentioned_looks_into_not_and_any() -> None:
    condition = {"country": "IT", "not": {"a": 1}, "any": [{"b": 2}, {"not": {"c": 3}}]}
    assert list(mentioned(condition)) == [("country", "IT"), ("a", 1), ("b", 2), ("c", 3)]


def test_yes_and_no_of_yaml_are_words() -> None:
    assert as_values([True, False, "maybe"]) == {"yes", "no", "maybe"}
    assert as_values(True) == {"yes"}


@given(conditions({"q0": "choice", "q1": "several"}))
def test_not_turns_everything_around(condition: dict[str, Any]) -> None:
    for choice in CHOICES:
        answers: dict[str, Answer] = {"q0": choice, "q1": (choice,)}
        assert holds({"not": condition}, answers, context()) is not holds(
            condition, answers, context()
        )


@pytest.mark.parametrize(
    ("wanted", "answer", "expected"),
    [
        ("insult", "insult", True),
        (["threat", "insult"], "insult", True),
        (["threat", "shouting"], "insult", False),
        ("insult", "", False),
        ("insult", None, False),
    ],
)
def test_what_the_coach_hears(wanted: Any, answer: Answer, expected: bool) -> None:
    listening = replace(context(None), coach=says_what_is_wrong)
    assert holds({"what": {"coach": wanted}}, {"what": answer}, listening) is expected
    assert not holds({"what": {"coach": wanted}}, {}, listening)
    assert not holds({"what": {"coach": wanted}}, {"what": answer}, context(None))
