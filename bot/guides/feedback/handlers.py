"""Feedback in the chat: one press for useful or not, two for a fact that is wrong."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from sqlalchemy import Connection

from bot.chat.routes import Routes
from bot.chat.screens import Button, Screen
from bot.chat.telling import Words
from bot.chat.visit import Reply, Visit
from bot.guides.conversation import Conversation
from bot.guides.facts import Fact
from bot.guides.feedback import store
from bot.guides.feedback.rows import USEFUL, WRONG, fact_code
from bot.guides.library import Library
from bot.guides.model import Guide
from bot.guides.store import Conversations
from bot.guides.walk import replay
from bot.texts.html import clipped
from bot.texts.language import Language

LABEL_ROOM = 60
TellEditors = Callable[[Connection, Words], None]


class Feedback:
    """`tell_editors` gets a sentence with the fact's key and where it stands."""

    def __init__(
        self, library: Library, conversations: Conversations, tell_editors: TellEditors
    ) -> None:
        self._library, self._conversations = library, conversations
        self._tell_editors = tell_editors

    def routes(self) -> Routes:
        return Routes(
            presses={USEFUL: self.rate, WRONG: self.report}, places={WRONG: self.choose_screen}
        )

    def rate(self, visit: Visit) -> Reply:
        """Counted once for each outcome of a conversation; forged or repeated presses are not."""
        _, guide_id, node_id, answer = (*visit.data.split(":"), "", "", "")[:4]
        guide = self._library.guides.get(guide_id)
        if guide is None or node_id not in guide.outcomes or answer not in {"yes", "no"}:
            return self._odd(visit)
        conversation = self._load(visit, guide)
        path = replay(guide, conversation.answers, self._library.context(visit))
        if node_id not in path.nodes or node_id in conversation.rated:
            return self._odd(visit)
        store.rate(visit.connection, guide_id, node_id, useful=answer == "yes")
        rated = replace(conversation, rated=conversation.rated | {node_id})
        self._conversations.save(visit.connection, visit.person.chat_id, guide, rated, visit.today)
        return Reply(visit.person, visit.person.place, toast=visit.language.say("Thank you!"))

    def report(self, visit: Visit) -> Reply:
        """`wrong:guide:node` asks which fact, `wrong:guide:node:code` reports it."""
        _, guide_id, node_id, code = (*visit.data.split(":"), "", "", "")[:4]
        facts = {fact_code(fact.key): fact for fact in self._facts(visit, guide_id, node_id)}
        if not facts or (code and code not in facts):
            return self._odd(visit)
        if not code:
            place = f"{WRONG}:{guide_id}:{node_id}"
            return Reply(visit.person, visit.person.place, shows=place)
        fact = facts[code]
        if store.report(visit.connection, fact.key, guide_id, node_id, visit.now.date()):
            self._tell_editors(
                visit.connection, partial(_doubted, fact.key, f"{guide_id}.{node_id}")
            )
        return Reply(visit.person, visit.person.place, visit.language.page("reported"))

    def choose_screen(self, visit: Visit, argument: str) -> Screen:
        guide_id, _, node_id = argument.partition(":")
        rows = [
            (Button(_label(fact, visit), f"{WRONG}:{guide_id}:{node_id}:{fact_code(fact.key)}"),)
            for fact in self._facts(visit, guide_id, node_id)
        ]
        way = (Button(visit.language.say("‹ Back"), "here"),)
        return Screen(visit.language.page("wrong"), (*rows, way))

    def _facts(self, visit: Visit, guide_id: str, node_id: str) -> tuple[Fact, ...]:
        guide = self._library.guides.get(guide_id)
        if guide is None:
            return ()
        return self._library.pages(visit).facts_on(guide, self._load(visit, guide), node_id)

    def _load(self, visit: Visit, guide: Guide) -> Conversation:
        known = self._conversations.load(visit.connection, visit.person.chat_id, guide.id)
        return known or Conversation()

    def _odd(self, visit: Visit) -> Reply:
        return Reply(visit.person, visit.person.place, visit.language.page("old_button"))


def _label(fact: Fact, visit: Visit) -> str:
    """What a reader knows it by: the local sentence in the country's language, else the English."""
    local = fact.fact_local if fact.country.lower() == visit.language.code else None
    return clipped(local or fact.fact, LABEL_ROOM)


def _doubted(fact: str, screen: str, language: Language) -> str:
    return language.say(
        "A reader says that a fact is wrong: %(fact)s, on %(screen)s", fact=fact, screen=screen
    )
