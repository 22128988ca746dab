"""What is said under a story: its comments, the replies of companies, the corrections."""

from bot.chat.screens import Button, Screen
from bot.chat.visit import Visit
from bot.stories.model import LONGEST_NOTE, Kind
from bot.stories.reading.spot import Spot
from bot.stories.reading.store import Note, Story, find_story, notes_after, notes_before
from bot.stories.reading.story_text import NOTES, note_line

A_PAGE = 4
KINDS = {"talk": (Kind.COMMENT,), "notes": NOTES}
MOST_UNITS = LONGEST_NOTE + 100


def notes_screen(visit: Visit, name: str, after: int, spot: Spot) -> Screen | None:
    """`name` is talk or notes; `after` the position that the page begins behind."""
    story = find_story(visit.connection, spot.number)
    if story is None or story.is_withdrawn:
        return None
    found = notes_after(visit.connection, spot.number, KINDS[name], after, A_PAGE + 1)
    page = found[:A_PAGE]
    text = visit.language.page(
        "stories_notes",
        number=story.number,
        talk=name == "talk",
        count=visit.language.number(story.comments),
        notes=[note_line(one, visit.language, MOST_UNITS) for one in page],
    )
    turning = _turning(visit, name, after, spot, page, more=len(found) > A_PAGE)
    return Screen(
        text, tuple(filter(None, (turning, _write(visit, name, story), back(visit, spot))))
    )


def _turning(
    visit: Visit, name: str, after: int, spot: Spot, page: list[Note], *, more: bool
) -> tuple[Button, ...]:
    say, buttons = visit.language.say, []
    if after:
        before = notes_before(visit.connection, spot.number, KINDS[name], after + 1, A_PAGE + 1)
        begin = before[A_PAGE].position if len(before) > A_PAGE else 0
        buttons.append(Button(say("‹ Previous"), f"stories:{name}:{begin}:{spot.code}"))
    if more:
        there = f"stories:{name}:{page[-1].position}:{spot.code}"
        buttons.append(Button(say("Next ›"), there))
    return tuple(buttons)


def _write(visit: Visit, name: str, story: Story) -> tuple[Button, ...]:
    if name != "talk" or not story.is_open:
        return ()
    return (Button(visit.language.say("✍️ Comment"), f"story:new:comment:{story.number}"),)


def back(visit: Visit, spot: Spot) -> tuple[Button, ...]:
    """To the story, and to the menu."""
    say = visit.language.say
    label = say("‹ Story #%(number)s", number=spot.number)
    return (Button(label, f"stories:one:{spot.code}"), Button(say("Menu"), "menu"))
