"""Customer, contract, ticket, order and meter codes: by the words before them, or by shape."""

import re
from collections.abc import Iterator, Sequence

from bot.stories.redaction.finders.shapes import shaped
from bot.stories.redaction.numbers import Run
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Phrase, Story

TOKEN = re.compile(
    r"#?[a-z0-9]+(?:[\-/._][a-z0-9]+)*(?: (?=[a-z]{0,3}\d)[a-z0-9]{2,}(?:[\-/._][a-z0-9]+)*)*"
)
# A booking of six letters, where no shouting is.
LOCATOR = re.compile(r"[A-Z]{6}\b(?! [A-Z]{2})")
GROUPS = re.compile(
    r"(?: (?=[A-Z0-9]*\d)[A-Z0-9]{2,6}\b| [A-Z]{2}(?= [A-Z]?\d)| [B-HJ-Z](?=[.,;:)\n]|\Z)){1,5}"
)
# Two consonants are no word.
LAST_LETTERS = re.compile(
    r" (?!pm|km|kw|gb|mb|tv|mr|ms|dr|zł|gr|kg|mg|st|rd|nr|pt|bt)[b-df-hj-np-tv-z]{2}\b"
)
PHONETIC = (
    r"(?:alpha|alfa|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliet|juliett|kilo|lima|mike"
    r"|november|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whiskey|whisky|x-?ray|yankee|zulu)"
)
NATO = re.compile(
    rf"\b{PHONETIC}(?:[ ,\-]{{1,2}}(?:{PHONETIC}|\d+|one|two|three|four|five|six|seven|eight|nine|zero|oh)){{2,}}\b"
)
LONG_NUMBER = 6
LONG_RUN = 9
# Public numbers; those of three figures are no code wherever they stand.
HELPLINE = re.compile(r"116\d{3}|803\d{3}|892\d{3}")
PUBLIC = re.compile(r"1(?:1[2-8]|33|55|87|9[0-2])")
YEARS = re.compile(r"(?:19|20)\d\d/(?:19|20)?\d\d")
SPELLED = re.compile(
    r"\b[a-z],? (?:come|as in|for|jak|like) [^\W\d_]+(?:,? (?:e |and |i )?(?:[a-z],? (?:come|as in|for|jak|like) [^\W\d_]+|\d+\b))+"
)
SHORTEST = 3
YEAR = re.compile(r"(?:19|20)\d\d")
# Words in between that say nothing of a code; the rest are cues.
STRANGERS = 1
NUMBER_WORDS = frozenset(
    {"number", "no", "numero", "n", "nr", "num", "numer", "code", "codice", "kod"}
)
CUES = 6
MIXED = re.compile(r"(?=[a-z0-9]{5,10})(?:[a-z]+\d+[a-z]+[a-z0-9]*|\d+[a-z]+\d+[a-z0-9]*)")


def find_codes(story: Story, runs: Sequence[Run]) -> Iterator[Found]:
    yield from shaped(story)
    for pattern in (SPELLED, NATO):
        for match in pattern.finditer(story.low):
            yield Found(match.start(), match.end(), "code")
    for run in runs:
        yield from _long(story, run)
    for phrase in story.phrases("code_words"):
        if not _is_of_a_thing(story, phrase):
            yield from _after(story, runs, phrase.last)


def _is_of_a_thing(story: Story, phrase: Phrase) -> bool:
    """As in "error code 1016", "kod błędu 1016"."""
    things = story.vocabulary.phrases.get("no_codes", {})
    if story.language == "pl":
        return any(word.low in things for word in story.words[phrase.first : phrase.last + 1])
    return phrase.first > 0 and story.words[phrase.first - 1].low in things


def _long(story: Story, run: Run) -> Iterator[Found]:
    """Numbers too long to be a count of anything."""
    for atom in run.atoms:
        alone = len(atom.digits) >= LONG_NUMBER and not atom.spoken
        if alone and not HELPLINE.fullmatch(atom.digits):
            yield Found(atom.start, atom.end, "code")
    digits = run.digits(0, len(run.atoms))
    span = run.atoms[0].start, run.atoms[-1].end
    written = not any(atom.spoken for atom in run.atoms)
    slashed = "/" in story.text[slice(*span)] and not YEARS.fullmatch(story.text[slice(*span)])
    long = len(digits) >= LONG_RUN or (slashed and len(digits) >= LONG_NUMBER)
    if long and written and not run.loose(0, len(run.atoms), story.text):
        yield Found(*span, "code")


def _after(story: Story, runs: Sequence[Run], index: int) -> Iterator[Found]:
    """The code that follows a word such as "contract", a few cue words later at most."""
    cues, strange = story.vocabulary.phrases["code_cues"], 0
    for at in range(index, min(index + CUES + 1, len(story.words))):
        if not _near(story.gap(at - 1)):
            return
        shouted = at > 0 and story.words[at - 1].text.isupper()
        if not shouted and LOCATOR.match(story.text, story.words[at].start):
            yield Found(story.words[at].start, story.words[at].end, "code")
            return
        match = TOKEN.match(story.low, story.words[at].start - _hash(story, at))
        if match and _is_code(
            story, match, said=_said(story, at, index) and strange == 0, year=_numbered(story, at)
        ):
            more = GROUPS.match(story.text, match.end())
            end = more.end() if more else match.end()
            letters = LAST_LETTERS.match(story.low, end)
            yield Found(match.start(), letters.end() if letters else end, "code")
            return
        if () not in cues.get(story.words[at].low, ()):
            yield from _spoken(runs, story.words[at].start)
            strange += 1
        if strange > STRANGERS:
            return


def _said(story: Story, at: int, index: int) -> bool:
    """Whether more than one word announces a code, as in "numer sprawy 117"."""
    return at > index or (index > 1 and story.words[index - 2].low in NUMBER_WORDS)


def _numbered(story: Story, index: int) -> bool:
    """Whether "number" stands right before, so that 2019 is no year."""
    return index > 0 and story.words[index - 1].low in NUMBER_WORDS


def _hash(story: Story, index: int) -> int:
    start = story.words[index].start
    return int(story.text[start - 1 : start] == "#")


def _near(gap: str) -> bool:
    return len(gap) <= 6 and not re.search(r"[!?;\n]", gap) and not re.search(r"\.\s+$", gap[1:])  # noqa: PLR2004


def _is_code(story: Story, match: re.Match[str], *, said: bool, year: bool) -> bool:
    digits = sum(char.isdigit() for char in match[0])
    letters = sum(char.isalpha() for char in match[0])
    first = match[0].split(" ")[0]
    counted = match.end() - 1 in story.ordinary and digits < LONG_RUN
    if PUBLIC.fullmatch(match[0]) or (counted and not _mixed(match[0])):
        return False
    if not any(char.isdigit() for char in first):
        shown = story.text[match.start() : match.start() + len(first)]
        word = first in story.vocabulary.names.function or len(first) > SHORTEST
        return digits >= SHORTEST and ((shown.isupper() and len(first) <= LONG_NUMBER) or not word)
    if _mixed(match[0]):
        return match.start() not in story.ordinary
    if digits < SHORTEST or match.start() in story.ordinary:
        return False
    if YEAR.fullmatch(match[0]) and not year:
        return False
    return digits > SHORTEST or letters > 0 or said


def _mixed(token: str) -> bool:
    """Such as `rx7q2l`: letters between digits are no word."""
    return bool(MIXED.fullmatch(token))


def _spoken(runs: Sequence[Run], start: int) -> Iterator[Found]:
    for run in runs:
        first, last = run.atoms[0], run.atoms[-1]
        if (
            first.start == start
            and first.spoken
            and sum(len(a.digits) for a in run.atoms) > SHORTEST
        ):
            yield Found(first.start, last.end, "code")
