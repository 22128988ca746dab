"""`/broadcast`: every press, message and screen looks anew at whether the person is an admin."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.broadcasts.composing import (
    choosing,
    confirming,
    linking,
    overview,
    store,
    timing,
    versions,
)
from bot.broadcasts.composing.around import Act, Around, Show, notice
from bot.broadcasts.composing.drafts import PLACE, Draft, number_of, place_of, step_at
from bot.chat.roles import ADMIN
from bot.chat.routes import Routes
from bot.chat.screens import Button, Screen
from bot.chat.visit import Reply, Visit

SCREENS: Mapping[str, Show] = MappingProxyType(
    {
        "home": overview.home_screen,
        "throw": overview.throw_screen,
        "versions": versions.versions_screen,
        "text": versions.text_screen,
        "buttons": linking.screen,
        "kind": choosing.kind_screen,
        "who": choosing.who_screen,
        "when": timing.when_screen,
        "urgent": timing.urgent_screen,
        "sure": confirming.sure_screen,
    }
)
PRESSES: Mapping[str, Act] = MappingProxyType(
    {
        "drop": versions.drop,
        "unlink": linking.take_off,
        "kind": choosing.pick_kind,
        "who": choosing.pick_who,
        "now": timing.at_once,
        "urgent": timing.urge,
        "test": confirming.test,
        "go": confirming.go,
        "throw": overview.throw_away,
    }
)


class Composing:
    """Presses on broadcasts that have a number are `running`'s, which hands on all others."""

    def __init__(self, around: Around) -> None:
        self._around = around

    def routes(self) -> Routes:
        return Routes(
            commands={"broadcast": self.open},
            places={PLACE: self.screen},
            listeners=(self.typed,),
            odd=(self.odd,),
        )

    def open(self, visit: Visit) -> Reply:
        """What was begun, else a new draft; for who is no admin an unknown command."""
        if not self._may(visit):
            return unknown(visit)
        if self._draft(visit) is None:
            store.begin(visit.connection, visit.person.chat_id)
        return Reply(visit.person, place_of("home"))

    def press(self, visit: Visit) -> Reply:
        _, verb, value = (*visit.data.split(":", 2), "", "")[:3]
        if not self._may(visit):
            return unknown(visit)
        if verb in {"", "open"}:
            return self.open(visit)
        if verb == "back":
            return self._reopen(visit, value)
        draft = self._draft(visit)
        reply = self._pressed(visit, draft, verb, value) if draft else None
        return reply or Reply(visit.person, visit.person.place, visit.language.page("old_button"))

    def typed(self, visit: Visit) -> Reply | None:
        """All that is typed while the draft is on the screen, but commands."""
        step, argument = step_at(visit.person.place)
        draft = self._draft(visit) if step and self._may(visit) else None
        if draft is None:
            return None
        if step == "text":
            return versions.received(visit, draft, argument)
        if step == "when":
            return timing.typed(visit, draft)
        reply = linking.typed(self._around, visit, draft, argument) if step == "buttons" else None
        return reply or Reply(visit.person, visit.person.place, visit.language.page("press"))

    def odd(self, visit: Visit) -> Reply | None:
        """Pictures, files and albums for the message; messages of it that are changed later."""
        update = visit.update
        if update is None or visit.data or visit.text:
            return None
        step, argument = step_at(visit.person.place)
        if (not step and update.edited_message is None) or not self._may(visit):
            return None
        draft = self._draft(visit)
        if draft is None:
            return None
        if update.edited_message is not None:
            return versions.edited(visit, draft)
        return versions.received(visit, draft, argument) if step == "text" else None

    def is_composing(self, visit: Visit) -> bool:
        """Whether what is written is a message to many, not about the writer."""
        return step_at(visit.person.place)[0] == "text" and self._may(visit)

    def cancel(self, visit: Visit) -> Reply | None:
        """For `/cancel`: asks whether to throw the draft away."""
        is_here = bool(step_at(visit.person.place)[0]) and self._may(visit)
        if not is_here or self._draft(visit) is None:
            return None
        return Reply(visit.person, place_of("throw"))

    def screen(self, visit: Visit, argument: str) -> Screen:
        if not self._may(visit):
            return Screen(
                visit.language.page("odd", what="button"),
                ((Button(visit.language.say("Menu"), "menu"),),),
            )
        step, rest = step_at(place_of(argument))
        begun = confirming.begun_screen(visit, rest) if step == "begun" else None
        if begun is not None:
            return begun
        draft = self._draft(visit)
        if draft is None:
            return overview.gone_screen(visit)
        return SCREENS.get(step, overview.home_screen)(self._around, visit, draft, rest)

    def _pressed(self, visit: Visit, draft: Draft, verb: str, value: str) -> Reply | None:
        if verb == "see":
            step = value.partition(":")[0]
            return Reply(visit.person, place_of(value)) if step in SCREENS else None
        act = PRESSES.get(verb)
        return act(self._around, visit, draft, value) if act else None

    def _reopen(self, visit: Visit, value: str) -> Reply:
        """What is scheduled, changed once more; of two drafts the one that is there stays."""
        chat_id, number = visit.person.chat_id, number_of(value)
        if self._draft(visit) is not None:
            return Reply(visit.person, visit.person.place, notice(visit, "draft_there"))
        if not store.reopen(visit.connection, number, chat_id):
            return Reply(visit.person, visit.person.place, visit.language.page("old_button"))
        self._around.rights.note(
            visit.connection, visit.now, chat_id, "reopened a broadcast", f"#{number}"
        )
        return Reply(visit.person, place_of("home"), notice(visit, "reopened"))

    def _draft(self, visit: Visit) -> Draft | None:
        return store.of_author(visit.connection, visit.person.chat_id)

    def _may(self, visit: Visit) -> bool:
        return self._around.rights.may(visit.connection, visit.person.chat_id, ADMIN)


def unknown(visit: Visit) -> Reply:
    """As everybody is answered who presses or types what the bot does not know."""
    what = "button" if visit.data else "command"
    return Reply(visit.person, visit.person.place, visit.language.page("odd", what=what))
