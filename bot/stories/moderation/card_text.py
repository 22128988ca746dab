"""The text of a card: what was sent, a page at a time, and what to look at."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from bot.stories.model import OWN_WORD, Kind, Submission
from bot.stories.moderation.duplicates import Like
from bot.stories.moderation.hints import Sign, insult_marks
from bot.stories.moderation.insults import Insults
from bot.stories.moderation.marked import Marked, marked, plain_of
from bot.stories.moderation.word_masks import BY_MODERATORS
from bot.stories.shown import author_html
from bot.stories.words import KIND, MASKED, SECTOR, TELLER, tag_name
from bot.texts.html import clipped
from bot.texts.language import LANGUAGES, Language

MOST_LINKS, LONGEST_LINK = 6, 60
_say = str
MASKS = MASKED | {
    OWN_WORD: _say("chosen by the author"),
    BY_MODERATORS: _say("chosen by moderators"),
}
Address = Callable[[int], str]


@dataclass(frozen=True)
class Look:
    """What is known of a submission: `others` like it are folded into its card.

    `insults` are looked for in the names, as they were in the text.
    """

    one: Submission
    text: Marked
    links: list[str]
    likes: list[Like]
    others: int
    insults: Insults

    def named(self, name: str) -> Marked:
        plain = plain_of(name)
        return marked(name, insult_marks(plain, self.one.language, self.insults))


def card_text(look: Look, page: int, language: Language, address: Address) -> str:
    """HTML that ends in a line of ours; `address` is where a published story is read."""
    one, say = look.one, language.say
    masks = Counter(mask.kind for mask in one.body.masks)
    start, end = look.text.pages()[page]
    nickname, company = look.named(one.body.nickname), look.named(one.body.company)
    tags = [look.named(tag_name(tag, language)) for tag in one.body.tags]
    return language.page(
        "moderation_card",
        story=Markup(look.text.html(start, end)),  # noqa: S704 - escaped, piece by piece
        kind=say(KIND[one.kind]),
        is_story=one.kind is Kind.STORY,
        state=one.state,
        about=one.about,
        address=address,
        spoken=LANGUAGES.get(one.language, one.language),
        teller=say(TELLER.get(one.body.teller, one.body.teller)),
        sector=say(SECTOR.get(one.body.sector, one.body.sector)),
        tags=[_whole(tag) for tag in tags],
        nickname=_whole(nickname),
        company=_whole(company),
        masked=[(say(MASKS.get(kind, kind)), count) for kind, count in masks.items()],
        hints=look.text.count(Sign.HINT),
        insults=sum(part.count(Sign.INSULT) for part in (look.text, nickname, company, *tags)),
        links=[dead(clipped(link, LONGEST_LINK)) for link in look.links[:MOST_LINKS]],
        more_links=max(0, len(look.links) - MOST_LINKS),
        live=one.body.links,
        likes=look.likes,
        others=look.others,
    )


def _whole(name: Marked) -> Markup:
    return Markup(name.html(0, len(name.shown)))  # noqa: S704 - escaped, piece by piece


def told(one: Submission) -> str:
    """What was asked and answered, then the story."""
    lines = [f"{'💬' if line.by_author else '❓'} {line.text}" for line in one.dialogue]
    return "\n\n".join([*lines, one.body.text])


def dead(text: str) -> Markup:
    """An author's words in a line of ours: escaped, links not live."""
    return Markup(author_html(text, links=False))  # noqa: S704 - escaped there
