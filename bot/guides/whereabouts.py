"""Where a person is in which guide: read once an update, written and counted with each step."""

from bot.chat.counts import Count
from bot.chat.visit import Visit
from bot.guides.conversation import Conversation, pruned
from bot.guides.counting import counted
from bot.guides.library import Library
from bot.guides.model import Guide
from bot.guides.store import Conversations
from bot.guides.walk import replay

PLACE = "g"


class Whereabouts:
    """`count` is told of each step."""

    def __init__(self, library: Library, conversations: Conversations, count: Count) -> None:
        self._library, self._conversations, self._count = library, conversations, count

    def known(self, visit: Visit, guide: Guide) -> Conversation | None:
        """As it was left, or None: the person never walked this guide."""
        return self._conversations.load(visit.connection, visit.person.chat_id, guide.id)

    def load(self, visit: Visit, guide: Guide) -> Conversation:
        """What of it still fits the guide."""
        known = visit.memory.get(place_of(guide.id))
        if not isinstance(known, Conversation):
            known = self.known(visit, guide)
        return pruned(guide, known or Conversation(), self._library.context(visit))

    def current(self, visit: Visit) -> Guide | None:
        """The guide before the person's eyes."""
        name, _, guide_id = visit.person.place.partition(":")
        return self._library.guides.get(guide_id) if name == PLACE else None

    def step(
        self,
        visit: Visit,
        guide: Guide,
        before: Conversation | None,
        here: Visit,
        after: Conversation,
    ) -> None:
        """Saved and counted; `visit` and `here` are as of before and after it."""
        here.memory[place_of(guide.id)] = after
        self._conversations.save(here.connection, here.person.chat_id, guide, after, here.today)
        was = replay(guide, before.answers, self._library.context(visit)) if before else None
        now = replay(guide, after.answers, self._library.context(here))
        for name, by in counted(guide, was, now).items():
            self._count(name, by)


def place_of(guide_id: str) -> str:
    return f"{PLACE}:{guide_id}"
