"""How much one person may send in a day: counted in memory only, gone with a restart."""

from collections import Counter
from datetime import date

from bot.stories.model import Kind

STORIES_A_DAY, NOTES_A_DAY = 3, 10
MOST_WAITING = 300


class Allowance:
    """Days in UTC. What is kept of a day goes with the first question of the next."""

    def __init__(self) -> None:
        self._day: date | None = None
        self._sent: Counter[tuple[int, bool]] = Counter()

    def has_left(self, chat_id: int, kind: str, today: date) -> bool:
        is_story = kind == Kind.STORY
        most = STORIES_A_DAY if is_story else NOTES_A_DAY
        return self._of(today)[chat_id, is_story] < most

    def use(self, chat_id: int, kind: str, today: date) -> None:
        self._of(today)[chat_id, kind == Kind.STORY] += 1

    def _of(self, today: date) -> Counter[tuple[int, bool]]:
        if today != self._day:
            self._day = today
            self._sent.clear()
        return self._sent
