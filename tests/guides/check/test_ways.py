"""Places that nobody reaches, and places that nobody leaves."""

from pathlib import Path

import pytest

from tests.guides.check.small_guide import checked, lines


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "      - to: rest\n  since",
            "  since",
            ["14: dead end: no branch of who takes the answer nobody (everywhere)"],
        ),
        (
            "      - to: rest\noutcomes",
            "      - {to: rest, when: {since: {within: days}}}\noutcomes",
            ["22: dead end: no branch of since takes the answer skipped (everywhere, such as"],
        ),
        (
            "      - to: rest\n  since",
            "      - {to: rest, when: {country: [IT, PL, GB, US, XX]}}\n  since",
            ["14: dead end: no branch of who takes the answer nobody (EU)"],
        ),
        (
            "      nobody: Nobody\n",
            "      nobody: {label: Nobody, when: {country: IT}}\n",
            [],
        ),
        (
            "      firm: A company\n      nobody: Nobody\n",
            "      firm: {label: A company, when: {country: IT}}\n",
            ["7: dead end: who has no answer to give (PL, GB, US, EU, XX)"],
        ),
        ("    steps:\n      - {guide: small}\n", "", ["32: dead end: rest offers no next step"]),
        ("{guide: small}", "{guide: scam}", ["32: dead end: rest offers no next step"]),
        (
            "{guide: small}",
            "{guide: small, when: {country: IT}}",
            ["32: dead end: rest offers no next step (PL, GB, US, EU, XX"],
        ),
        (
            "      - {to: late, when: {since: {over: days}}}\n",
            "",
            ["25: the outcome late is reached from nowhere"],
        ),
        (
            "      - {to: since, when: {who: firm}}\n",
            "",
            [
                "16: the question since is reached from nowhere",
                "25: the outcome late is reached from nowhere",
            ],
        ),
        (
            "{since: {over: days}}",
            "{since: {over: days}, who: nobody}",
            ["26: the outcome late is reached from nowhere"],
        ),
    ],
)
def test_ways(tmp_path: Path, old: str, new: str, told: list[str]) -> None:
    found = lines(tmp_path, checked(tmp_path, (old, new)))
    assert len(found) == len(told), found
    assert all(line.startswith(start) for line, start in zip(found, told, strict=True)), found


def test_a_loop_needs_a_way_out(tmp_path: Path) -> None:
    change = ("- {to: late, when: {since: {over: days}}}\n      - to: rest", "- to: who")
    also = ("      - {to: since, when: {who: firm}}\n      - to: rest", "      - to: since")
    found = lines(tmp_path, checked(tmp_path, change, also))
    assert "7: nobody gets out of the loop through who to an outcome (everywhere)" in found
    assert "16: nobody gets out of the loop through since to an outcome (everywhere)" in found


def test_a_loop_with_a_way_out_is_fine(tmp_path: Path) -> None:
    change = ("      - to: rest\noutcomes", "      - to: who\noutcomes")
    assert lines(tmp_path, checked(tmp_path, change)) == []


def test_a_branch_that_needs_a_fact_which_a_country_lacks(tmp_path: Path) -> None:
    found = lines(tmp_path, checked(tmp_path, ("{over: days}", "{over: old}")))
    assert "22: since leads nowhere: no fact old for IT (IT)" in found
    assert not any("(PL)" in line for line in found)
