"""Telephone numbers in any spelling, digits in words too."""

import re
from collections.abc import Iterable, Iterator

import phonenumbers

from bot.stories.redaction.numbers import Run
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

NATIONAL = re.compile(
    r"3[1-9]\d{7,8}"  # it, mobile
    r"|0[1-9]\d{5,9}|0[1-9]\d{9,10}"  # it and gb
    r"|80[0-9]\d{5,7}"  # free numbers
    r"|[1-9]\d{8}"  # pl
    r"|1?[2-9]\d{2}[2-9]\d{6}"  # us
    r"|00\d{8,13}|(?:39|48|44)\d{9,11}|0?7\d{9}"
)
PLUS = re.compile(r"\b(?:plus|più) $")
MOBILE = re.compile(r"0\d{9,10}|[4-8]\d{8}|3[2-9]\d{8}|07\d{9}|0039\d{9,10}|00(?:48|44|1)\d{9,10}")
GROUPED = frozenset({(3, 3, 3), (2, 3, 2, 2), (3, 2, 2, 2), (2, 7), (9,), (3, 3, 4), (10,), (3, 6)})
# A number inside the house that follows.
INSIDE = re.compile(
    r",? ?\(?\b(?:ext|extension|x|int|interno|wew|wewn|wewnętrzny|w(?=\.)|poi interno)\b\.?:? ?\d{1,5}\b\)?"
)
HELPLINES = ("116", "803", "892")
SHORTEST, LONGEST = 6, 15
WHOLE = 9
LOCAL_US = (3, 4)
# A context word may stand this many characters before the number.
NEAR = 40


def find_phones(story: Story, runs: Iterable[Run]) -> Iterator[Found]:
    for run in runs:
        first = 0
        while first < len(run.atoms):
            last = _longest(story, run, first)
            if last:
                yield _found(story, run, first, last)
            first = last or first + 1


def _found(story: Story, run: Run, first: int, last: int) -> Found:
    start = run.atoms[first].start
    while start and story.text[start - 1] in "+(":
        start -= 1
    plus = PLUS.search(story.low, max(0, start - 6), start)
    start = plus.start() if plus else start
    end = run.atoms[last - 1].end
    inside = INSIDE.match(story.low, end)
    return Found(start, inside.end() if inside else end, "phone")


def _longest(story: Story, run: Run, first: int) -> int:
    """The end of the longest phone number that starts at an atom; 0 where there is none."""
    best, count = 0, 0
    called = story.near("phone_words", run.atoms[first].start, NEAR)
    for last in range(first + 1, len(run.atoms) + 1):
        count += len(run.atoms[last - 1].digits)
        if count > LONGEST or (best and _counts_after(story, run, first, last)):
            break
        if count >= SHORTEST and _is_phone(story, run, first, last, called=called):
            best = last
    return best


def _counts_after(story: Story, run: Run, first: int, last: int) -> bool:
    """As in "0289606013, sette in un'ora": a whole number, and a word behind a comma."""
    before, atom = run.atoms[last - 2], run.atoms[last - 1]
    whole = not any(one.spoken for one in run.atoms[first : last - 1])
    comma = "," in story.text[before.end : atom.start]
    return atom.spoken and whole and comma and len(run.digits(first, last - 1)) >= WHOLE


def _is_phone(story: Story, run: Run, first: int, last: int, *, called: bool) -> bool:
    atoms, digits = run.atoms[first:last], run.digits(first, last)
    if digits.startswith(HELPLINES) and len(digits) == SHORTEST:
        return False
    if any(atom.spoken for atom in atoms):
        return len(digits) > SHORTEST
    if "+" in story.text[max(0, atoms[0].start - 2) : atoms[0].start]:
        return _possible("+" + digits)
    if called:
        return True
    if run.loose(first, last, story.text):
        return bool(MOBILE.fullmatch(digits))
    sizes = tuple(len(atom.digits) for atom in atoms)
    local = sizes == LOCAL_US and story.text[atoms[0].end : atoms[1].start] == "-"
    return (local and story.language == "en") or _national(digits, sizes)


def _national(digits: str, sizes: tuple[int, ...]) -> bool:
    if not NATIONAL.fullmatch(digits):
        return False
    if digits[0] in "12456789" and len(digits) <= len("601234567"):
        return sizes in GROUPED
    return len(digits) >= len("02123456") or len(sizes) > 1 or digits[0] == "0"


def _possible(number: str) -> bool:
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        return False
