"""Scripts, and what the coach is asked, are checked like letters and other conditions."""

from pathlib import Path

import pytest

from tests.guides.check.small_guide import LETTERS, checked, lines

TYPED = (
    ("kind: date", "kind: text"),
    ("{to: late, when: {since: {over: days}}}", "{to: late, when: {since: {coach: [insult]}}}"),
    ("Too late since {{ deadline('since', 'days') }}.", "Too late. {{ coach('since') }}"),
    ("{{ letter('stop') }}", "{{ script('stop') }} {{ speech('stop') }}"),
)


def test_what_the_coach_hears_opens_ways(tmp_path: Path) -> None:
    assert checked(tmp_path, *TYPED) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[insult]", "[insult, noise]", "23: the coach knows no noise, only insult, shouting"),
        ("kind: text", "kind: date", "23: coach is no test for since, a date"),
        ("coach('since')", "coach('who')", "28: coach('who') listens to who, which is not typed"),
        ("coach('since')", "coach('whom')", "28: there is no question whom"),
        ("script('stop')", "script('go')", "33: there is no script go.en"),
        ("speech('stop')", "speech('go')", "33: there is no script go.pl"),
    ],
)
def test_what_cannot_be_said(tmp_path: Path, old: str, new: str, told: str) -> None:
    changes = [(before, after.replace(old, new)) for before, after in TYPED]
    found = lines(tmp_path, checked(tmp_path, *changes))
    assert any(line.startswith(told) for line in found), found


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("Until {{ fact('days') }}.", "33: script stop.pl depends on the country"),
        ("It is {{ answer('whom') }}.", "33: script stop.pl: there is no question whom"),
    ],
)
def test_what_a_script_cannot_say(tmp_path: Path, script: str, told: str) -> None:
    letters = {**LETTERS, ("stop", "pl"): script}
    assert lines(tmp_path, checked(tmp_path, *TYPED, letters=letters)) == [told]
