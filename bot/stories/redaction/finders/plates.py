"""Vehicle plates: by shape in capitals, by the words near them in any spelling."""

import re
from collections.abc import Iterator

from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

SEP = r"[ \-]?"
SHAPES = {
    "it": re.compile(rf"\b[A-HJ-NPR-TV-Z]{{2}}{SEP}\d{{3}}{SEP}[A-HJ-NPR-TV-Z]{{2}}\b"),
    "en": re.compile(rf"\b[A-HJ-PR-Y]{{2}}\d{{2}}{SEP}[A-HJ-PR-Z]{{3}}\b"),
    "pl": re.compile(
        rf"\b[BCDEFGKLNOPRSTWZ](?:[A-Z]{{2}}{SEP}(?=\d?[A-Z]{{0,2}}\d)[A-Z0-9]{{4,5}}"
        r"|[A-Z][ \-]\d{4}[A-Z0-9]|[A-Z]\d{5})\b"
    ),
}
ANY = re.compile(
    r"\b(?=[a-z0-9]*[ \-]?[a-z0-9]*\d)(?:[a-z]{1,3}[ \-]?\d{1,5}[ \-]?[a-z0-9]{0,4}"
    r"|[a-z0-9]{2,4}[ \-][a-z0-9]{2,5}|\d{1,4}[ \-]?[a-z]{2,3}[ \-]?\d{0,4}|[a-z0-9]{5,8})\b"
)
# How many words after "plate" it may stand.
REACH = 7
SHORTEST = 5


def find_plates(story: Story) -> Iterator[Found]:
    for pattern in SHAPES.values():
        for match in story.matches(pattern, story.text):
            yield Found(match.start(), match.end(), "plate")
    for phrase in story.phrases("plate_words"):
        yield from _after(story, phrase.last)


def _after(story: Story, index: int) -> Iterator[Found]:
    """The first word or two after "plate" that look like one."""
    for word in story.words[index : index + REACH]:
        match = ANY.match(story.low, word.start)
        if match and _fits(story, match):
            yield Found(match.start(), match.end(), "plate")
            return


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
        and (
            story.language != "en"
            or re.split(r"[ \-]", text)[0] not in story.vocabulary.names.function
        )
    )


def _parts_mixed(text: str) -> bool:
    """Letters in capitals or short: never a word such as "from 2019"."""
    return all(len(part) <= 3 for part in re.findall(r"[a-z]+", text))  # noqa: PLR2004
