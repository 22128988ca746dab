"""Translations, dates, numbers, and the escaping of whatever people type."""

import html
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ContentError
from bot.shipped import locales_folder, templates_folder
from bot.texts.catalogue import load_catalogues
from bot.texts.html import clipped, escape, utf16_length, visible
from bot.texts.language import LANGUAGES, Language, language_for, load_languages


@pytest.fixture(scope="module")
def languages() -> dict[str, Language]:
    return dict(load_languages(load_catalogues(locales_folder()), templates_folder()))


def test_dates_and_money_in_the_readers_form(languages: dict[str, Language]) -> None:
    day = date(2026, 3, 1)
    shown = [
        languages[code].long_date(day).replace("\N{NO-BREAK SPACE}", " ") for code in LANGUAGES
    ]
    assert shown == ["1 March 2026", "1 marzo 2026", "1 marca 2026"]
    money = [
        languages[code].money(2.5, "EUR").replace("\N{NO-BREAK SPACE}", " ") for code in LANGUAGES
    ]
    assert money == ["€2.50", "2,50 €", "2,50 €"]


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 dzień"), (2, "2 dni"), (5, "5 dni"), (22, "22 dni")]
)
def test_polish_has_three_plurals(languages: dict[str, Language], count: int, words: str) -> None:
    form = languages["pl"].ngettext("%(num)s day", "%(num)s days", count) % {"num": count}
    assert form.replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize(
    ("code", "ours"), [("it-IT", "it"), ("PL", "pl"), ("de", "en"), (None, "en")]
)
def test_telegrams_language_code_is_one_of_ours(code: str | None, ours: str) -> None:
    assert language_for(code, "en") == ours


def test_a_broken_catalogue_is_named_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "it" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "galateo.po").write_text('msgid "a"\nmsgstr "b"\nnonsense here\n')
    with pytest.raises(ContentError, match=r"galateo\.po:\d+"):
        load_catalogues(tmp_path)


@given(st.text())
def test_what_people_type_is_shown_as_they_typed_it(text: str) -> None:
    assert visible(escape(text)) == text
    assert "<" not in escape(text)


@given(st.text(max_size=200))
def test_a_template_escapes_its_values(text: str) -> None:
    language = Language("en", {}, templates_folder())
    shown = language.template("<b>{{ typed() }}</b>", {"typed": lambda: text})
    assert html.unescape(shown) == f"<b>{text}</b>".strip()
    assert shown.count("<") == 2


@given(st.text(max_size=300), st.integers(min_value=2, max_value=100))
def test_clipping_keeps_the_limit(text: str, limit: int) -> None:
    assert len(clipped(text, limit)) <= limit


def test_an_emoji_counts_two() -> None:
    assert utf16_length("a😔") == 3
