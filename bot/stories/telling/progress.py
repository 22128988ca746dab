"""The draft of a visit: read once, written with every step, gone with the last."""

from bot.chat.visit import Reply, Visit
from bot.stories.telling.drafts import Draft, Drafts
from bot.stories.telling.steps import Move, place_of
from bot.stories.telling.traces import noted

_DRAFT = "story draft"


class Progress:
    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts

    def load(self, visit: Visit) -> Draft | None:
        """None when there is none; one older than 24 hours goes."""
        if _DRAFT not in visit.memory:
            found = (visit.connection, visit.person.chat_id, visit.now)
            if self._drafts.expire(*found):
                visit.wipe()
            visit.memory[_DRAFT] = self._drafts.load(*found)
        known = visit.memory[_DRAFT]
        return known if isinstance(known, Draft) else None

    def save(self, visit: Visit, draft: Draft) -> None:
        """With the ids of the messages in the chat that show what was written."""
        after = noted(draft, visit)
        visit.memory[_DRAFT] = after
        self._drafts.save(visit.connection, visit.person.chat_id, after, visit.now)

    def remove(self, visit: Visit) -> None:
        visit.memory[_DRAFT] = None
        self._drafts.remove(visit.connection, visit.person.chat_id)

    def moved(self, visit: Visit, move: Move) -> Reply:
        self.save(visit, move.draft)
        return Reply(visit.person, place_of(move.step, move.argument), move.notice)
