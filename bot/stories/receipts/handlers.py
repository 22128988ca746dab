"""`/receipt`: whoever has the 16 digits sees what became of it, answers, withdraws."""

from collections.abc import Callable, Mapping

from bot.chat.people import store as people
from bot.chat.routes import Routes
from bot.chat.screens import Screen
from bot.chat.touch import Answer, Touch
from bot.chat.visit import Reply, Visit
from bot.stories.keys import Keys, typed_receipt
from bot.stories.model import Kind, State, Submission
from bot.stories.receipts import screens, store
from bot.stories.receipts.answering import Answering
from bot.stories.receipts.guesses import Guesses
from bot.stories.receipts.reminders import AFTER
from bot.stories.receipts.screens import PLACE
from bot.stories.receipts.store import Found, StoryStatus
from bot.stories.receipts.typed import count_digits, may_be_receipt, receipt_in
from bot.stories.receipts.withdrawing import Withdrawing
from bot.stories.telling.drafts import ANSWER

Compose = Callable[[Visit, str, int | None], Reply]
Press = Callable[[Visit, Found, str], Reply]


class Receipts:
    """Nothing checks who asks: the receipt is all the right there is.

    `compose` begins an answer, or a second part.
    """

    def __init__(
        self,
        keys: Keys,
        answering: Answering,
        guesses: Guesses,
        *,
        compose: Compose,
        withdrawing: Withdrawing,
    ) -> None:
        self._keys, self._answering, self._guesses = keys, answering, guesses
        self._compose, self._withdrawing = compose, withdrawing
        self._presses: Mapping[str, Press] = {
            "status": self._status,
            "answer": self._answer,
            "second": self._second,
            "withdraw": self._ask,
            "gone": self._gone,
        }

    def routes(self) -> Routes:
        return Routes(
            commands={PLACE: self.open},
            presses={PLACE: self.press},
            places={PLACE: self.screen},
            listeners=(self.typed,),
            touches={PLACE: self.remind},
        )

    def screen(self, visit: Visit, _: str) -> Screen:
        return screens.ask_screen(visit.language)

    def open(self, visit: Visit) -> Reply:
        return self._given(visit, visit.argument) if visit.argument else Reply(visit.person, PLACE)

    def typed(self, visit: Visit) -> Reply | None:
        """At the receipt's place; words without any digit are left to others."""
        at_place = visit.person.place == PLACE
        return self._given(visit, visit.text) if at_place and count_digits(visit.text) else None

    def press(self, visit: Visit) -> Reply:
        """`receipt`, or `receipt:what:digits`: each press looks the receipt up anew."""
        _, action, given = (*visit.data.split(":", 2), "", "")[:3]
        if not action:
            return Reply(visit.person, PLACE)
        pressed, digits = self._presses.get(action), typed_receipt(given)
        if pressed is None or digits is None:
            return Reply(visit.person, visit.person.place, visit.language.page("old_button"))
        found = self._find(visit, digits)
        return found if isinstance(found, Reply) else pressed(visit, found, digits)

    def remind(self, touch: Touch) -> Answer | None:
        """A day and no more is noted; the screen with the receipt stays as it is."""
        asked = touch.data == f"{PLACE}:remind" and touch.private
        person = people.find(touch.connection, touch.user_id) if asked else None
        if person is None:
            return None
        day = person.today(touch.now) + AFTER
        store.set_reminder(touch.connection, person.chat_id, day)
        said = touch.language.say(
            "On %(day)s I will remind you to look, in one line. Keep your receipt: I don't have it.",
            day=touch.language.long_date(day),
        )
        return Answer(said, alert=True)

    def _given(self, visit: Visit, text: str) -> Reply:
        """Typed digits leave the chat, right or wrong."""
        message = visit.update.message if visit.update else None
        delete = (message.message_id,) if message and may_be_receipt(text) else ()
        digits = receipt_in(text)
        if digits is None:
            notice = visit.language.page("receipt_shape")
            return Reply(visit.person, PLACE, notice, delete=delete)
        found = self._find(visit, digits, delete)
        if isinstance(found, Reply):
            return found
        screen = screens.status_screen(found, digits, visit.language)
        return Reply(visit.person, PLACE, screen=screen, delete=delete)

    def _find(self, visit: Visit, digits: str, delete: tuple[int, ...] = ()) -> Found | Reply:
        """While somebody waits nothing is looked up: right and wrong ones sound the same."""
        person = visit.person
        if self._guesses.wait(person.chat_id, visit.now):
            return Reply(person, PLACE, self._told_to_wait(visit), delete=delete)
        found = store.find(visit.connection, self._keys.receipt_hash(digits))
        if found is not None:
            return found
        self._guesses.wrong(person.chat_id, visit.now)
        said = (visit.language.page("receipt_unknown"), self._told_to_wait(visit))
        return Reply(person, PLACE, "\n\n".join(filter(None, said)), delete=delete)

    def _told_to_wait(self, visit: Visit) -> str:
        wait = self._guesses.wait(visit.person.chat_id, visit.now)
        if not wait:
            return ""
        return visit.language.page("receipt_wait", wait=screens.in_words(wait, visit.language))

    def _status(self, visit: Visit, found: Found, digits: str) -> Reply:
        screen = screens.status_screen(found, digits, visit.language)
        return Reply(visit.person, PLACE, screen=screen)

    def _answer(self, visit: Visit, found: Found, digits: str) -> Reply:
        if not isinstance(found, Submission) or found.state is not State.ASKED:
            return self._status(visit, found, digits)
        self._answering.remember(visit.person.chat_id, digits)
        return self._compose(visit, ANSWER, None)

    def _second(self, visit: Visit, found: Found, digits: str) -> Reply:
        """Only who has the receipt goes on with the story."""
        if not isinstance(found, StoryStatus) or not screens.can_withdraw(found):
            return self._status(visit, found, digits)
        return self._compose(visit, Kind.STORY, found.number)

    def _ask(self, visit: Visit, found: Found, digits: str) -> Reply:
        return self._if_there(self._withdrawing.ask, visit, found, digits)

    def _gone(self, visit: Visit, found: Found, digits: str) -> Reply:
        return self._if_there(self._withdrawing.do, visit, found, digits)

    def _if_there(self, press: Press, visit: Visit, found: Found, digits: str) -> Reply:
        """What is refused or withdrawn already only tells what became of it."""
        press = press if screens.can_withdraw(found) else self._status
        return press(visit, found, digits)
