"""The steps of telling: their order, their places, what is still missing."""

from dataclasses import dataclass

from bot.stories.model import Kind
from bot.stories.telling.drafts import Draft

PLACE = "story"
ABOUT_THE_TELLER = ("who", "sector", "tags", "nickname", "company")
OF_THE_TEXT = frozenset({"masks", "before", "words", "alarms"})


@dataclass(frozen=True)
class Move:
    """What a press or a message did: the draft from now on, the step shown, a word about it."""

    draft: Draft
    step: str
    argument: str = ""
    notice: str = ""


def place_of(step: str, argument: str = "") -> str:
    """A code of the screen: `story:masks:2`, nothing of what was said."""
    return f"{PLACE}:{step}:{argument}" if argument else f"{PLACE}:{step}"


def step_at(place: str) -> str:
    """The step of a place of the composer; empty for any other place."""
    name, _, rest = place.partition(":")
    return rest.partition(":")[0] or "welcome" if name == PLACE else ""


def steps_of(draft: Draft) -> tuple[str, ...]:
    """In the order in which they are asked."""
    return (*ABOUT_THE_TELLER, "text") if draft.is_story else ("text",)


def may_open(draft: Draft, step: str) -> bool:
    """Whether the step belongs to what is being written, and is not ahead of it."""
    if step in OF_THE_TEXT:
        return draft.is_long_enough
    optional = {"nickname"} if draft.kind == Kind.COMMENT else set[str]()
    return step in {*steps_of(draft), *optional, "overview"}


def missing(draft: Draft) -> str:
    """The first step without which nothing can be sent; empty when all is there."""
    if draft.is_story and not draft.teller:
        return "who"
    if draft.is_story and not draft.sector:
        return "sector"
    return "" if draft.is_long_enough else "text"


def following(draft: Draft, step: str) -> str:
    """The next one; back to the overview when the text is already there."""
    if draft.parts:
        lacking = missing(draft)
        return lacking if lacking and lacking != "text" else "overview"
    steps = steps_of(draft)
    later = steps[steps.index(step) + 1 :] if step in steps else ()
    return later[0] if later else "text"


def previous(draft: Draft, step: str) -> str:
    if draft.parts or step not in steps_of(draft):
        return "overview"
    steps = ("welcome", *steps_of(draft))
    return steps[steps.index(step) - 1]
