"""What is heard and what is left alone: sentences as people type them, a line each."""

from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.guides.loader import load_guides
from bot.safety.words import SafetyWords, load_safety_words
from bot.texts.language import LANGUAGES

TEMPLATES = Path(__file__).parents[2] / "templates"
SENTENCES = Path(__file__).parent / "sentences"
WORDS = load_safety_words(TEMPLATES / "safety")


def sentences(kind: str, language: str) -> list[str]:
    return (SENTENCES / f"{kind}.{language}.txt").read_text(encoding="utf-8").splitlines()


def of_all_languages(kind: str) -> list[str]:
    return [sentence for language in LANGUAGES for sentence in sentences(kind, language)]


@pytest.mark.parametrize("sentence", of_all_languages("need"))
def test_despair_and_threats_are_heard(sentence: str) -> None:
    assert WORDS.found_in(sentence)


@pytest.mark.parametrize("sentence", of_all_languages("everyday"))
def test_everyday_anger_is_left_alone(sentence: str) -> None:
    assert not WORDS.found_in(sentence)


@pytest.mark.parametrize("sentence", of_all_languages("need"))
def test_how_it_is_typed_does_not_matter(sentence: str) -> None:
    assert WORDS.found_in(sentence.upper())
    assert WORDS.found_in(f"Three months without a line!!\n{sentence}\n({sentence}…)")
    assert WORDS.found_in(sentence.replace("'", "’").replace(" ", "\n"))
    assert WORDS.found_in(sentence.replace(" ", " \N{ZERO WIDTH SPACE}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_people_ask_for_a_guide_is_everyday(language: str) -> None:
    for guide in load_guides(TEMPLATES / "guides").values():
        heard = [said for said in getattr(guide.examples, language) if WORDS.found_in(said)]
        assert heard == []


def test_a_saying_swallows_only_what_it_covers() -> None:
    words = SafetyWords(["kill myself", "- kill myself laughing"])
    assert not words.found_in("I nearly kill myself laughing")
    assert words.found_in("I kill myself laughing, and then I kill myself")
    assert words.found_in("I'll kill myself")


def test_the_longer_phrase_is_the_closer_reading() -> None:
    words = SafetyWords(["farla finita", "- farla finita con", "farla finita con la vita"])
    assert words.found_in("voglio farla finita")
    assert not words.found_in("voglio farla finita con voi")
    assert words.found_in("voglio farla finita con la vita")


def test_signs_of_a_phrase() -> None:
    words = SafetyWords(["want/wanna … die", "suicid*"])
    assert words.found_in("I want so much to die")
    assert words.found_in("wanna die")
    assert words.found_in("pensieri suicidi")
    assert not words.found_in("I want nothing of this to die")
    assert not words.found_in("I want a diet")


def test_no_words_hear_nothing() -> None:
    assert not SafetyWords([]).found_in("I want to die")


def test_a_folder_without_words_is_refused(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text("# only a remark\n\n", encoding="utf-8")
    with pytest.raises(ContentError, match="no safety words"):
        load_safety_words(tmp_path)
