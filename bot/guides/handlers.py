"""Guides in the chat: presses in, places and notices out; what is typed goes to its own part."""

from dataclasses import replace

from bot.chat.counts import Count, MissedSearch
from bot.chat.routes import Routes
from bot.chat.screens import Button, Screen
from bot.chat.visit import Reply, Visit
from bot.guides.codes import Press, decode, encode
from bot.guides.conversation import Conversation, RefusedError
from bot.guides.library import Library
from bot.guides.model import COUNTRIES, Guide
from bot.guides.presses import pressed
from bot.guides.store import Conversations
from bot.guides.typed.handlers import TypedAnswers
from bot.guides.whereabouts import PLACE, Whereabouts, place_of
from bot.texts.language import Language


class GuideDesk:
    """`count` is told of each step, `missed` of a search in vain."""

    def __init__(
        self, library: Library, conversations: Conversations, count: Count, missed: MissedSearch
    ) -> None:
        self._library, self._missed = library, missed
        self._whereabouts = Whereabouts(library, conversations, count)
        self._typed = TypedAnswers(library, self._whereabouts)

    def routes(self) -> Routes:
        return Routes(
            presses={PLACE: self.press},
            places={PLACE: self.screen},
            listeners=(self._typed.answer, self.search),
        )

    def doors(self, language: Language) -> list[Button]:
        """A button for each guide, for the menu."""
        return [self._door(guide, language) for guide in self._library.guides.values()]

    def open(self, visit: Visit, guide_id: str) -> Reply | None:
        """The guide where the person left it; None where there is no such guide."""
        guide = self._library.guides.get(guide_id)
        if guide is None:
            return None
        known = self._whereabouts.known(visit, guide)
        notice = visit.language.page("left_off") if known and known.answers else ""
        self._whereabouts.step(visit, guide, known, visit, known or Conversation())
        return Reply(visit.person, place_of(guide_id), notice=notice)

    def screen(self, visit: Visit, guide_id: str) -> Screen:
        """Of a guide that is no more, a sentence and the way to the menu."""
        guide = self._library.guides.get(guide_id)
        if guide is None:
            menu = Button(visit.language.say("Menu"), "menu")
            return Screen(visit.language.page("old_button"), ((menu,),))
        return self._library.pages(visit).screen(guide, self._whereabouts.load(visit, guide))

    def press(self, visit: Visit) -> Reply:
        """A press moves a person only where the guide would, whatever the data says."""
        press = decode(visit.data)
        guide = self._library.guides.get(press.guide) if press else None
        if press is None or guide is None:
            return Reply(visit.person, visit.person.place, visit.language.page("old_button"))
        if press.kind == "open":
            return self.open(visit, guide.id) or Reply(visit.person, visit.person.place)
        if press.kind == "country":
            return self._set_country(visit, guide, press.value)
        before = self._whereabouts.load(visit, guide)
        try:
            after = pressed(guide, before, self._library.context(visit), press)
        except RefusedError:
            return self._refused(visit, guide, before)
        self._whereabouts.step(visit, guide, before, visit, after)
        return Reply(visit.person, place_of(guide.id))

    def search(self, visit: Visit) -> Reply | None:
        """The guides that fit what was typed, as buttons; where none does, that is said."""
        found = self._library.finder.find(visit.text, visit.language.code)
        if not found:
            self._missed(visit.person.chat_id, visit.text, visit.language.code)
        buttons = tuple(
            (self._door(self._library.guides[guide_id], visit.language),) for guide_id in found
        )
        menu = (Button(visit.language.say("Menu"), "menu"),)
        text = visit.language.page("found", any=bool(found))
        return Reply(visit.person, visit.person.place, screen=Screen(text, (*buttons, menu)))

    def _set_country(self, visit: Visit, guide: Guide, country: str) -> Reply:
        if country not in COUNTRIES:
            return self._refused(visit, guide, self._whereabouts.load(visit, guide))
        person = replace(visit.person, country=country)
        here = replace(visit, person=person)
        self._whereabouts.step(
            visit,
            guide,
            self._whereabouts.load(visit, guide),
            here,
            self._whereabouts.load(here, guide),
        )
        return Reply(person, place_of(guide.id))

    def _refused(self, visit: Visit, guide: Guide, before: Conversation) -> Reply:
        """Nothing changes, nor is anything written; where the answers are gone by time the guide
        begins anew.
        """
        if before.answers or visit.person.place == place_of(guide.id):
            return Reply(visit.person, visit.person.place, visit.language.page("old_button"))
        return Reply(visit.person, place_of(guide.id), visit.language.page("begin_again"))

    def _door(self, guide: Guide, language: Language) -> Button:
        label = f"{guide.icon} {language.gettext(guide.title, guide.id)}"
        return Button(label, encode(Press(guide.id, guide.start, "open")))
