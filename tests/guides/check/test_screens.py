"""What would fail on a screen is told by country, with file and line."""

from pathlib import Path

import pytest

from bot.guides.facts import Facts
from bot.guides.model import COUNTRIES
from tests.guides.check.small_guide import LETTERS, checked, lines
from tests.guides.strategies import fact


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (", when: {country: IT}", "", ["29: there is no fact number (PL, GB, US, EU, XX)"]),
        ("country: IT", "country: [IT, GB]", ["29: there is no fact number (GB)"]),
        ("country: IT", "not: {country: [PL, GB, EU, XX]}", ["29: there is no fact number (US)"]),
        (
            "ask: Who calls?",
            "ask: {text: Who calls?, facts: [old]}",
            ["9: there is no fact old (IT, GB, US, EU, XX)"],
        ),
        ("<b>Rest</b>", "Rest {% if has_fact('old') %}{{ fact('old') }}{% endif %}", []),
        (
            "ask: Since when?",
            "ask: {text: Since when?, when: {country: IT}}",
            [
                "17: since has nothing to say (PL, GB, US, EU, XX, such as with who=firm)",
            ],
        ),
        (
            "<b>Rest</b>",
            "Until {{ deadline('since', 'days') }}",
            ["33: deadline('since', 'days') where since is not answered (everywhere)"],
        ),
        (
            "      nobody: Nobody\n",
            "".join(f"      n{number}: Nobody {number}\n" for number in range(8)),
            ["7: who has 9 buttons, at most 8 are allowed (everywhere)"],
        ),
        (
            "      - {guide: small}",
            "\n".join(f"      - {{to: late, label: L{number}}}" for number in range(9)),
            [
                "28: deadline('since', 'days') where since is not answered (everywhere)",
                "32: rest has 9 buttons, at most 8 are allowed (everywhere, such as with who=nobody)",
            ],
        ),
    ],
)
def test_screens(tmp_path: Path, old: str, new: str, told: list[str]) -> None:
    found = lines(tmp_path, checked(tmp_path, (old, new)))
    assert [line for line in found if line in told] == told, found
    if not told:
        assert found == []


def test_a_fact_that_is_old_or_doubtful_is_a_warning(tmp_path: Path) -> None:
    blocks = """\
    text:
      - {text: One., facts: [old], when: {country: PL}}
      - {text: Two., facts: [doubtful, old], when: {country: IT}}
      - {text: Three., facts: [old], when: {country: PL}}
      - Four."""
    change = ("    text: <b>Rest</b> a while. {{ letter('stop') }}", blocks)
    found = checked(tmp_path, change)
    assert lines(tmp_path, found, "warning") == [
        "34: fact PL.old was last confirmed in 2024-01 (PL)",
        "35: fact IT.doubtful is of low confidence (IT)",
    ]
    assert lines(tmp_path, found) == ["35: there is no fact old (IT)"]


def test_a_deadline_needs_a_period(tmp_path: Path) -> None:
    change = ("{{ deadline('since', 'days') }}.", "{{ deadline('since', 'number') }}.")
    facts = Facts(
        [
            *(fact(country, "days") for country in COUNTRIES),
            *(fact(country, "number", "800", unit="phone") for country in COUNTRIES),
        ]
    )
    sentence = "deadline('since', 'number') with a fact that is no period of whole days or months"
    assert lines(tmp_path, checked(tmp_path, change, facts=facts)) == [
        f"28: {sentence} (everywhere)"
    ]


def test_the_letters_need_facts_too(tmp_path: Path) -> None:
    letters = {**LETTERS, ("stop", "en"): "Since {{ fact('number') }}."}
    sentence = "33: letter stop.en: there is no fact number (GB, US, EU, XX)"
    assert lines(tmp_path, checked(tmp_path, letters=letters)) == [sentence]
    dated = {**LETTERS, ("stop", "pl"): "Until {{ deadline('since', 'days') }}."}
    sentence = "33: letter stop.pl: deadline('since', 'days') where since is not answered"
    assert lines(tmp_path, checked(tmp_path, letters=dated)) == [f"{sentence} (PL, EU, XX)"]
