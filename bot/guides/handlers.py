"""Guides in the chat: presses and typed answers in, places and notices out."""

from collections.abc import Callable
from dataclasses import replace

from bot.chat.counts import Count, MissedSearch
from bot.chat.routes import Routes
from bot.chat.screens import Button, Screen
from bot.chat.visit import Reply, Visit
from bot.guides.answer_rows import choice_labels
from bot.guides.codes import Press, decode, encode
from bot.guides.conversation import (
    Conversation,
    RefusedError,
    answered,
    pruned,
    question_at,
    ticked,
    ticks,
)
from bot.guides.counting import counted
from bot.guides.library import Library
from bot.guides.model import COUNTRIES, Answer, Guide, Question
from bot.guides.presses import pressed
from bot.guides.store import Conversations
from bot.guides.typed import read_choice, read_date, read_number
from bot.guides.walk import replay
from bot.texts.language import Language

PLACE = "g"
Change = Callable[[Guide, Conversation, Visit], Conversation]


class GuideDesk:
    """`count` is told of each step, `missed` of a search in vain."""

    def __init__(
        self, library: Library, conversations: Conversations, count: Count, missed: MissedSearch
    ) -> None:
        self._library, self._conversations = library, conversations
        self._count, self._missed = count, missed

    def routes(self) -> Routes:
        return Routes(
            presses={PLACE: self.press},
            places={PLACE: self.screen},
            listeners=(self.typed, self.search),
        )

    def doors(self, language: Language) -> list[Button]:
        """A button for each guide, for the menu."""
        return [self._door(guide, language) for guide in self._library.guides.values()]

    def open(self, visit: Visit, guide_id: str) -> Reply | None:
        """The guide where the person left it; None where there is no such guide."""
        guide = self._library.guides.get(guide_id)
        if guide is None:
            return None
        known = self._conversations.load(visit.connection, visit.person.chat_id, guide_id)
        notice = visit.language.page("left_off") if known and known.answers else ""
        self._step(visit, guide, known, visit, known or Conversation())
        return Reply(visit.person, place_of(guide_id), notice=notice)

    def screen(self, visit: Visit, guide_id: str) -> Screen:
        """Of a guide that is no more, a sentence and the way to the menu."""
        guide = self._library.guides.get(guide_id)
        if guide is None:
            menu = Button(visit.language.say("Menu"), "menu")
            return Screen(visit.language.page("old_button"), ((menu,),))
        return self._library.pages(visit).screen(guide, self._load(visit, guide))

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
        before = self._load(visit, guide)
        try:
            after = pressed(guide, before, self._library.context(visit), press)
        except RefusedError:
            return self._refused(visit, guide, before)
        self._step(visit, guide, before, visit, after)
        return Reply(visit.person, place_of(guide.id))

    def typed(self, visit: Visit) -> Reply | None:
        """What is typed while a question of a guide is on the screen is its answer."""
        guide = self._current(visit)
        if guide is None:
            return None
        context = self._library.context(visit)
        before = self._load(visit, guide)
        asked = question_at(guide, before, context)
        if asked is None:
            return None
        node_id, question = asked
        value = self._read(visit, guide, before, question)
        place = place_of(guide.id)
        if value is None:
            if question.kind in {"choice", "several", "yes_no"}:
                return Reply(visit.person, place, visit.language.page("press"))
            return Reply(
                visit.person, place, visit.language.page("not_understood", kind=question.kind)
            )
        try:
            after = self._with_value(visit, guide, before, node_id, value)
        except RefusedError:
            notice = visit.language.page("not_possible", kind=question.kind, question=question)
            return Reply(visit.person, place, notice)
        self._step(visit, guide, before, visit, after)
        return Reply(visit.person, place)

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

    def _with_value(
        self, visit: Visit, guide: Guide, before: Conversation, node_id: str, value: Answer
    ) -> Conversation:
        context = self._library.context(visit)
        question = guide.questions[node_id]
        if question.kind == "several":
            on = value not in ticks(before, node_id)
            return ticked(guide, before, context, node_id, str(value), on)
        return answered(guide, before, context, node_id, value)

    def _read(self, visit: Visit, guide: Guide, before: Conversation, question: Question) -> Answer:
        code, country = visit.language.code, visit.person.country
        if question.kind == "text":
            return " ".join(visit.text.split())
        if question.kind == "number":
            return read_number(visit.text, code)
        if question.kind == "date":
            day = read_date(
                visit.text, visit.today, code, country=country, when=question.when_in_time
            )
            return day.isoformat() if day else None
        context = self._library.context(visit)
        path = replay(guide, before.answers, context)
        labels = choice_labels(guide, question, path.answers, context, visit.language)
        return read_choice(visit.text, labels)

    def _set_country(self, visit: Visit, guide: Guide, country: str) -> Reply:
        if country not in COUNTRIES:
            return self._refused(visit, guide, self._load(visit, guide))
        person = replace(visit.person, country=country)
        here = replace(visit, person=person)
        self._step(visit, guide, self._load(visit, guide), here, self._load(here, guide))
        return Reply(person, place_of(guide.id))

    def _refused(self, visit: Visit, guide: Guide, before: Conversation) -> Reply:
        """Nothing changes, nor is anything written; where the answers are gone by time the guide
        begins anew.
        """
        if before.answers or visit.person.place == place_of(guide.id):
            return Reply(visit.person, visit.person.place, visit.language.page("old_button"))
        return Reply(visit.person, place_of(guide.id), visit.language.page("begin_again"))

    def _current(self, visit: Visit) -> Guide | None:
        name, _, guide_id = visit.person.place.partition(":")
        return self._library.guides.get(guide_id) if name == PLACE else None

    def _load(self, visit: Visit, guide: Guide) -> Conversation:
        known = visit.memory.get(place_of(guide.id))
        if not isinstance(known, Conversation):
            known = self._conversations.load(visit.connection, visit.person.chat_id, guide.id)
        return pruned(guide, known or Conversation(), self._library.context(visit))

    def _step(
        self,
        visit: Visit,
        guide: Guide,
        before: Conversation | None,
        here: Visit,
        after: Conversation,
    ) -> None:
        """Saved and counted; `visit` and `here` are as of before and after it."""
        self._save(here, guide, after)
        was = replay(guide, before.answers, self._library.context(visit)) if before else None
        now = replay(guide, after.answers, self._library.context(here))
        for name, by in counted(guide, was, now).items():
            self._count(name, by)

    def _save(self, visit: Visit, guide: Guide, conversation: Conversation) -> None:
        visit.memory[place_of(guide.id)] = conversation
        self._conversations.save(
            visit.connection, visit.person.chat_id, guide, conversation, visit.today
        )

    def _door(self, guide: Guide, language: Language) -> Button:
        label = f"{guide.icon} {language.gettext(guide.title, guide.id)}"
        return Button(label, encode(Press(guide.id, guide.start, "open")))


def place_of(guide_id: str) -> str:
    return f"{PLACE}:{guide_id}"
