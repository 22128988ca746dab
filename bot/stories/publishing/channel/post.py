"""What a post says: the story or its start, in the story's own language, with its buttons."""

from markupsafe import Markup
from telegram.constants import MessageLimit

from bot.chat.screens import Button, Screen
from bot.stories.publishing.channel.excerpt import excerpt
from bot.stories.publishing.channel.model import Story
from bot.stories.shown import author_html
from bot.stories.words import SECTOR, TELLER, tag_name
from bot.texts.html import utf16_length, visible
from bot.texts.language import Language

# Of a text; the lower ones for one whose signs take more room on the screen than in the file.
ROOMS = (2500, 1500, 700)


def post(story: Story, language: Language, username: str) -> Screen:
    """`username` is the bot's. At most 4,096 UTF-16 units."""
    texts = (_text(story, language, username, room) for room in ROOMS)
    fitting = (
        text for text in texts if utf16_length(visible(text)) <= MessageLimit.MAX_TEXT_LENGTH
    )
    return Screen(next(fitting), rows(story, language, username))


def rows(story: Story, language: Language, username: str) -> tuple[tuple[Button, ...], ...]:
    """A closed story takes no votes."""
    votes = (
        Button(f"👍 {story.up}", f"vote:{story.number}:up"),
        Button(f"👎 {story.down}", f"vote:{story.number}:down"),
    )
    ways = (
        Button(language.say("Read, comment"), url=_link(username, story.number)),
        Button(language.say("Tell yours"), url=f"https://t.me/{username}?start=story"),
    )
    return (ways,) if story.closed else (votes, ways)


def farewell(number: int, language: Language, *, removed: bool) -> str:
    """What stands in place of a story that its author took back, or moderators took off."""
    if removed:
        return language.say("#%(number)s was taken off by moderators.", number=number)
    return language.say("#%(number)s was withdrawn by its author.", number=number)


def _text(story: Story, language: Language, username: str, room: int) -> str:
    start = excerpt(story.text, room)
    tags = (_quoted(tag_name(tag, language)) for tag in story.tags)
    return language.page(
        "post_story",
        number=story.number,
        sector=language.say(SECTOR[story.sector]),
        teller=language.say(TELLER[story.teller]),
        text=Markup(author_html(start, links=story.links)),  # noqa: S704 - it escapes
        more=_link(username, story.number) if start != story.text else "",
        first=story.continues,
        first_link=_link(username, story.continues or 0),
        nickname=_quoted(story.nickname),
        company=_quoted(story.company),
        tags=Markup(" · ").join(tags),
    )


def _quoted(text: str) -> Markup:
    return Markup(author_html(text, links=False))  # noqa: S704 - it escapes


def _link(username: str, number: int) -> str:
    return f"https://t.me/{username}?start=story_{number}"
