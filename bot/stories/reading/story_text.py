"""What the screen of a story says."""

from markupsafe import Markup

from bot.stories.model import Kind
from bot.stories.reading.paging import beginning
from bot.stories.reading.store import Note, Story
from bot.stories.shown import author_html
from bot.stories.words import FEELING, KIND, SECTOR, TELLER, tag_name
from bot.texts.language import LANGUAGES, Language

NOTES = (Kind.REPLY, Kind.CORRECTION)
SHORT_NOTE, NOTES_SHOWN = 240, 2


def story_text(
    story: Story,
    pages: list[str],
    page: int,
    notes: list[Note],
    language: Language,
    follows: int | None,
) -> str:
    return language.page(
        "stories_one",
        story=story,
        day=language.long_date(story.published_on),
        tongue="" if story.language == language.code else LANGUAGES.get(story.language, ""),
        teller=language.say(TELLER[story.teller]),
        sector=language.say(SECTOR[story.sector]),
        company=shown(story.company),
        tags=[shown(tag_name(tag, language)) for tag in story.tags],
        nickname=shown(story.nickname),
        body=shown(pages[page - 1], links=story.links),
        page=page,
        pages=len(pages),
        score=language.number(story.score),
        votes=language.number(story.votes),
        feelings=shares(story, language),
        notes=[note_line(one, language, SHORT_NOTE) for one in notes[:NOTES_SHOWN]],
        follows=follows,
    )


def shares(story: Story, language: Language) -> list[str]:
    """`😠 Anger 60%`, the most felt first; empty where nobody has told."""
    total = sum(count for _, count in story.feelings)
    return [
        f"{language.say(FEELING[feeling])} {round(100 * count / total)}%"
        for feeling, count in story.feelings
        if feeling in FEELING
    ]


def note_line(note: Note, language: Language, most: int) -> dict[str, object]:
    text, _ = beginning(note.text, most)
    return {
        "kind": language.say(KIND[note.kind]),
        "by": shown(note.nickname),
        "day": language.long_date(note.published_on),
        "text": shown(text),
    }


def shown(text: str, *, links: bool = False) -> Markup:
    """Author's text, already escaped."""
    return Markup(author_html(text, links=links))  # noqa: S704 - it escapes
