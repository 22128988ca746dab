"""Telling a story, a comment, a reply, a correction, an answer: from `/story` to the receipt."""

from datetime import datetime
from random import Random

from sqlalchemy import Connection

from bot.chat.routes import Routes
from bot.chat.screens import Screen
from bot.chat.visit import Reply, Visit
from bot.storage.vault import Vault
from bot.stories.keys import Keys
from bot.stories.telling import confirm, writing
from bot.stories.telling.answers import Answers
from bot.stories.telling.beginning import Beginning
from bot.stories.telling.drafts import ANSWER, Draft, Drafts
from bot.stories.telling.flow import PRESSES, SCREENS, heard
from bot.stories.telling.progress import Progress
from bot.stories.telling.refused import reason
from bot.stories.telling.sending import Sending, Sent
from bot.stories.telling.steps import PLACE, step_at


def _nothing() -> None:
    return


class Telling:
    """`random` shuffles rows; `answers` takes what an author answers the moderators.

    `sent` is called for what is about to be committed.
    """

    def __init__(
        self, vault: Vault, keys: Keys, random: Random, *, answers: Answers, sent: Sent = _nothing
    ) -> None:
        self._keys, self.drafts = keys, Drafts(vault)
        self._progress = Progress(self.drafts)
        self._answers = answers
        self._sending = Sending(keys, random, self._progress, answers, sent)
        self._beginning = Beginning(self._progress, self._sending)

    def routes(self) -> Routes:
        return Routes(
            commands={PLACE: self.open},
            presses={PLACE: self.press},
            places={PLACE: self.screen},
            listeners=(self.typed,),
            odd=(self.odd,),
        )

    def open(self, visit: Visit) -> Reply:
        """What was begun, else the welcome."""
        return self._beginning.open(visit)

    def begin(self, visit: Visit, kind: str, about: int | None = None) -> Reply:
        """Starts composing (a Kind or ANSWER) on a story's number."""
        return self._beginning.begin(visit, kind, about)

    def press(self, visit: Visit) -> Reply:
        """A press does only what the step it belongs to allows, whatever its data says."""
        _, verb, value = (*visit.data.split(":", 2), "", "")[:3]
        reply = self._pressed(visit, verb, value)
        return reply or Reply(visit.person, visit.person.place, visit.language.page("old_button"))

    def typed(self, visit: Visit) -> Reply | None:
        """All that is typed while the composer is on the screen, but commands."""
        step = step_at(visit.person.place)
        draft = self._progress.load(visit) if step else None
        if draft is None:
            return Reply(visit.person, visit.person.place) if step else None
        message = visit.update.message if visit.update else None
        if message is not None and message.forward_origin is not None:
            return self.odd(visit)
        return self._progress.moved(visit, heard(visit, draft, step))

    def odd(self, visit: Visit) -> Reply | None:
        """Files, forwards and edits while the composer is on the screen."""
        step = step_at(visit.person.place)
        draft = self._progress.load(visit) if step and not visit.data else None
        if draft is None or visit.update is None or visit.text.startswith("/"):
            return None
        if visit.update.edited_message is not None:
            move = writing.edited(visit, draft, visit.update.edited_message)
            return self._progress.moved(visit, move) if move else None
        self._progress.save(visit, draft)
        told = visit.language.page("telling_refused", kind=reason(visit.update.message))
        return Reply(visit.person, visit.person.place, told)

    def cancel(self, visit: Visit) -> Reply | None:
        """For `/cancel`: throws away what is being written; None where nothing is."""
        draft = self._progress.load(visit) if step_at(visit.person.place) else None
        return self._sending.throw_away(visit, draft) if draft else None

    def forget(self, chat_id: int) -> None:
        """What is known of it in memory alone; its draft goes with the person's row."""
        self._sending.forget(chat_id)
        self._beginning.forget(chat_id)

    def forget_old(self, connection: Connection, now: datetime) -> int:
        """How many drafts of 24 hours or older were removed; what was known in memory goes too."""
        self._sending.forget_old(now)
        self._beginning.forget_old(now)
        return self.drafts.forget_old(connection, now)

    def screen(self, visit: Visit, argument: str) -> Screen:
        """Of a draft that is gone by now, a sentence that says so."""
        step, _, page = argument.partition(":")
        if step in confirm.AFTER:
            return confirm.AFTER[step](visit)
        draft = self._progress.load(visit)
        if draft is None:
            return confirm.expired_screen(visit)
        if step == "confirm":
            return confirm.screen(visit, draft, self._keys)
        if step == "text" and draft.kind == ANSWER:
            page = self._answers.question(visit)
        return SCREENS.get(step, SCREENS["overview"])(visit, draft, page)

    def _pressed(self, visit: Visit, verb: str, value: str) -> Reply | None:
        draft = self._progress.load(visit)
        if verb in {"", "new", "instead"}:
            return self._beginning.from_button(visit, verb, value)
        if verb in {"send", "deliver", "clean", "leave"}:
            return self._sending.press(visit, draft, verb, value)
        if draft is None:
            return None
        if (verb, value) == ("throw", "yes"):
            is_sure = step_at(visit.person.place) == "throw" or not draft.parts
            return self._sending.throw_away(visit, draft) if is_sure else None
        return self._step(visit, draft, verb, value)

    def _step(self, visit: Visit, draft: Draft, verb: str, value: str) -> Reply | None:
        press = PRESSES.get(verb)
        if press is None or press.step not in {"", step_at(visit.person.place)}:
            return None
        move = press.act(visit, draft, value)
        return self._progress.moved(visit, move) if move else None
