"""Italian shops, streets and companies whose names look like a person's."""

from collections.abc import Callable, Iterator

from bot.stories.redaction.story import Story

STREETS = frozenset({"via", "viale", "piazza", "piazzale", "statale", "lungomare"})
COMPANY_ENDS = ("srl", "srls", "spa", "snc", "sas", "scarl", "scrl")
GAPS = frozenset({" ", ' "', " '", "'"})
Holds = Callable[[int], bool]


def venues(story: Story, plain: Holds, given: Holds) -> frozenset[int]:
    """Indices of words in names such as "pizzeria Bella Napoli", "via Aurelia", "Luce Facile srl".

    `plain` says whether a word is one of every day, `given` whether it is a given name.
    """
    if story.language != "it":
        return frozenset()
    return frozenset([*_led(story, plain), *_closed(story, given)])


def _led(story: Story, plain: Holds) -> Iterator[int]:
    for phrase in story.phrases("venues"):
        at, street = phrase.last, story.words[phrase.first].low in STREETS
        while at < len(story.words) and story.gap(at - 1) in GAPS:
            word = story.words[at]
            named = word.text[0].isupper() or word.low in story.vocabulary.names.function
            if not named or not (street or plain(at)):
                break
            yield at
            at += 1


def _closed(story: Story, given: Holds) -> Iterator[int]:
    for end in (at for last in COMPANY_ENDS for at in story.places.get(last, ())):
        at = end - 1
        while (
            at >= 0 and story.words[at].text[0].isupper() and story.gap(at) == " " and not given(at)
        ):
            yield at
            at -= 1
