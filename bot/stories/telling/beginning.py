"""How composing begins: anew, with what was begun before, or with the question which of both."""

from collections import OrderedDict
from dataclasses import replace

from bot.chat.screens import Button, Screen
from bot.chat.visit import Reply, Visit
from bot.stories.model import Kind, StoryState
from bot.stories.telling import store
from bot.stories.telling.drafts import ANSWER, Draft
from bot.stories.telling.notices import notice
from bot.stories.telling.progress import Progress
from bot.stories.telling.sending import Sending
from bot.stories.telling.steps import Move
from bot.stories.words import KIND

MOST_DIGITS = 9
MOST_GRANTED = 1000


class Beginning:
    """Whose second part may be told is known in memory: who came with the receipt."""

    def __init__(self, progress: Progress, sending: Sending) -> None:
        self._progress, self._sending = progress, sending
        self._granted: OrderedDict[int, int] = OrderedDict()

    def open(self, visit: Visit) -> Reply:
        """What was begun, else the welcome."""
        draft = self._progress.load(visit)
        if draft is None or draft.is_empty:
            return self.begin(visit, Kind.STORY)
        return self._resumed(visit, draft)

    def begin(self, visit: Visit, kind: str, about: int | None = None, intro: str = "") -> Reply:
        """What was begun of the same kind goes on; of another kind the person decides.

        Of a story with a number, a second part, callers have seen the receipt.
        """
        if kind == Kind.STORY and about is not None:
            self._grant(visit.person.chat_id, about)
        draft = self._progress.load(visit)
        if draft is not None and not draft.is_empty:
            if (draft.kind, draft.about) != (kind, about):
                return _undecided(visit, draft, kind, about)
            return self._resumed(visit, replace(draft, intro=intro))
        refusal = self._sending.refusal(visit, kind)
        if refusal:
            return Reply(visit.person, visit.person.place, refusal)
        self._progress.remove(visit)
        fresh = Draft(kind=kind, about=about, intro=intro)
        return self._progress.moved(visit, Move(fresh, "welcome" if fresh.is_story else "text"))

    def from_button(self, visit: Visit, verb: str, value: str) -> Reply | None:
        """`new:<kind>[:<number>]`, or `instead:…` of what was begun; None for anything else."""
        kind, _, number = value.partition(":")
        about = _number(number)
        if not verb:
            return self.open(visit)
        if not _is_open(visit, kind, about) or (number and about is None):
            return None
        if kind == Kind.STORY and about and self._granted.get(visit.person.chat_id) != about:
            return None
        if verb == "instead":
            self._progress.remove(visit)
        reply = self.begin(visit, kind, about)
        return replace(reply, wiped=verb == "instead")

    def _grant(self, chat_id: int, number: int) -> None:
        self._granted[chat_id] = number
        self._granted.move_to_end(chat_id)
        if len(self._granted) > MOST_GRANTED:
            self._granted.popitem(last=False)

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


def _number(typed: str) -> int | None:
    is_number = typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS
    return int(typed) if is_number and int(typed) else None


def _is_open(visit: Visit, kind: str, about: int | None) -> bool:
    """Whether that may be written: a comment on an open story, the rest on any that is readable."""
    if about is None:
        return kind == Kind.STORY
    state = store.state_of(visit.connection, about)
    if kind == Kind.COMMENT:
        return state is StoryState.OPEN
    allowed = {Kind.STORY, Kind.REPLY, Kind.CORRECTION}
    return kind in allowed and state in {StoryState.OPEN, StoryState.ARCHIVED}
