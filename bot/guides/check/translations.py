"""What people read, in every language: there, short enough, the same facts, valid markup."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from bot.guides.check.markup import has_markup, wrong_markup
from bot.guides.check.needs import Letters
from bot.guides.check.parts import Words, words
from bot.guides.check.problem import Problem
from bot.guides.check.templates import wrong_calls, wrong_syntax
from bot.guides.facts import Facts
from bot.guides.loader import Source
from bot.guides.model import LABEL_LIMIT, Guide
from bot.guides.words import calls
from bot.texts.catalogue import SOURCE
from bot.texts.language import LANGUAGES

Translate = Callable[[str, str, str], str | None]
"""From language, domain (the guide's id) and source text; None where it is missing."""

FEWEST_EXAMPLES = 12


def check_words(
    source: Source, facts: Facts, letters: Letters, translate: Translate
) -> Iterable[Problem]:
    guide = source.guide
    for said in words(guide):
        where = source.document.where(said.place)
        for sentence in _wrong_source(said, guide, facts, letters):
            yield Problem(where, sentence)
        for language in LANGUAGES:
            if language != SOURCE:
                translated = translate(language, guide.id, said.text)
                for sentence in _wrong_translation(said, translated):
                    yield Problem(where, f"{language}: {sentence}")
    yield from _examples(source)


def _examples(source: Source) -> Iterator[Problem]:
    for language in LANGUAGES:
        count = len(getattr(source.guide.examples, language))
        if count < FEWEST_EXAMPLES:
            where = source.document.where(("examples", language))
            sentence = f"{language}: {count} examples, at least {FEWEST_EXAMPLES} are needed"
            yield Problem(where, sentence)


def _wrong_source(said: Words, guide: Guide, facts: Facts, letters: Letters) -> Iterator[str]:
    yield from _wrong_form(said, said.text)
    if said.use == "text" and not wrong_syntax(said.text):
        yield from wrong_calls(said.text, guide, facts, letters)


def _wrong_translation(said: Words, text: str | None) -> Iterator[str]:
    if text is None:
        yield f"no translation of {_short(said.text)!r}"
        return
    yield from _wrong_form(said, text)
    if said.use == "text" and calls(text) != calls(said.text):
        missing = ", ".join(sorted(map(str, calls(said.text) - calls(text))))
        added = ", ".join(sorted(map(str, calls(text) - calls(said.text))))
        yield f"the translation lacks {missing or 'nothing'} and adds {added or 'nothing'}"


def _wrong_form(said: Words, text: str) -> Iterator[str]:
    if said.use == "text":
        wrong = wrong_syntax(text)
        yield from [wrong] if wrong else wrong_markup(text)
        return
    if has_markup(text):
        yield f"{text!r} is shown as it is: no tags here"
    if said.use == "label":
        if visible_length(text) > LABEL_LIMIT:
            yield f"{text!r} has {visible_length(text)} characters, at most {LABEL_LIMIT} fit"
        if not any(sign.isalnum() for sign in text):
            yield f"{text!r} says nothing without its picture"


def visible_length(text: str) -> int:
    """Characters that take room: no joiners, no variation selectors, no accents of their own."""
    return sum(
        unicodedata.category(sign) not in {"Mn", "Me", "Cf"}
        for sign in unicodedata.normalize("NFC", text)
    )


def _short(text: str) -> str:
    first = text.splitlines()[0]
    return first if len(first) <= LABEL_LIMIT else f"{first[:LABEL_LIMIT]}…"
