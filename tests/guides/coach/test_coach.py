"""The rules, each by the sentence that shows it, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guides.coach import PROBLEMS, load_coach
from bot.shipped import templates_folder
from bot.texts.language import LANGUAGES

COACH = load_coach(templates_folder() / "coach")
FRAGMENTS = st.sampled_from(
    ["idiot", "“", "”", '"', "!!!", "?", "you", "FIX", "IT", "NOW", "please", "…", "*", "f**k", "'",
     "your fault", "I'll kill you", "my wife", "\n", ", ", "złodzieje", "colpa sua", "proszę"]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(FRAGMENTS, max_size=30).map(" ".join))


@given(TEXTS, st.sampled_from(sorted(LANGUAGES)))
def test_any_text_is_heard_in_the_same_order(text: str, language: str) -> None:
    found = COACH.findings(text, language)
    assert list(found) == [problem for problem in PROBLEMS if problem in found]
    assert all(word in text for words in found.values() for word in words)
    assert COACH.problems(text, language) == list(found)


@given(TEXTS, st.sampled_from(sorted(LANGUAGES)))
def test_what_is_put_in_quotes_accuses_nobody(text: str, language: str) -> None:
    quoted = text.translate(dict.fromkeys(map(ord, '"“”«»„\n'), " "))[:190]
    found = COACH.problems(f"a «{quoted}»", language)
    assert not {"insult", "threat", "blame_operator", "shouting"} & set(found)


@given(st.lists(st.sampled_from(["line", "the", "since", "Monday"]), min_size=61))
def test_more_than_sixty_words_are_too_many(words: list[str]) -> None:
    assert "rambling" in COACH.problems(" ".join(words), "en")


@pytest.mark.parametrize("text", ["", "   ", "?", "…", "\N{RIGHT-TO-LEFT OVERRIDE}", "👍"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_says_nothing_asks_for_nothing(text: str, language: str) -> None:
    assert COACH.problems(text, language) == ["no_request"]


@pytest.mark.parametrize(
    ("text", "language", "problem", "words"),
    [
        ("Please listen, you IDIOT.", "en", "insult", ("IDIOT",)),
        ("Please, you lazy, lazy, lazy thieves.", "en", "insult", ()),
        ("This is sh*t, please help.", "en", "insult", ("sh*t",)),
        ("Non e’ colpa sua. Vorrei parlare.", "it", "blame_operator", ()),
        ("E' colpa sua. Vorrei parlare.", "it", "blame_operator", ("colpa sua",)),
        ("to Pana  wina, prosze", "pl", "blame_operator", ("Pana  wina",)),
        ("Jeśli trzeba, zabiję cię. Proszę.", "pl", "threat", ("zabiję cię",)),
        ("Please: I WILL WRITE it down", "en", "shouting", ()),
    ],
)
def test_the_words_to_leave_out_are_named(
    text: str, language: str, problem: str, words: tuple[str, ...]
) -> None:
    found = {str(one): said for one, said in COACH.findings(text, language).items()}
    assert found.get(problem, ()) == words


@pytest.mark.parametrize(
    ("text", "loud"),
    [
        ("My ADSL, VDSL and FTTH are down", False),
        ("I NEVER signed", False),
        ("MARIO ROSSI here, please call", False),
        ("the TV says NO SIGNAL", False),
        ("HELP ME", True),
        ("please do IT RIGHT NOW", True),
        ("please!!", False),
        ("please!?!", True),
        ("really???", False),
        ("helloooo", True),
    ],
)
def test_what_is_shouting(text: str, loud: bool) -> None:
    assert ("shouting" in COACH.problems(text, "en")) is loud


def test_family_alone_is_no_life_story() -> None:
    family = "My mother, my father, my wife and my sister cannot phone. Please help."
    assert COACH.problems(family, "en") == []
