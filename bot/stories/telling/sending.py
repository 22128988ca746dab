"""Sending: the draft goes, the submission comes, in one transaction; pressed twice, sent once."""

from collections.abc import Callable
from datetime import datetime
from random import Random

from bot.chat.people import MENU
from bot.chat.visit import Reply, Visit
from bot.stories import store as submissions
from bot.stories.intake_pause import paused
from bot.stories.keys import Keys, new_key, typed_receipt
from bot.stories.model import Kind, State, Submission
from bot.stories.places import story_place
from bot.stories.telling.about import is_open, story_number
from bot.stories.telling.allowance import MOST_WAITING, Allowance
from bot.stories.telling.answers import Answers
from bot.stories.telling.confirm import answered_screen, cleaned_screen, gone_screen, sent_screen
from bot.stories.telling.drafts import ANSWER, Draft
from bot.stories.telling.masking import body_of
from bot.stories.telling.notices import notice
from bot.stories.telling.progress import Progress
from bot.stories.telling.steps import missing, place_of, step_at
from bot.stories.telling.traces import Traces, noted, without_screens

Sent = Callable[[], None]


class Sending:
    """After it the person is at the menu: no place tells that they sent something."""

    def __init__(
        self, keys: Keys, random: Random, progress: Progress, answers: Answers, sent: Sent
    ) -> None:
        self._keys, self._random, self._sent = keys, random, sent
        self._progress, self._answers = progress, answers
        self._allowance, self._traces = Allowance(), Traces()

    def press(self, visit: Visit, draft: Draft | None, verb: str, value: str) -> Reply | None:
        """`send`, `deliver`, `clean` or `leave`; None for what may not be."""
        if verb == "send":
            return self.send(visit, draft, value)
        if verb == "deliver":
            return self.deliver(visit, draft)
        return self.clean(visit) if verb == "clean" else _left(visit, value)

    def refusal(self, visit: Visit, kind: str) -> str:
        """Why nothing of that kind is taken at the moment; empty where it is."""
        today = visit.now.date()
        if kind == ANSWER:
            return ""
        if paused(visit.connection):
            return notice(visit, "paused")
        if not self._allowance.has_left(visit.person.chat_id, kind, today):
            return notice(visit, "enough")
        if submissions.count_open(visit.connection) >= MOST_WAITING:
            return notice(visit, "crowded")
        return ""

    def send(self, visit: Visit, draft: Draft | None, value: str) -> Reply | None:
        """`<digits>:<proof>` of a confirming screen; None for what may not be sent."""
        digits, _, proof = value.partition(":")
        if typed_receipt(digits) != digits or not self._is_offered(visit, digits, proof):
            return None
        receipt = self._keys.receipt_hash(digits)
        known = submissions.kind_of(visit.connection, receipt)
        if known is not None:
            return _sent(visit, digits, known)
        if draft is None or draft.kind == ANSWER or not _may_send(visit, draft):
            return None
        refusal = self.refusal(visit, draft.kind)
        if not is_open(visit.connection, draft.kind, draft.about):
            refusal = notice(visit, "closed", about=str(draft.about))
        if refusal:
            return Reply(visit.person, visit.person.place, refusal)
        submissions.add(visit.connection, _submission(visit, draft), receipt, self._random)
        self._allowance.use(visit.person.chat_id, draft.kind, visit.now.date())
        self.drop(visit, draft)
        self._sent()
        return _sent(visit, digits, draft.kind, draft.about)

    def deliver(self, visit: Visit, draft: Draft | None) -> Reply | None:
        """An answer to the moderators, for the receipt that was shown in this chat."""
        if draft is None or draft.kind != ANSWER or not _may_send(visit, draft):
            return None
        digits = self._answers.waits_for(visit.person.chat_id)
        if digits is None:
            return Reply(visit.person, "receipt", notice(visit, "receipt_again"))
        if not self._answers.deliver(visit, digits, body_of(visit, draft).text):
            return Reply(visit.person, visit.person.place, notice(visit, "not_asked"))
        self.drop(visit, draft)
        self._sent()
        shows, screen = place_of("answered"), answered_screen(visit)
        return Reply(visit.person, MENU, shows=shows, screen=screen, wiped=True)

    def throw_away(self, visit: Visit, draft: Draft) -> Reply:
        self.drop(visit, draft)
        about = None if draft.is_story else draft.about
        if draft.is_empty:
            place = story_place(about) if about else MENU
            return Reply(visit.person, place, wiped=True)
        shows, screen = place_of("gone"), gone_screen(visit, about)
        return Reply(visit.person, MENU, shows=shows, screen=screen, wiped=True)

    def clean(self, visit: Visit) -> Reply:
        """Deletes what was written, as far as it is known; the message of the receipt stays."""
        messages = self._traces.take(visit.person.chat_id, visit.now)
        screen = cleaned_screen(visit, known=bool(messages))
        place = visit.person.place
        return Reply(visit.person, place, screen=screen, fresh=True, delete=messages)

    def forget(self, chat_id: int) -> None:
        self._traces.forget(chat_id)

    def forget_old(self, now: datetime) -> None:
        self._traces.forget_old(now)

    def drop(self, visit: Visit, draft: Draft | None) -> None:
        """The draft goes; which messages show it is known for a day, to delete them."""
        if draft is not None:
            shown = without_screens(noted(draft, visit), visit)
            self._traces.keep(visit.person.chat_id, shown, visit.now)
        self._progress.remove(visit)

    def _is_offered(self, visit: Visit, digits: str, proof: str) -> bool:
        return self._keys.is_offered(digits, proof, visit.person.chat_id)


def _sent(visit: Visit, digits: str, kind: str, about: int | None = None) -> Reply:
    screen = sent_screen(visit, digits, kind, None if kind == Kind.STORY else about)
    return Reply(visit.person, MENU, shows=place_of("sent"), screen=screen, wiped=True)


def _left(visit: Visit, number: str) -> Reply:
    """To the story of that number, else the menu, in a new message: that of the receipt stays."""
    about = story_number(number)
    return Reply(visit.person, story_place(about) if about else MENU, fresh=True)


def _may_send(visit: Visit, draft: Draft) -> bool:
    return step_at(visit.person.place) == "confirm" and not missing(draft)


def _submission(visit: Visit, draft: Draft) -> Submission:
    return Submission(
        key=new_key(),
        kind=Kind(draft.kind),
        state=State.NEW,
        month=visit.now.date().replace(day=1),
        language=visit.language.code,
        body=body_of(visit, draft),
        about=draft.about,
    )
