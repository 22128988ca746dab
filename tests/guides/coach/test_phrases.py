"""How an editor's phrases are found, and what is told of a list that is wrong."""

from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.guides.coach import load_coach
from bot.guides.coach.phrases import Phrases
from bot.guides.coach.said import Said
from bot.shipped import templates_folder


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("idiot*", "What IDIOTS!", ("IDIOTS",)),
        ("idiot", "idiots", ()),
        ("your/his fault", "his, your fault", ("your fault",)),
        ("smash … face", "smash your ugly face", ("smash your ugly face",)),
        ("smash … face", "smash one two three four face", ()),
        ("smash … face", "smash it, my face is red", ()),
        ("you and … me", "you and all of me", ("you and all of me",)),
        ("called me *", "they called me names", ("called me names",)),
        ("^send", "Now send it. They send bills.", ("send",)),
        ("don't/never care", "you dont care", ("dont care",)),
        ("dell'azienda", "la colpa dell’azienda", ("dell’azienda",)),
        ("złodzieje", "ZLODZIEJE!", ("ZLODZIEJE",)),
        ("so, there", "so there", ("so there",)),
    ],
)
def test_a_phrase(phrase: str, text: str, found: tuple[str, ...]) -> None:
    assert Phrases([phrase]).found_in(Said(text, {"and", "now"})) == found


def test_the_longer_of_two_wins() -> None:
    phrases = Phrases(["stupid"], ["stupid question", "feel … stupid"])
    assert phrases.found_in(Said("A stupid question: I feel so stupid")) == ()
    assert phrases.found_in(Said("a stupid, stupid line")) == ("stupid",)


@pytest.mark.parametrize("phrase", ["", "…", "* …", "!!", "you / me"])
def test_a_phrase_without_a_word_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="no word"):
        Phrases([phrase])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    - moron*\n", "    - '?!'\n", "no word in '?!'"),
        ("    - moron*\n", "    - yes\n", "valid string"),
        ("threat:\n", "treat:\n", "threat: Field required"),
        ("joiners: [", "joiners: [[], ", "valid string"),
    ],
)
def test_a_wrong_list_is_told_with_file_and_line(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    for path in (templates_folder() / "coach").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        changed = text.replace(old, new, 1) if path.stem == "en" else text
        (tmp_path / path.name).write_text(changed, encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load_coach(tmp_path)
    assert any(
        problem.startswith(f"{tmp_path / 'en.yaml'}:") and told in problem
        for problem in raised.value.problems
    )


def test_missing_lists_are_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"pl\.yaml:1: the word lists of the coach are missing"):
        load_coach(tmp_path)
