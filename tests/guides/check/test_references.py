"""Names in a guide that do not exist are told with file and line."""

from pathlib import Path

import pytest

from tests.guides.check.small_guide import checked, lines


def test_the_small_guide_has_no_fault(tmp_path: Path) -> None:
    assert checked(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("start: who", "start: what", "5: there is no node what"),
        ("- to: rest\n  since", "- to: nap\n  since", "16: there is no node nap"),
        ("{to: rest, label: Go on}", "{to: nap, label: Go}", "31: there is no node nap"),
        ("{to: rest, label: Go on}", "{to: rest}", "31: a step to a node needs a label"),
        (
            "{to: rest, label: Go on}",
            "{label: Go on}",
            "31: a step leads either to a node or to a guide",
        ),
        ("when: {who: firm}", "when: {whom: firm}", "15: there is no question whom"),
        ("when: {who: firm}", "when: {late: firm}", "15: there is no question late"),
        ("when: {who: firm}", "when: {who: bank}", "15: who has no choice bank"),
        ("when: {who: firm}", "when: {who: [firm, {a: b}]}", "15: who has no choice"),
        ("when: {who: firm}", "when: {who: }", "15: who has no choice None"),
        ("when: {country: IT}", "when: {country: [IT, FR]}", "29: there is no country FR"),
        (
            "when: {country: IT}",
            "when: {not: {any: [{country: DE}]}}",
            "29: there is no country DE",
        ),
        ("when: {country: IT}", "when: {any: {country: IT}}", "29: any needs a list"),
        ("when: {country: IT}", "when: {not: IT}", "29: a condition is a mapping, not 'IT'"),
        ("{over: days}", "{over: weeks}", "23: there is no fact weeks"),
        ("{over: days}", "{over: number}", "23: number is no period"),
        ("{over: days}", "{after: days}", "23: there is no test after"),
        ("{over: days}", "{above: 3}", "23: above is no test for since, a date"),
        ("{since: {over: days}}", "{since: 2026-01-01}", "23: since is a date: use one of"),
        ("  rest:\n", "  answers: {text: No.}\n  rest:\n", "32: answers means something else"),
        ("  rest:\n", "  who: {text: No.}\n  rest:\n", "32: who is a question and an outcome"),
        (
            "choices:\n      firm: A company\n      nobody: Nobody\n",
            "choices: {}\n",
            "7: who has no choices",
        ),
    ],
)
def test_what_does_not_exist(tmp_path: Path, old: str, new: str, told: str) -> None:
    found = lines(tmp_path, checked(tmp_path, (old, new)))
    assert any(line.startswith(told) for line in found), found


def test_numbers_are_tested_with_numbers(tmp_path: Path) -> None:
    change = ("kind: date", "kind: number"), ("{over: days}", "{above: many}")
    assert "23: above needs a number, not 'many'" in lines(tmp_path, checked(tmp_path, *change))


def test_a_guide_that_is_not_there_is_a_warning(tmp_path: Path) -> None:
    found = checked(tmp_path, ("{guide: small}", "{guide: small}\n      - {guide: scam}"))
    assert lines(tmp_path, found, "warning") == ["36: there is no guide scam yet"]
    assert lines(tmp_path, found) == []
