"""Every number, address, phone number and law on a guide's screen comes from a fact."""

import re
from collections.abc import Iterator

import pytest
import yaml

from bot.shipped import locales_folder, templates_folder
from bot.texts.catalogue import load_catalogues

# What stands in words that a fact brings along is the fact's.
CALL = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
DIGIT = re.compile(r"\d")
ADDRESS = re.compile(
    r"https?:|www\.|\b[\w-]+\.(?:com|org|it|pl|eu|uk|gov|net)\b|@\w", re.IGNORECASE
)
LAW = re.compile(
    r"\b(?:GDPR|RODO|D\.\s?Lgs|L\.\s?\d|DPR|Dz\.\s?U|CFR|U\.?S\.?C\.|art\.|artt\.|ust\.|reg\.|"
    r"Directive|Direttiva|Dyrektyw\w*|Regulation|Regolamento|Rozporządzeni\w*)(?!\w)"
)

# A text with one of these words may hold what the pattern finds, for the reason given.
EXCEPTIONS: dict[str, str] = {}


def texts() -> Iterator[tuple[str, str]]:
    """Where, and the text: guides, their translations, letters."""
    for path in sorted((templates_folder() / "guides").glob("*.yaml")):
        for text in strings(yaml.safe_load(path.read_text(encoding="utf-8"))):
            yield path.name, text
    guides = {path.stem for path in (templates_folder() / "guides").glob("*.yaml")}
    for (language, domain), catalogue in load_catalogues(locales_folder()).items():
        if domain in guides and catalogue.catalog:
            for message in (one for one in catalogue.catalog if one.id):
                yield f"{language}/{domain}.po", str(message.string)
    for path in sorted((templates_folder() / "letters").glob("*.j2")):
        yield path.name, path.read_text(encoding="utf-8")


def strings(value: object, key: str = "") -> Iterator[str]:
    """What a reader sees of a guide: not its conditions, limits or example sentences."""
    if isinstance(value, str) and key in {"title", "summary", "ask", "text", "label", "short", ""}:
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name in {"when", "next", "examples", "facts", "id", "to", "guide", "kind"}:
                continue
            yield from strings(inner, "" if key == "choices" else str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, key)


@pytest.mark.parametrize("pattern", [DIGIT, ADDRESS, LAW], ids=["digits", "addresses", "laws"])
def test_no_claim_stands_outside_the_facts(pattern: re.Pattern[str]) -> None:
    found = [
        f"{where}: {claim.group()!r} in {words.strip()[:80]!r}"
        for where, text in texts()
        if (words := CALL.sub(" ", text)) and (claim := pattern.search(words))
        if not any(word in text for word in EXCEPTIONS)
    ]
    assert found == []


def test_the_scan_would_find_what_it_looks_for() -> None:
    bad = "Call 800 957 766 or see www.example.org within {{ fact('x') }}, art. 21 GDPR"
    words = CALL.sub(" ", bad)
    assert all(pattern.search(words) for pattern in (DIGIT, ADDRESS, LAW))
    assert not DIGIT.search(CALL.sub(" ", "within {{ fact('days_30') }}"))
