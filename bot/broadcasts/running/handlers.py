"""Broadcasts that run or are over: `/broadcasts`, the live message's buttons, people's presses."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.broadcasts.composing.around import Rights
from bot.broadcasts.composing.drafts import number_of
from bot.broadcasts.composing.handlers import unknown
from bot.broadcasts.running import correcting, lists, store
from bot.broadcasts.running.controls import CONTROLS, Effects
from bot.broadcasts.running.presses import OpenLink, pressed
from bot.broadcasts.running.store import Broadcast
from bot.chat.roles import ADMIN
from bot.chat.routes import Handler, Routes
from bot.chat.screens import Button, Screen
from bot.chat.touch import Answer, Touch
from bot.chat.visit import Reply, Visit

PREFIX, PLACE = "bc", "bcs"
PAGES: Mapping[str, str] = MappingProxyType(
    {"see": f"{PLACE}:{{number}}", "correct": f"{PLACE}:{{number}}:{{value}}:fix"}
)
"""The places that an admin's press on a broadcast of that number leads to, by verb."""


class Running:
    """`compose` takes presses of drafts, which have no number where others have one.

    `effects` are called for what is about to be committed; `noting` makes their `note`.
    """

    def __init__(
        self, rights: Rights, effects: Effects, compose: Handler, open_link: OpenLink
    ) -> None:
        self._rights, self._effects = rights, effects
        self._compose, self._open_link = compose, open_link

    def routes(self) -> Routes:
        return Routes(
            commands={"broadcasts": self.open},
            presses={PREFIX: self.press},
            places={PLACE: self.screen},
            listeners=(self.typed,),
            touches={PREFIX: self.touched},
        )

    def open(self, visit: Visit) -> Reply:
        """For who is no admin an unknown command."""
        return Reply(visit.person, PLACE) if self._may(visit) else unknown(visit)

    def press(self, visit: Visit) -> Reply:
        """Anybody's press below a broadcast, and an admin's on the pages of broadcasts."""
        number, verb, value = _parts(visit.data)
        if verb == "b" and number:
            reply = pressed(visit, number, value, self._open_link)
            return reply or _old(visit)
        if not self._may(visit):
            return unknown(visit)
        if not number:
            is_list = visit.data == f"{PREFIX}:list"
            return self.open(visit) if is_list else self._compose(visit)
        if verb not in PAGES or store.find(visit.connection, number) is None:
            return _old(visit)
        return Reply(visit.person, PAGES[verb].format(number=number, value=value))

    def touched(self, touch: Touch) -> Answer | None:
        """The buttons that leave the reader's own screen alone; None for any other."""
        number, verb, value = _parts(touch.data)
        control = CONTROLS.get(verb) if number and touch.private else None
        if control is None or not self._rights.may(touch.connection, touch.user_id, ADMIN):
            return None
        broadcast = store.find(touch.connection, number)
        if broadcast is None:
            return None
        return control(self._effects, touch, broadcast, value)

    def typed(self, visit: Visit) -> Reply | None:
        """New words, while they are asked for."""
        if not self.is_correcting(visit):
            return None
        broadcast, value, _ = self._at(visit, visit.person.place.partition(":")[2])
        if broadcast is None:
            return None
        count = correcting.typed(visit, broadcast, value)
        if not count:
            return Reply(visit.person, visit.person.place)
        self._rights.note(
            visit.connection,
            visit.now,
            visit.person.chat_id,
            "corrected a broadcast",
            f"#{broadcast.id}",
        )
        self._effects.amending(broadcast.id)
        return Reply(visit.person, f"{PLACE}:{broadcast.id}")

    def is_correcting(self, visit: Visit) -> bool:
        """Whether what is written are new words for many, not about the writer."""
        place = visit.person.place
        return place.startswith(f"{PLACE}:") and place.endswith(":fix") and self._may(visit)

    def screen(self, visit: Visit, argument: str) -> Screen:
        if not self._may(visit):
            menu = Button(visit.language.say("Menu"), "menu")
            return Screen(visit.language.page("odd", what="button"), ((menu,),))
        broadcast, value, is_fixing = self._at(visit, argument)
        if broadcast is None:
            return lists.list_screen(visit)
        if is_fixing:
            return correcting.screen(visit, broadcast, value)
        return lists.one_screen(visit, broadcast)

    def _at(self, visit: Visit, argument: str) -> tuple[Broadcast | None, str, bool]:
        """What `12` and `12:it:fix` name: the broadcast, the version, whether it is corrected."""
        name, value, last = (*argument.split(":", 2), "", "")[:3]
        number = number_of(name)
        broadcast = store.find(visit.connection, number) if number else None
        return broadcast, value, last == "fix"

    def _may(self, visit: Visit) -> bool:
        return self._rights.may(visit.connection, visit.person.chat_id, ADMIN)


def noting(rights: Rights, touch: Touch, action: str, broadcast: int) -> None:
    """For `Effects.note`."""
    rights.note(touch.connection, touch.now, touch.user_id, action, f"#{broadcast}")


def _parts(data: str) -> tuple[int, str, str]:
    """The number, 0 where there is none, the verb and the rest of `bc:12:verb:rest`."""
    _, number, verb, value = (*data.split(":", 3), "", "", "")[:4]
    return number_of(number), verb, value


def _old(visit: Visit) -> Reply:
    return Reply(visit.person, visit.person.place, visit.language.page("old_button"))
