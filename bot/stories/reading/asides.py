"""Screens beside a story: feelings, what else can be done, why it is reported."""

from bot.chat.screens import Button, Screen, packed
from bot.chat.visit import Visit
from bot.stories.keys import Keys
from bot.stories.model import FEELINGS, REPORTS, TAGS
from bot.stories.reading.opinions import store
from bot.stories.reading.spot import OWN_TAG, TAG, Feed, Spot
from bot.stories.reading.store import Story, find_story
from bot.stories.reading.story_text import shares
from bot.stories.reading.under import back
from bot.stories.shown import clean
from bot.stories.words import FEELING, REPORT, tag_name
from bot.texts.html import clipped

LONGEST_LABEL = 28


class Asides:
    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def feelings(self, visit: Visit, spot: Spot) -> Screen | None:
        story = _readable(visit, spot)
        if story is None or not story.is_open:
            return None
        voter = self._keys.voter("feeling", spot.number, visit.person.chat_id)
        own = store.feeling_of(visit.connection, voter)
        say = visit.language.say
        buttons = packed(
            Button(
                f"{'• ' if one == own else ''}{say(FEELING[one])}",
                f"stories:feel:{one}:{spot.code}",
            )
            for one in FEELINGS
        )
        text = visit.language.page(
            "stories_feelings", number=spot.number, own=own, shares=shares(story, visit.language)
        )
        return Screen(text, (*buttons, back(visit, spot)))

    def more(self, visit: Visit, spot: Spot) -> Screen | None:
        story = _readable(visit, spot)
        if story is None:
            return None
        say, number = visit.language.say, spot.number
        rows = (
            *packed(_alike(visit, story, spot)),
            (Button(say("⚖️ Reply for the company"), f"story:new:reply:{number}"),),
            (Button(say("✏️ Ask for a correction"), f"story:new:correction:{number}"),),
            (Button(say("🚩 Report"), f"stories:why:{spot.code}"), Button(say("Policy"), "policy")),
            back(visit, spot),
        )
        return Screen(visit.language.page("stories_more", number=number), rows)

    def why(self, visit: Visit, spot: Spot) -> Screen | None:
        if _readable(visit, spot) is None:
            return None
        say = visit.language.say
        buttons = packed(
            Button(say(REPORT[one]), f"stories:report:{one}:{spot.code}") for one in REPORTS
        )
        text = visit.language.page("stories_why", number=spot.number)
        return Screen(text, (*buttons, back(visit, spot)))


def _readable(visit: Visit, spot: Spot) -> Story | None:
    story = find_story(visit.connection, spot.number)
    return None if story is None or story.is_withdrawn else story


def _alike(visit: Visit, story: Story, spot: Spot) -> list[Button]:
    """Lists of what has the same tags, the author's own ones too."""
    feeds = [
        (tag, Feed(TAG, tag) if tag in TAGS else Feed(OWN_TAG, f"{story.number}.{place}"))
        for place, tag in enumerate(story.tags)
    ]
    return [
        Button(
            f"🏷 {clipped(clean(tag_name(tag, visit.language)), LONGEST_LABEL)}",
            f"stories:open:{feed.code}:{spot.feed.scope}",
        )
        for tag, feed in feeds
    ]
