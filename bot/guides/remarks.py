"""What the coach says about a typed answer, and how long a text takes to say, in words."""

from collections.abc import Iterable

from markupsafe import Markup

from bot.guides.coach import Findings
from bot.texts.html import clipped
from bot.texts.language import Language

BRISK_SECONDS = 20
MOST_QUOTED = 3
QUOTE_ROOM = 30


def remarks(found: Findings, language: Language) -> Markup:
    """A line for each problem. An answer is not the whole opening: nobody must ask in it."""
    said = {
        "insult": language.say(
            "Leave out %(words)s. After an insult they may hang up, and you start again."
        ),
        "shouting": language.say(
            "Capitals, drawn-out words and rows of exclamation marks are shouting. Take a breath."
        ),
        "threat": language.say(
            "Leave out %(words)s. A threat ends the call. A complaint in writing does more."
        ),
        "rambling": language.say(
            "Cut the story around it. Only what happened counts here, the rest if they ask."
        ),
        "blame_operator": language.say(
            "Leave out %(words)s. Whoever answers hasn't caused it, and may want to help."
        ),
    }
    lines = [
        Markup("• ") + Markup(said[problem]) % {"words": _quoted(words)}  # noqa: S704 - our sentences
        for problem, words in found.items()
        if problem in said
    ]
    return Markup("\n").join(lines)


def length(words: int, seconds: int, language: Language) -> str:
    counted = language.ngettext("%(num)s word", "%(num)s words", words) % {"num": words}
    lasting = language.ngettext(
        "about %(num)s second", "about %(num)s seconds", seconds
    ) % {"num": seconds}  # fmt: skip
    if seconds <= BRISK_SECONDS:
        return f"{counted}, {lasting}."
    advice = language.say("That is long for an opening: keep something for their questions.")
    return f"{counted}, {lasting}. {advice}"


def _quoted(words: Iterable[str]) -> Markup:
    short = [clipped(one, QUOTE_ROOM) for one in words][:MOST_QUOTED]
    return Markup(", ").join(Markup("<i>{}</i>").format(one) for one in short)
