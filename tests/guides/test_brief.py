"""Say it in twenty seconds: what the guide composes, and how it leads through the coach."""

from collections.abc import Mapping

import pytest

from bot.guides.context import Context
from bot.guides.conversation import Conversation, answered
from bot.guides.functions import Functions
from bot.guides.library import Library, load_library
from bot.guides.model import Answer
from bot.guides.pages import GuidePages
from bot.guides.walk import replay
from bot.shipped import locales_folder, templates_folder
from bot.texts.catalogue import load_catalogues
from bot.texts.html import visible
from bot.texts.language import LANGUAGES, load_languages
from tests.guides.strategies import TODAY

VISIBLE_AT_MOST = 900
WISHES = ("repair", "refund", "cancel", "explain", "written")
EVERYTHING: Mapping[str, Answer] = {
    "company": "M" * 40,
    "code": "C" * 30,
    "since": "2026-09-22",
    "tried": ("restart", "cables", "site", "call", "write"),
}
FINE = {
    "en": "The internet has been down",
    "it": "Non funziona internet",
    "pl": "Nie działa internet",
}
LOUD = {
    "en": "You idiots, it is your fault, I'll kill you!!! When I was young my wife had a dog",
    "it": "Idioti, è colpa sua, vi ammazzo!!! Quando ero giovane mia moglie aveva un cane",
    "pl": "Idioci, to Pana wina, zabiję was!!! Za moich młodych lat żona miała psa",
}


@pytest.fixture(scope="module")
def library() -> Library:
    templates = templates_folder()
    return load_library(templates, load_languages(load_catalogues(locales_folder()), templates))


def context(library: Library, language: str) -> Context:
    return Context(None, TODAY, library.facts, library.coach.listener(language))


def said(library: Library, language: str, name: str, answers: Mapping[str, Answer]) -> str:
    guide, reader = library.guides["brief"], library.languages[language]
    here = context(library, language)
    functions = Functions(guide, answers, here, library.languages.__getitem__, reader)
    return visible(functions.script(name))


@pytest.mark.parametrize("script", ["opening_phone", "opening_short", "opening_chat"])
@pytest.mark.parametrize("wish", WISHES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_coach_has_nothing_to_say_about_what_is_composed(
    library: Library, language: str, wish: str, script: str
) -> None:
    answers: dict[str, Answer] = {
        "company": "ACME", "code": "4471", "since": "2026-09-22", "tried": ("restart", "call"),
        "want": wish, "what": FINE[language],
    }  # fmt: skip
    text = said(library, language, script, answers)
    heard = set(library.coach.problems(text, language))
    # The gap is in capitals, as in every letter.
    assert heard <= ({"shouting"} if script == "opening_short" else set()), text
    assert "ACME" in text
    assert "4471" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_skipped_leaves_no_trace(library: Library, language: str) -> None:
    answers = {
        "company": "ACME", "code": None, "since": None, "tried": (), "want": "refund",
        "what": "Stop.  ",
    }  # fmt: skip
    for script in ("opening_phone", "opening_short", "opening_chat"):
        text = said(library, language, script, answers)
        assert "None" not in text
        assert " ." not in text
        assert ".." not in text


@pytest.mark.parametrize("wish", WISHES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_answers_fit_the_screen(library: Library, language: str, wish: str) -> None:
    guide, here = library.guides["brief"], context(library, language)
    pages = GuidePages(library.guides, library.languages, library.languages[language], here)
    what = f"{LOUD[language]} {'word ' * 80}"[:300].strip()
    answers = {**EVERYTHING, "want": wish, "what": what}
    for way in ({}, {"heard": "phone"}, {"heard": "phone", "phone": "chat"}, {"heard": "short"}):
        screen = pages.screen(guide, Conversation({**answers, **way}))
        assert len(visible(screen.text)) <= VISIBLE_AT_MOST, way


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_coach_comes_first_and_lets_the_person_decide(library: Library, language: str) -> None:
    guide, here = library.guides["brief"], context(library, language)
    before = Conversation({**EVERYTHING, "want": "repair"})
    fine = answered(guide, before, here, "what", FINE[language])
    assert replay(guide, fine.answers, here).end == "phone"
    loud = answered(guide, before, here, "what", LOUD[language])
    assert replay(guide, loud.answers, here).end == "heard"
    kept = answered(guide, loud, here, "heard", "phone")
    assert replay(guide, kept.answers, here).end == "phone"
    assert LOUD[language] in said(library, language, "opening_phone", kept.answers)
    again = answered(guide, kept, here, "phone", "what")
    assert replay(guide, again.answers, here).end == "what"
    assert again.answers == before.answers
