"""Decisions about a submission: each once, in the log, and its cards are drawn anew."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.chat.touch import Answer, Touch
from bot.stories import store as submission_store
from bot.stories.model import MOST_TAGS, REJECTIONS, TAGS, Body, Kind, Line, State, Submission
from bot.stories.moderation import store, verdicts
from bot.stories.moderation.publisher import Publisher
from bot.stories.moderation.store import CardStore
from bot.stories.moderation.word_masks import text_digest

MOST_LINES = 20


@dataclass(frozen=True)
class Decisions:
    """Of open submissions: whoever calls has looked. `wake` makes the cards be drawn."""

    publisher: Publisher
    cards: CardStore
    wake: Callable[[], None]

    def publish(self, touch: Touch, one: Submission) -> Answer:
        cards = self.cards.of(touch.connection, one.key)
        today = touch.now.date()
        if one.kind is Kind.STORY:
            number = self.publisher.publish(touch.connection, one, today)
            subject = str(number) if number else ""
        else:
            is_done = self.publisher.publish_note(touch.connection, one, today)
            number, subject = None, one.key if is_done else ""
        if subject:
            verdict = f"{verdicts.PUBLISHED}:{number}" if number else verdicts.PUBLISHED
            store.log(touch.connection, touch.now, touch.user_id, "publish", subject)
        else:
            now = submission_store.find(touch.connection, one.key)
            verdict = verdicts.verdict_of(None, now)
        self.cards.put(touch.connection, (replace(card, verdict=verdict) for card in cards))
        self.wake()
        return Answer(verdicts.sentence(verdict, touch.language), erased=True)

    def reject(self, touch: Touch, one: Submission, reason: str) -> Answer:
        """`reason` is one of REJECTIONS, or words for the author."""
        cards = self.cards.of(touch.connection, one.key)
        submission_store.close(touch.connection, one, State.REJECTED, reason)
        verdict = verdicts.rejected(reason)
        self.cards.put(touch.connection, (replace(card, verdict=verdict) for card in cards))
        self._note(touch, one, "reject")
        return Answer(verdicts.sentence(verdict, touch.language), erased=True)

    def ask(self, touch: Touch, one: Submission, question: str) -> Answer:
        say = touch.language.say
        if len(one.dialogue) >= MOST_LINES:
            return Answer(say("Enough was asked. Please decide."), alert=True)
        dialogue = (*one.dialogue, Line(by_author=False, text=question))
        self._save(touch, replace(one, dialogue=dialogue, state=State.ASKED), "ask")
        return Answer(say("Asked. The card comes back with the answer."))

    def set_state(self, touch: Touch, one: Submission, state: State, action: str) -> Answer:
        """Set aside, or taken up again."""
        if one.state is not state:
            self._save(touch, replace(one, state=state), action)
        say = touch.language.say
        return Answer(say("Set aside.") if state is State.ASIDE else say("It waits again."))

    def allow_links(self, touch: Touch, one: Submission, *, allowed: bool) -> Answer:
        self._save_body(touch, one, replace(one.body, links=allowed), "links")
        say = touch.language.say
        return Answer(
            say("Its links will be links.") if allowed else say("Its links will be plain text.")
        )

    def toggle_tag(self, touch: Touch, one: Submission, tag: str) -> Answer:
        tags = one.body.tags
        if tag not in TAGS:
            return Answer(touch.language.say("That button no longer does anything."))
        if tag not in tags and len(tags) >= MOST_TAGS:
            say = touch.language.say
            return Answer(say("At most %(most)s tags: take one off first.", most=MOST_TAGS))
        left = tuple(other for other in tags if other != tag)
        changed = left if tag in tags else (*tags, tag)
        self._save_body(touch, one, replace(one.body, tags=changed), "tags")
        return Answer()

    def drop_own_tag(self, touch: Touch, one: Submission, digest: str) -> Answer:
        left = tuple(tag for tag in one.body.tags if tag in TAGS or text_digest(tag) != digest)
        self._save_body(touch, one, replace(one.body, tags=left), "tags")
        return Answer(erased=True)

    def change_text(self, touch: Touch, one: Submission, body: Body) -> Answer:
        """With words masked that were readable."""
        self._save_body(touch, one, body, "mask")
        return Answer(touch.language.say("Masked."), erased=True)

    def _save_body(self, touch: Touch, one: Submission, body: Body, action: str) -> None:
        if body != one.body:
            self._save(touch, replace(one, body=body), action)

    def _save(self, touch: Touch, one: Submission, action: str) -> None:
        submission_store.save(touch.connection, one)
        self._note(touch, one, action)

    def _note(self, touch: Touch, one: Submission, action: str) -> None:
        store.log(touch.connection, touch.now, touch.user_id, action, one.key)
        store.redraw(touch.connection, one.key)
        self.wake()


def is_reason(code: str) -> bool:
    """Whether it is a reason that needs no words of a moderator's own."""
    return code in REJECTIONS and code != "own_words"
