"""Vehicle plates: by shape in capitals, by the words near them in any spelling."""

import re
from collections.abc import Iterator

from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story
from bot.stories.redaction.vocabulary import everywhere

SEP = r"[ \-]?"
SHAPES = {
    "it": re.compile(rf"\b[A-HJ-NPR-TV-Z]{{2}}{SEP}\d{{3}}{SEP}[A-HJ-NPR-TV-Z]{{2}}\b"),
    "en": re.compile(rf"\b[A-HJ-PR-Y]{{2}}\d{{2}}{SEP}[A-HJ-PR-Z]{{3}}\b"),
    "ie": re.compile(r"\b\d{2,3}-[A-Z]{1,2}-\d{1,6}\b"),
    "pl": re.compile(
        rf"\b[BCDEFGKLNOPRSTWZ](?:[A-Z]{{2}}{SEP}(?=\d?[A-Z]{{0,2}}\d)[A-Z0-9]{{4,5}}"
        r"|[A-Z][ \-]\d{4}[A-Z0-9]|[A-Z]\d{5})\b"
    ),
}
ANY = re.compile(
    r"\b(?=[a-z0-9]*[ \-]?[a-z0-9]*\d)(?:[a-z]{1,3}[ \-]?\d{1,5}[ \-]?[a-z0-9]{0,4}"
    r"|[a-z0-9]{2,4}[ \-][a-z0-9]{2,5}|\d{1,4}[ \-]?[a-z]{2,3}[ \-]?\d{0,4}|[a-z0-9]{5,8})\b"
)
# After "car" only the shapes of Italy's plates: "la Panda del 2005" is none.
ITALIAN = re.compile(
    r"\b(?:[a-z]{2}[ .\-]?\d{3}[ .\-]?[a-z]{2}|[a-z]{2}[ .\-]?\d{5}|(?:[a-z]{2}|roma)[ .\-]?(?:[a-z0-9]\d{5}|\d[a-z]\d{4})"
    r"|x\d[ .\-]?[a-z0-9]{4})\b"
)
ITALIAN_NOW = re.compile(r"[a-z]{2}[ .\-]?\d{3}[ .\-]?[a-z]{2}")
TYPED_SMALL = re.compile(r"\b[a-hj-npr-tv-z]{2}\d{3}[a-hj-npr-tv-z]{2}\b")
SAYS_PLATE = "targ"
POLISH_NOW = re.compile(r"[ \-](?=[a-z]*\d)(?=\d*[a-z])")
# A new sentence, or what is masked already.
ENDED = re.compile(r"[!?;\n\ufffc]|\. ")
# How many words after "plate" it may stand.
REACH = 7
SHORTEST = 5


def find_plates(story: Story) -> Iterator[Found]:
    for pattern in SHAPES.values():
        for match in story.matches(pattern, story.text):
            named = () in everywhere("companies").get(match[0][:3].lower(), ())
            if not (named or (story.language == "pl" and match.start() in story.ordinary)):
                yield Found(match.start(), match.end(), "plate")
    if story.language == "it":
        for match in story.matches(TYPED_SMALL, story.low):
            yield Found(match.start(), match.end(), "plate")
    for phrase in story.phrases("plate_words"):
        yield from _after(story, phrase.last)


def _after(story: Story, index: int) -> Iterator[Found]:
    """The first word or two after "plate" that look like one."""
    for at, word in enumerate(story.words[index : index + REACH], start=index):
        if at > index and ENDED.search(story.gap(at - 1)):
            return
        match = ANY.match(story.low, word.start)
        if story.language == "it":
            sure = ITALIAN.match(story.low, word.start)
            match = sure if sure or not _says_plate(story, index) else match
        if match and _fits(story, match):
            yield Found(match.start(), match.end(), "plate")
            return


def _says_plate(story: Story, index: int) -> bool:
    return any(word.low.startswith(SAYS_PLATE) for word in story.words[max(0, index - 4) : index])


def _fits(story: Story, match: re.Match[str]) -> bool:
    text = match[0]
    letters = sum(char.isalpha() for char in text)
    digits = sum(char.isdigit() for char in text)
    return (
        letters > 1
        and digits > 0
        and letters + digits >= SHORTEST
        and match.end() not in story.ordinary
        and match.start() not in story.ordinary
        and not story.text[match.end() : match.end() + 1].isalnum()
        and _parts_mixed(text)
        and not _starts_with_a_word(story, match)
    )


def _starts_with_a_word(story: Story, match: re.Match[str]) -> bool:
    """As in "del 2005", "from 9 to": in small letters."""
    first, function = re.split(r"[ .\-]", match[0])[0], story.vocabulary.names.function
    if story.language == "it":
        return (
            first in function
            and story.text[match.start()].islower()
            and not ITALIAN_NOW.fullmatch(match[0])
        )
    return first in function and (story.language == "en" or not POLISH_NOW.search(match[0]))


def _parts_mixed(text: str) -> bool:
    """Letters in capitals or short: never a word such as "from 2019"."""
    return all(len(part) <= 3 for part in re.findall(r"[a-z]+", text.removeprefix("roma")))  # noqa: PLR2004
