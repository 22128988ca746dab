"""English capitals that are nobody: a place, a firm, a storm, who was rung, a word that starts."""

from bot.stories.redaction.names.people import People

SEASONS = frozenset({"summer", "autumn", "winter", "spring", "christmas", "easter"})
IN_PLACES = frozenset({"in", "near", "outside", "around"})
LONGEST = 4
JOINTS = frozenset({" ", "'", " & ", "-"})


def no_person(people: People, index: int) -> bool:
    """Whether a capital is a place, a firm or who was rung, by the words around it."""
    if people.story.language != "en":
        return False
    if _placed(people, index) or _firm(people, index) or _borne(people, index):
        return True
    low = people.word(index).low
    departments = people.story.vocabulary.phrases["departments"]
    return low in SEASONS or (low in departments and not people.given_anywhere(index))


def only_rung(people: People, index: int) -> bool:
    """As in "he called Pep Boys" or "a rose called Peace", beside "a lad called Gaz"."""
    if people.story.language != "en" or index == 0 or people.word(index - 1).low != "called":
        return False
    if people.given_anywhere(index):
        return False
    before = people.word(index - 2).low if index > 1 else ""
    return before in people.story.vocabulary.phrases["callers"] or (
        people.common(index) and not people.surname(index)
    )


def thing_does(people: People, index: int) -> bool:
    """As in "Gearbox went": a rare word, but only because it starts the sentence a capital."""
    if people.story.language != "en" or not people.starts(index):
        return False
    following = people.word(index + 1).low if index + 1 < len(people.story.words) else ""
    return (
        following in people.story.vocabulary.phrases["things_do"] and people.story.gap(index) == " "
    )


def _placed(people: People, index: int) -> bool:
    if index == 0 or people.story.gap(index - 1) != " " or people.story.gap(index).startswith("'"):
        return False
    places = people.story.vocabulary.words("places")
    return people.word(index - 1).low in IN_PLACES and (
        people.word(index).low in places or not people.given_anywhere(index)
    )


def _borne(people: People, index: int) -> bool:
    """As in "Storm Darragh", "Loch Fyne"."""
    before = people.word(index - 1)
    return (
        index > 0
        and people.story.gap(index - 1) == " "
        and before.low in people.story.vocabulary.phrases["bearers"]
        and before.text[0].isupper()
    )


def _firm(people: People, index: int) -> bool:
    """As in "Lou's Tacos LLC", "Harrison Clark Solicitors"."""
    phrases = people.story.vocabulary.phrases
    for at in range(index, min(index + LONGEST, len(people.story.words) - 1)):
        gap, after = people.story.gap(at), people.word(at + 1)
        if gap not in JOINTS:
            return False
        large = after.text[0].isupper()
        if large and after.low in phrases["firms"]:
            return True
        if large and after.low in phrases["firms_or_surnames"]:
            return not people.given_anywhere(index)
        if not (large or after.low in {"s", "and"}):
            return False
    return False
