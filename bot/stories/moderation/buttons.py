"""The keyboards of a card: what can be done, and the choices behind it."""

from bot.chat.screens import Button, packed
from bot.stories.model import REJECTIONS, TAGS, Kind, State, Submission
from bot.stories.moderation.card import Card
from bot.stories.moderation.word_masks import text_digest
from bot.stories.shown import clean
from bot.stories.words import REJECTION, tag_name
from bot.texts.html import clipped
from bot.texts.language import Language

WORDS_A_PAGE, NUMBERS_A_ROW = 24, 8
Rows = tuple[tuple[Button, ...], ...]


def data(key: str, *parts: object) -> str:
    return ":".join(("mod", key, *map(str, parts)))


def main_rows(
    card: Card, one: Submission, language: Language, *, count: int, others: int, links: bool
) -> Rows:
    """`count` pages of text; `others` like it are folded; `links` when there are any."""
    say, key = language.say, one.key
    aside = one.state is State.ASIDE
    rows: list[tuple[Button, ...]] = [turning(key, "page", card.page, count)] if count > 1 else []
    rows.append((Button(say("✅ Publish"), data(key, "publish")),))
    mask = Button(say("🖍 Mask more"), data(key, "words", 0))
    tags = (Button(say("🏷 Tags"), data(key, "tags")),) if one.kind is Kind.STORY else ()
    rows.append((mask, *tags))
    rows.append(
        (
            Button(say("❓ Ask the author"), data(key, "ask")),
            Button(say("↩️ Take up again"), data(key, "take_up"))
            if aside
            else Button(say("🗂 Set aside"), data(key, "aside")),
        )
    )
    if links:
        label = say("🔗 Do not allow links") if one.body.links else say("🔗 Allow links")
        rows.append((Button(label, data(key, "links", int(not one.body.links))),))
    rows.append((Button(say("🚫 Reject"), data(key, "reject")),))
    if others:
        all_ = Button(say("🚫 Reject all of them"), data(key, "reject_all"))
        rows.append((all_, Button(say("Unfold"), data(key, "unfold"))))
    return tuple(rows)


def reason_rows(one: Submission, language: Language, *, all_of_them: bool) -> Rows:
    say, key = language.say, one.key
    action = "rejected_all" if all_of_them else "rejected"
    rows = [
        (Button(say(REJECTION[reason]), data(key, action, reason)),)
        for reason in REJECTIONS
        if reason in REJECTION
    ]
    own = () if all_of_them else ((Button(say("In your own words"), data(key, "own_words")),),)
    return (*rows, *own, (_back(key, language),))


def tag_rows(one: Submission, language: Language) -> Rows:
    """Fixed ones are put on and off, own ones of the author only taken off."""
    say, key, tags = language.say, one.key, one.body.tags
    fixed = [
        Button(("✓ " if tag in tags else "") + tag_name(tag, language), data(key, "tag", tag))
        for tag in TAGS
    ]
    own = [
        Button(f"✕ {clipped(clean(tag), 20)}", data(key, "own_tag", text_digest(tag)))
        for tag in tags
        if tag not in TAGS
    ]
    return (*packed(fixed), *packed(own), (Button(say("‹ Back"), data(key, "back")),))


def word_rows(card: Card, one: Submission, language: Language, *, count: int) -> Rows:
    """`count` words in all; numbers are shown from 1."""
    key, first = one.key, card.words_page * WORDS_A_PAGE
    numbers = [
        Button(f"{'✓' if n in card.chosen else ''}{n + 1}", data(key, "word", n, card.seen))
        for n in range(first, min(count, first + WORDS_A_PAGE))
    ]
    rows = [
        tuple(numbers[start : start + NUMBERS_A_ROW])
        for start in range(0, len(numbers), NUMBERS_A_ROW)
    ]
    pages = -(-count // WORDS_A_PAGE)
    if pages > 1:
        rows.append(turning(key, "words", card.words_page, pages))
    chosen = len(card.chosen)
    if chosen:
        label = language.ngettext("🖍 Mask %(count)s word", "🖍 Mask %(count)s words", chosen)
        rows.append((Button(label % {"count": chosen}, data(key, "mask", card.seen)),))
    return (*rows, (_back(key, language),))


def turning(key: str, action: str, page: int, count: int) -> tuple[Button, ...]:
    """Round and round: before the first page comes the last."""
    return (
        Button("‹", data(key, action, (page - 1) % count)),
        Button(f"{page + 1}/{count}", data(key, action, page)),
        Button("›", data(key, action, (page + 1) % count)),
    )


def _back(key: str, language: Language) -> Button:
    return Button(language.say("‹ Back"), data(key, "back"))
