"""English houses with a name: "Rosebank, Main Street", "live at Tigh na Mara", "Chapel Cottage"."""

import re
from collections.abc import Iterator
from functools import cache

from bot.stories.redaction.addresses.houses import HOUSES, STREETS, STREETS_IN_CAPITALS, UNIT
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story
from bot.stories.redaction.vocabulary import everywhere

# Words that towns end on as well: "Church Cottage, Sowerby Bridge".
OF_TOWNS = "Bridge|Park|Wells|Castle|Market|Cross|Forest|Island|Springs?|Heights|Valley|Port|Abbey|Ferry|Ford|Mill"
IN_CAPITALS = rf"(?!(?:{OF_TOWNS})\b)(?:{STREETS.title()}|{STREETS_IN_CAPITALS})"
SURE = re.compile(
    r"\b(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Court|Crescent|Terrace|Row|Way|Mews|Walk"
    r"|Gardens|Place|Square|Quay|Parade|Boulevard|Blvd|Boreen|Brae|Wynd|Alley|Hill|Green)\Z"
)
STREET_AFTER = re.compile(
    rf",(?: |\n)(?:(?:[A-Z][\w'.\-]*|of|the|de|la|na|St\.?) ){{1,3}}{IN_CAPITALS}\b"
)
KNOWN_HOUSE = re.compile(
    rf"(?:\b(?i:{UNIT}),? )?\b(?:(?:[A-Z][\w']+ ){{1,3}}(?i:{HOUSES})|[Tt]he (?:[A-Z][\w']+ )?[A-Z][\w']+)\Z"
)
OF_A_KIND = re.compile(
    r"\b[A-Z][\w']+ (?:Bank|View|Mount|Dene|Lea|Croft|Nook|Haven|Rest|Garth|Brae|Holme|Knowe|Acres?|Gables"
    r"|Chimneys|Pines|Chestnuts|Corner|End|Top|Side|Rise|Meadows?|Fields?)\Z"
)
NAMED_HOUSE = re.compile(r"\b(?:[A-Z][\w']+ (?:na |an |y |yr |of )?){0,2}[A-Z][\w']{2,}\Z")
KINDS = r"(?:Cottages?|Lodge|Farm|Barn|Manor|Rectory|Vicarage|Manse|Bungalow|Farmhouse|Mansions|Villas?|Gatehouse|Oast|Gate Lodge)"
HOUSE = re.compile(
    rf"\b(?:at|to|from|called|in|of) (?P<place>(?:[Tt]he )?(?:[A-Z][\w']+ ){{1,2}}{KINDS})\b"
)
LOOK_BACK = 60


def named_houses(story: Story) -> Iterator[Found]:
    for match in STREET_AFTER.finditer(story.text):
        start = _house(story, match)
        if start is not None:
            yield Found(start, match.end(), "address")
    for match in HOUSE.finditer(story.text):
        name = match["place"].lower()
        if name not in _known() and not name.startswith("state "):
            yield Found(*match.span("place"), "address")


def _house(story: Story, street: re.Match[str]) -> int | None:
    """Where the house before the comma and its street starts."""
    span = max(0, street.start() - LOOK_BACK), street.start()
    house = KNOWN_HOUSE.search(story.text, *span)
    if house:
        return house.start()
    if not SURE.search(street[0]):
        return None
    kind = OF_A_KIND.search(story.text, *span)
    if kind and not known_place(kind[0]):
        return kind.start()
    named = NAMED_HOUSE.search(story.text, *span)
    sure = named and (names_house(story, named[0]) or _addressed(story, named.start()))
    return named.start() if named and sure else None


@cache
def _known() -> frozenset[str]:
    """Towns and companies."""
    phrases = (everywhere(section) for section in ("towns", "companies"))
    return frozenset(
        " ".join((first, *rest))
        for one in phrases
        for first, rests in one.items()
        for rest in rests
    )


def known_place(name: str) -> bool:
    """Whether a town or a company has this name, or one of its words alone is one."""
    low = name.lower()
    return low in _known() or not _known().isdisjoint(low.split(" "))


def names_house(story: Story, name: str) -> bool:
    """A rare word, neither a town nor a company."""
    words, names = name.lower().split(" "), story.vocabulary.names
    return (
        not known_place(name)
        and words[-1] not in names.function
        and words[-1] not in names.common
        and words[0] not in names.function
    )


def _addressed(story: Story, start: int) -> bool:
    return bool(re.search(r"\baddress\b[^.!?\n]*\Z", story.low[max(0, start - LOOK_BACK) : start]))
