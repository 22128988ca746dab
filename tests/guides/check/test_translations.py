"""Words in every language: there, short enough, with the same facts and valid markup."""

from pathlib import Path

import pytest

from bot.guides.check.translations import visible_length
from tests.guides.check.small_guide import LETTERS, checked, examples, lines

LATE = "Too late since {{ deadline('since', 'days') }}."
LONG = "A label that is clearly longer than thirty"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("title: Small", f"title: {LONG}", f"2: {LONG!r} has 42 characters, at most 30 fit"),
        ("firm: A company", f"firm: {LONG}", f"12: {LONG!r} has 42 characters, at most 30 fit"),
        ("label: Go on", f"label: {LONG}", f"31: {LONG!r} has 42 characters, at most 30 fit"),
        ("firm: A company", "firm: 🏢", "12: '🏢' says nothing without its picture"),
        (
            "firm: A company",
            "firm: A <b>firm</b>",
            "12: 'A <b>firm</b>' is shown as it is: no tags",
        ),
        ("short: Who", "short: <i>Who</i>", "10: '<i>Who</i>' is shown as it is: no tags here"),
        ("<b>Rest</b>", "<b>Rest", "33: <b> is never closed"),
        ("Too late since", "Late {{ fact('days' }}", "28: line 1 of the text: unexpected '}'"),
        ("Too late since", "Late {{ facts('days') }}", "28: there is no function facts"),
        ("Too late since", "Late {{ who }}", "28: there is no function who"),
        ("Too late since", "Late {{ fact('weeks') }}", "28: there is no fact weeks"),
        ("Too late since", "Late {{ fact(who) }}", "28: fact('') needs 1 ids in quotes"),
        (
            "Too late since",
            "Late {{ deadline('days') }}",
            "28: deadline('days') needs 2 ids in quotes",
        ),
        ("Too late since", "Late {{ answer('whom') }}", "28: there is no question whom"),
        (
            "deadline('since'",
            "deadline('who'",
            "28: deadline('who', 'days') counts from who, which",
        ),
        ("letter('stop')", "letter('go')", "33: there is no letter go.it"),
    ],
)
def test_the_source(tmp_path: Path, old: str, new: str, told: str) -> None:
    found = lines(tmp_path, checked(tmp_path, (old, new)))
    assert any(line.startswith(told) for line in found), found


@pytest.mark.parametrize(
    ("message", "translated", "told"),
    [
        ("Small", None, "2: pl: no translation of 'Small'"),
        ("The smallest of all.", None, "4: pl: no translation of 'The smallest of all.'"),
        ("Who calls?", None, "9: pl: no translation of 'Who calls?'"),
        ("Who", None, "10: pl: no translation of 'Who'"),
        ("A company", None, "12: pl: no translation of 'A company'"),
        (LATE, None, '28: pl: no translation of "Too late since {{ deadline(\'si…"'),
        ("Go on", None, "31: pl: no translation of 'Go on'"),
        ("Go on", LONG, f"31: pl: {LONG!r} has 42 characters, at most 30 fit"),
        ("Go on", "✅", "31: pl: '✅' says nothing without its picture"),
        (LATE, "Za późno.", "28: pl: the translation lacks deadline('since', 'days') and adds no"),
        (
            LATE,
            "Od {{ deadline('since', 'number') }}.",
            "28: pl: the translation lacks deadline('since', 'days') and adds deadline('since', 'num",
        ),
        (LATE, "{{ deadline('since', 'days') }} <b>", "28: pl: <b> is never closed"),
        (LATE, "{{ deadline('since', 'days') ", "28: pl: line 1 of the text: "),
    ],
)
def test_a_translation(tmp_path: Path, message: str, translated: str | None, told: str) -> None:
    found = lines(tmp_path, checked(tmp_path, translations={("pl", message): translated}))
    assert any(line.startswith(told) for line in found), found
    assert not any(": it: " in line for line in found)


def test_a_letter_must_be_there_in_each_language(tmp_path: Path) -> None:
    letters = {key: text for key, text in LETTERS.items() if key != ("stop", "pl")}
    told = "33: there is no letter stop.pl"
    assert lines(tmp_path, checked(tmp_path, letters=letters)) == [told]


def test_each_language_needs_twelve_examples(tmp_path: Path) -> None:
    found = lines(tmp_path, checked(tmp_path, (examples(12), examples(11))))
    assert found == [
        "37: en: 11 examples, at least 12 are needed",
        "49: it: 11 examples, at least 12 are needed",
        "61: pl: 11 examples, at least 12 are needed",
    ]


@pytest.mark.parametrize(("text", "length"), [("Phone", 5), ("☎️ Phone", 7), ("Pho\u0301ne", 5)])
def test_what_takes_no_room_does_not_count(text: str, length: int) -> None:
    assert visible_length(text) == length
