"""Numbers of cards, tax offices and registers: told by their checksums, or by the words near them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from stdnum import iban, luhn
from stdnum.gb import nhs, utr
from stdnum.it import codicefiscale, iva
from stdnum.pl import nip, pesel, regon

from bot.stories.redaction.finders.shapes import GROUPS, LONG
from bot.stories.redaction.numbers import Run
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

Check = Callable[[str], bool]
FISCAL = re.compile(
    r"\b[a-z]{3}[ .\-]?[a-z]{3}[ .\-]?[0-9lmnpqrstuv]{2}[ .\-]?[a-ehlmprst][ .\-]?"
    r"[0-9lmnpqrstuv]{2}[ .\-]?[a-z][ .\-]?[0-9lmnpqrstuv]{3}[ .\-]?[a-z]\b"
)
NINO = re.compile(r"\b[a-z]{2}[ .\-]?(?:\d{2}[ .\-]?){3}[a-d]\b")
SSN = re.compile(r"(?<![\d\-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d\-])")
ITALIAN_CARD = re.compile(r"\bc[a-z] ?\d{5} ?[a-z]{2}\b")
POLISH_CARD = re.compile(r"\b[a-z]{3} ?\d{3} ?\d{3}\b")
VAT = re.compile(r"\b(?P<country>it|pl|gb|de|fr|es|ie) ?(?P<number>\d(?:[ .\-]?\d){8,11})\b")
EIN = re.compile(r"(?<![\d\-])\d{2}-\d{7}(?![\d\-])")
DOCUMENT = re.compile(
    r"\b(?:[a-z]{1,3} ?(?:nr\.? |numer )?)?\d{3} ?\d{3,6}(?: ?[a-z]{1,2})?\b|\b[a-z]{2} ?\d{5} ?[a-z]{2}\b"
)
POLISH_CARD_WEIGHTS = (7, 3, 1, 9, 7, 3, 1, 7, 3)


def _valid_card(number: str) -> bool:
    return number[0] in "23456" and len(set(number)) > 1 and luhn.is_valid(number)


def _valid_polish_card(number: str) -> bool:
    if not (number[:3].isalpha() and number[3:].isdigit() and number.isascii()):
        return False
    values = [int(char, 36) for char in number]
    return sum(w * v for w, v in zip(POLISH_CARD_WEIGHTS, values, strict=True)) % 10 == 0


# Digits alone: how many, the checksum, the kind, and the language whose stories may hold it bare.
BARE: tuple[tuple[int, Check, str, str], ...] = (
    (11, pesel.is_valid, "national_id", "pl"),
    (11, iva.is_valid, "tax_id", "it"),
    (10, nip.is_valid, "tax_id", "pl"),
)
BY_WORD: Mapping[str, tuple[tuple[int, Check], ...]] = {
    "tax_words": (
        (10, nip.is_valid),
        (9, regon.is_valid),
        (14, regon.is_valid),
        (11, iva.is_valid),
        (10, utr.is_valid),
    ),
    "id_words": ((11, pesel.is_valid), (10, nhs.is_valid)),
}
KIND = {"tax_words": "tax_id", "id_words": "national_id"}
CARD_LENGTHS = range(13, 20)
POLISH_ACCOUNT = 26
# So many digits after such a word are its number, even with a slip in them.
NEAR_WORDS = range(8, 12)
LOOK_BACK = 45


def find_identities(story: Story, runs: Iterable[Run]) -> Iterator[Found]:
    yield from _shapes(story)
    yield from _documents(story)
    for run in runs:
        for first in range(len(run.atoms)):
            yield from _in_run(story, run, first)


def _shapes(story: Story) -> Iterator[Found]:
    for match in story.matches(FISCAL, story.low):
        number = re.sub(r"[ .\-]", "", match[0])
        yield Found(match.start(), match.end(), "tax_id", codicefiscale.is_valid(number))
    for pattern, holding in ((NINO, GROUPS), (SSN, GROUPS), (ITALIAN_CARD, LONG)):
        for match in story.matches(pattern, story.low, holding=holding):
            yield Found(match.start(), match.end(), "national_id")
    for match in story.matches(POLISH_CARD, story.low, holding=GROUPS):
        valid = _valid_polish_card(match[0].replace(" ", ""))
        if valid and story.text[match.start() : match.start() + 3].isupper():
            yield Found(match.start(), match.end(), "national_id", certain=True)
    for match in story.matches(VAT, story.low, holding=GROUPS):
        yield Found(match.start(), match.end(), "tax_id", _valid_vat(match))
    if story.language == "en":
        for match in story.matches(EIN, story.low, holding=GROUPS):
            yield Found(match.start(), match.end(), "tax_id")


def _documents(story: Story) -> Iterator[Found]:
    """Identity cards, passports and licences: by the words before them."""
    for phrase in story.phrases("id_words"):
        start = story.words[phrase.last - 1].end
        match = DOCUMENT.search(story.low, start, start + LOOK_BACK)
        if match and match.start() not in story.ordinary:
            number = match[0].replace(" ", "")
            certain = len(number) == len(POLISH_CARD_WEIGHTS) and _valid_polish_card(number)
            yield Found(match.start(), match.end(), "national_id", certain)


def _valid_vat(match: re.Match[str]) -> bool:
    number = re.sub(r"\D", "", match["number"])
    check = {"it": iva.is_valid, "pl": nip.is_valid}.get(match["country"])
    return check is not None and check(number)


def _in_run(story: Story, run: Run, first: int) -> Iterator[Found]:
    digits = ""
    for last in range(first, len(run.atoms)):
        digits += run.atoms[last].digits
        if len(digits) > POLISH_ACCOUNT:
            return
        span = run.atoms[first].start, run.atoms[last].end
        for kind, certain in _kinds(story, digits, run, first, last):
            yield Found(*span, kind, certain)


def _kinds(
    story: Story, digits: str, run: Run, first: int, last: int
) -> Iterator[tuple[str, bool]]:
    if len(digits) in CARD_LENGTHS and _valid_card(digits):
        yield "card", True
    sizes = tuple(len(atom.digits) for atom in run.atoms[first : last + 1])
    if sizes in {(4, 4, 4, 4), (4, 6, 5)}:
        yield "card", False
    if len(digits) == POLISH_ACCOUNT:
        valid = iban.is_valid("PL" + digits)
        if valid or sizes == (2, 4, 4, 4, 4, 4, 4):
            yield "iban", valid
    for length, check, kind, language in BARE:
        if len(digits) == length and story.language == language and check(digits):
            yield kind, True
    for section, checks in BY_WORD.items():
        fits = len(digits) in NEAR_WORDS or any(len(digits) == length for length, _ in checks)
        if fits and story.near(section, run.atoms[first].start, LOOK_BACK):
            yield KIND[section], any(len(digits) == n and ok(digits) for n, ok in checks)
