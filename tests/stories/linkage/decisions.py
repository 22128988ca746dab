"""The moderators' chat: cards as they stand there, decided from the oldest to the newest."""

import time
from typing import Any

from bot.playground.transcript import buttons, words_of
from tests.stories.linkage.crowd import PATIENCE
from tests.stories.linkage.identity import markers_in
from tests.stories.linkage.truth import Fate, Told, Truth
from tests.stories.newsroom import Newsroom

PUBLISH, REJECT, ASIDE = "publish", "rejected:off_theme", "aside"
FATES = {REJECT: Fate.GONE, ASIDE: Fate.WAITING}
COMMENT = "Comment"


class Decisions:
    def __init__(self, room: Newsroom, truth: Truth) -> None:
        self._room, self._truth = room, truth
        self._seen: set[str] = set()
        room.moderator.patience = PATIENCE

    async def released(self, count: int) -> list[Told]:
        """What came with this release, in the order of its cards: `count` of them."""
        self._room.bot.features.stories._moderation.rounds.wake()
        until = time.monotonic() + PATIENCE
        while len(cards := await self._cards()) < count and time.monotonic() < until:
            await self._room.settle()
        assert len(cards) == count
        self._seen |= cards.keys()
        told = {one.marker: one for one in self._truth.told}
        return [told[marker] for marker in cards]

    async def decide(self, one: Told, action: str) -> None:
        message = (await self._cards(again=True))[one.marker]
        data = next(
            button["callback_data"].removesuffix(PUBLISH)
            for button in buttons(message)
            if button.get("callback_data", "").endswith(f":{PUBLISH}")
        )
        await self._room.moderator.press_data(
            data + action, message["message_id"], chat=self._room.office
        )
        is_comment = COMMENT in words_of(message).partition("\n")[0]
        one.fate = FATES.get(action, Fate.COMMENT if is_comment else Fate.PUBLISHED)

    async def _cards(self, *, again: bool = False) -> dict[str, dict[str, Any]]:
        """By marker, the oldest first; those that are decided have none any more."""
        moderator = self._room.moderator
        if not again:
            await moderator.refresh(self._room.office)
        cards: dict[str, dict[str, Any]] = {}
        for message in moderator.messages:
            for marker in markers_in(words_of(message)):
                if marker not in self._seen or again:
                    cards.setdefault(marker, message)
        return cards
