"""What became of something, as screens. Their buttons carry the receipt, no place does."""

from collections.abc import Iterable
from datetime import timedelta

from markupsafe import Markup

from bot.chat.screens import Button, Screen, packed
from bot.stories.model import REJECTIONS, Kind, Line, State, Submission
from bot.stories.places import story_place
from bot.stories.receipts.store import Found, NoteStatus, StoryStatus
from bot.stories.shown import author_html
from bot.stories.store import OPEN_STATES
from bot.stories.words import KIND, REJECTION
from bot.texts.html import utf16_length
from bot.texts.language import Language

PLACE = "receipt"
DIALOGUE_ROOM = 2_800
MINUTE = 60


def ask_screen(language: Language) -> Screen:
    say = language.say
    rows = (
        (Button(say("📖 Read stories"), "stories"), Button(say("✍️ Tell yours"), "story")),
        (Button(say("Menu"), "menu"),),
    )
    return Screen(language.page("receipt_ask"), rows)


def status_screen(found: Found, digits: str, language: Language) -> Screen:
    buttons = [*_buttons(found, digits, language), Button(language.say("Menu"), "menu")]
    return Screen(_status(found, language), packed(buttons))


def withdraw_screen(found: Found, digits: str, language: Language) -> Screen:
    """Says what goes, and asks once."""
    rows = (
        (Button(language.say("Yes, withdraw it"), f"receipt:gone:{digits}"),),
        (Button(language.say("No, leave it"), f"receipt:status:{digits}"),),
    )
    return Screen(language.page("receipt_withdraw", what=_what(found)), rows)


def gone_screen(found: Found, language: Language) -> Screen:
    """`found` is what it was before."""
    rows = ((Button(language.say("Menu"), "menu"),),)
    return Screen(language.page("receipt_gone", what=_what(found)), rows)


def can_withdraw(found: Found) -> bool:
    if isinstance(found, Submission):
        return found.state in {*OPEN_STATES, State.PUBLISHED}
    return isinstance(found, NoteStatus) or not found.state.is_gone


def in_words(wait: timedelta, language: Language) -> str:
    """Seconds below a minute, else minutes, rounded up."""
    seconds = -(-wait // timedelta(seconds=1))
    minutes = -(-seconds // MINUTE)
    if seconds < MINUTE:
        return language.ngettext("%(num)s second", "%(num)s seconds", seconds) % {"num": seconds}
    return language.ngettext("%(num)s minute", "%(num)s minutes", minutes) % {"num": minutes}


def _what(found: Found) -> str:
    if isinstance(found, Submission):
        return "waiting" if found.state in OPEN_STATES else "saying"
    return "story" if isinstance(found, StoryStatus) else "note"


def _status(found: Found, language: Language) -> str:
    if isinstance(found, NoteStatus):
        return language.page("receipt_note", number=found.number, kind=found.kind.value)
    if isinstance(found, StoryStatus):
        return language.page("receipt_story", story=found, score=language.number(found.score))
    return language.page(
        "receipt_submission",
        kind=language.say(KIND[found.kind]),
        about=found.about,
        state=found.state.value,
        reason=_reason(found.reason, language),
        lines=[(line.by_author, _shown(line.text)) for line in _last(found.dialogue)],
    )


def _buttons(found: Found, digits: str, language: Language) -> Iterable[Button]:
    say = language.say
    if isinstance(found, Submission):
        if found.state is State.ASKED:
            yield Button(say("💬 Answer"), f"receipt:answer:{digits}")
        if found.state in OPEN_STATES:
            yield Button(say("🔄 Look again"), f"receipt:status:{digits}")
            yield Button(say("🔔 Remind me in 3 days"), "receipt:remind")
        if found.state is State.REJECTED:
            yield Button(say("✍️ Tell it anew"), _anew(found))
            yield Button(say("📜 What is taken"), "policy")
    elif can_withdraw(found):
        yield Button(say("📖 Read it"), story_place(found.number))
        if isinstance(found, StoryStatus):
            yield Button(say("✍️ Tell the second part"), f"receipt:second:{digits}")
    if can_withdraw(found):
        yield Button(say("🗑 Withdraw"), f"receipt:withdraw:{digits}")


def _anew(found: Submission) -> str:
    """A second part begins with the receipt of the first."""
    on_a_story = found.kind in {Kind.COMMENT, Kind.REPLY, Kind.CORRECTION}
    return f"story:new:{found.kind}:{found.about}" if on_a_story else "story"


def _reason(reason: str, language: Language) -> Markup:
    """A reason of the policy in words, or the moderators' own."""
    if reason in REJECTION:
        return Markup.escape(language.say(REJECTION[reason]))
    return Markup() if reason in REJECTIONS else _shown(reason)


def _shown(text: str) -> Markup:
    return Markup(author_html(text, links=False))  # noqa: S704 - escaped there


def _last(dialogue: tuple[Line, ...]) -> tuple[Line, ...]:
    """As many of the last lines as a message holds."""
    room, first = DIALOGUE_ROOM, len(dialogue)
    while first and room >= utf16_length(dialogue[first - 1].text):
        first -= 1
        room -= utf16_length(dialogue[first].text)
    return dialogue[first:]
