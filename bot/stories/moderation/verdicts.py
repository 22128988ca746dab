"""What became of a submission or a report, as a code on its card and in the moderators' words."""

from bot.stories.model import State, Submission
from bot.stories.moderation.card import Card
from bot.stories.moderation.store import OPEN
from bot.stories.words import REJECTION
from bot.texts.html import link
from bot.texts.language import Language

PUBLISHED, REJECTED, WITHDRAWN = "published", "rejected", "withdrawn"
DECIDED, MOVED, CLOSED = "decided", "moved", "closed"
# Of a published story that readers reported.
KEPT, TAKEN_OFF, GONE = "kept", "taken_off", "gone"
# Of a post of the channel that was in doubt.
POSTED, THERE, SETTLED = "posted", "there", "settled"


def is_open(one: Submission | None) -> bool:
    """Whether moderators may still decide; what is new has not been released to them."""
    return one is not None and one.state in OPEN


def verdict_of(card: Card | None, one: Submission | None) -> str:
    """`published:17`, `rejected:hate`, `withdrawn`, …; of what is closed."""
    if card is not None and card.verdict:
        return card.verdict
    if one is None:
        return DECIDED
    if one.state is State.REJECTED:
        return rejected(one.reason)
    return {State.PUBLISHED: PUBLISHED, State.WITHDRAWN: WITHDRAWN}.get(one.state, DECIDED)


def rejected(reason: str) -> str:
    """A moderator's own words are the author's to read: cards do not repeat them."""
    return f"{REJECTED}:{reason if reason in REJECTION else 'own_words'}"


def sentence(verdict: str, language: Language) -> str:
    """Plain text, for toasts."""
    what, _, detail = verdict.partition(":")
    say = language.say
    if what == PUBLISHED:
        return (
            say("✅ Published as #%(number)s.", number=detail) if detail else say("✅ Published.")
        )
    if what == REJECTED:
        reason = REJECTION.get(detail)
        why = say(reason) if reason else say("In your own words.")
        return " ".join((say("🚫 Rejected."), why))
    return {
        WITHDRAWN: say("↩️ Withdrawn."),
        MOVED: say("👇 The card is below."),
        CLOSED: say("This card is closed."),
        KEPT: say("#%(number)s stays.", number=detail),
        TAKEN_OFF: say("#%(number)s is taken off.", number=detail),
        GONE: say("#%(number)s is no longer there.", number=detail),
        POSTED: say("The post of #%(number)s goes out now.", number=detail),
        THERE: say("The post of #%(number)s is in the channel.", number=detail),
        SETTLED: say("Nothing is left to decide about the post of #%(number)s.", number=detail),
    }.get(what, say("It has been decided."))


def line(verdict: str, language: Language, address: str = "") -> str:
    """HTML: what is left of a card; `address` is that of the published story."""
    text = sentence(verdict, language)
    what, _, detail = verdict.partition(":")
    is_readable = what in {PUBLISHED, KEPT, POSTED, THERE} and detail and address
    return text.replace(f"#{detail}", link(address, f"#{detail}")) if is_readable else text
