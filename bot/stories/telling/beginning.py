"""How composing begins: anew, with what was begun before, or with the question which of both."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.screens import Button, Screen
from bot.chat.visit import Reply, Visit
from bot.stories.lately import Lately
from bot.stories.model import Kind
from bot.stories.telling.about import is_open, story_number
from bot.stories.telling.drafts import ANSWER, Draft
from bot.stories.telling.notices import notice
from bot.stories.telling.progress import Progress
from bot.stories.telling.sending import Sending
from bot.stories.telling.steps import Move
from bot.stories.words import KIND

GRANTED_FOR = timedelta(hours=1)
MOST_GRANTED = 1000


class Beginning:
    """Who came with the receipt of a story, and has to decide first, is known in memory alone."""

    def __init__(self, progress: Progress, sending: Sending) -> None:
        self._progress, self._sending = progress, sending
        self._granted = Lately[int](GRANTED_FOR, MOST_GRANTED)

    def open(self, visit: Visit) -> Reply:
        """What was begun, else the welcome."""
        begun = self._begun(visit)
        return self._resumed(visit, begun) if begun else self.begin(visit, Kind.STORY)

    def begin(self, visit: Visit, kind: str, about: int | None = None) -> Reply:
        """What was begun of the same kind goes on; of another kind the person decides.

        Of a story with a number, a second part, callers have seen the receipt.
        """
        begun = self._begun(visit)
        if begun and (begun.kind, begun.about) == (kind, about):
            return self._resumed(visit, begun)
        refusal = self._sending.refusal(visit, kind)
        if refusal:
            return Reply(visit.person, visit.person.place, refusal)
        if begun:
            if kind == Kind.STORY and about is not None:
                self._granted.keep(visit.person.chat_id, about, visit.now)
            return _undecided(visit, begun, kind, about)
        self._granted.forget(visit.person.chat_id)
        self._sending.drop(visit, self._progress.load(visit))
        fresh = Draft(kind=kind, about=about)
        return self._progress.moved(visit, Move(fresh, "welcome" if fresh.is_story else "text"))

    def from_button(self, visit: Visit, verb: str, value: str) -> Reply | None:
        """`new:<kind>[:<number>]`, or `instead:…` of what was begun; None for anything else."""
        kind, _, number = value.partition(":")
        about = story_number(number)
        if not verb:
            return self.open(visit)
        if not is_open(visit.connection, kind, about) or (number and about is None):
            return None
        if kind == Kind.STORY and about:
            granted = self._granted.find(visit.person.chat_id, visit.now)
            if granted != about:
                return None
        return (self._instead if verb == "instead" else self.begin)(visit, kind, about)

    def forget(self, chat_id: int) -> None:
        self._granted.forget(chat_id)

    def forget_old(self, now: datetime) -> None:
        self._granted.forget_old(now)

    def _instead(self, visit: Visit, kind: str, about: int | None) -> Reply:
        """What was begun goes only when the new one is taken."""
        refusal = self._sending.refusal(visit, kind)
        if refusal:
            return Reply(visit.person, visit.person.place, refusal)
        self._sending.drop(visit, self._progress.load(visit))
        return replace(self.begin(visit, kind, about), wiped=True)

    def _begun(self, visit: Visit) -> Draft | None:
        draft = self._progress.load(visit)
        return None if draft is None or draft.is_empty else draft

    def _resumed(self, visit: Visit, draft: Draft) -> Reply:
        return self._progress.moved(visit, Move(draft, "overview", notice=notice(visit, "begun")))


def _undecided(visit: Visit, draft: Draft, kind: str, about: int | None) -> Reply:
    """Shown once and kept nowhere: no place tells what somebody is about to write on."""
    say = visit.language.say
    rows = [(Button(say("Go on with it"), "story:go:overview"),)]
    if kind != ANSWER:
        new = f"story:instead:{kind}:{about}" if about else f"story:instead:{kind}"
        rows.append((Button(say("Throw it away and begin the new one"), new),))
    else:
        rows.append((Button(say("🗑 Throw it away"), "story:throw"),))
    rows.append((Button(say("‹ Back"), "here"),))
    began = say(KIND[draft.kind]) if draft.kind in KIND else say("Answer to the moderators")
    text = visit.language.page("telling_undecided", kind=began, number=draft.about)
    return Reply(visit.person, visit.person.place, screen=Screen(text, tuple(rows)))
