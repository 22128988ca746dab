"""Codes that no word must announce: their shape is enough."""

import re
from collections.abc import Iterator, Mapping

from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

# What little of a shape is looked for first: so most of a story is never tried.
LONG = re.compile(r"\d{4}")
GROUPS = re.compile(r"\d(?:[ .\-]?\d){5}")
PAIRS = re.compile(r"\d ?\d ?\d ?\d")
JOINED = re.compile(r"\w[\-/:]\w")

SHAPES: Mapping[re.Pattern[str], tuple[re.Pattern[str], ...]] = {
    LONG: (
        re.compile(r"\bit ?\d{3} ?e ?\d{8}\b", re.IGNORECASE),
        re.compile(r"\bPL\d{20,30}\b", re.IGNORECASE),
        re.compile(r"(?<!\w)#\d{4,}\b"),
        re.compile(r"\b[^\W\d_]{1,6}\d{5,}[A-Za-z0-9]*\b"),
        re.compile(r"\b[^\W\d_]{1,6}[\-/]\d{4,}(?:[\-/][A-Za-z0-9]+)*\b"),
        re.compile(r"\b[A-ZĄĆĘŁŃÓŚŹŻ]{2,6} \d{5,}\b"),
        re.compile(r"\b\d{2,}[A-Z]{1,3}\d{5,}\b"),
    ),
    PAIRS: (
        re.compile(r"\b[A-Z]{2} ?(?:\d ?){9}[A-Z]{2}\b"),
        re.compile(r"\b[A-Z]{1,4}(?: \d{2,5}){2,5}\b(?<=\d{2})(?<!\D\d{4})"),
    ),
    JOINED: (
        re.compile(r"\b[^\W\d_]{1,6}[\-/]\d{2,}[\-/]\d{2,}(?:[\-/][A-Za-z0-9]+)*\b"),
        re.compile(r"\b(?:[A-Z0-9]{2,6}-){2,}[A-Z0-9]{2,}\b(?<=[\dA-Z]{2})"),
        re.compile(r"\b[A-Z]-?\d{2,6}/\d{2,8}\b"),
        # The hardware address of a router.
        re.compile(r"\b(?:[0-9A-Fa-f]{2}[:\-]){5}[0-9A-Fa-f]{2}\b"),
        re.compile(r"\b[IVX]{1,5} [A-Z][A-Za-z]{0,3} \d{1,5}/\d{2,4}\b"),
    ),
    re.compile("1z"): (re.compile(r"\b1Z ?[0-9A-Z]{16}\b", re.IGNORECASE),),
    # A case of a Polish prosecutor or court.
    re.compile("ds"): (
        re.compile(r"\b(?:[A-Z]{2} )?(?:[IVX\d]{1,4} )?Ds\.? ?\d{1,5}[./]\d{2,4}\b"),
    ),
}
# Of a device or a mistake, not of a person.
MODEL = re.compile(r"\bmodel (?:number |no\.? )?\Z")


def shaped(story: Story) -> Iterator[Found]:
    """Codes that are told by their shape alone."""
    for holding, shapes in SHAPES.items():
        for shape in shapes:
            for match in story.matches(shape, story.text, holding=holding):
                if not _shown_as_ordinary(story, match.start()):
                    yield Found(match.start(), match.end(), "code")


def _shown_as_ordinary(story: Story, start: int) -> bool:
    """As in "model number GH-12-34", "uchwała nr XXII/145/2020"."""
    if story.language == "pl":
        return start in story.ordinary
    return story.language == "en" and bool(MODEL.search(story.low, max(0, start - 16), start))
