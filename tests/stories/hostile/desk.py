"""Submissions as redaction would leave them at its worst, and what moderators do with them."""

from datetime import date
from random import Random

from sqlalchemy import Connection

from bot.playground.transcript import buttons
from bot.stories import store as submissions
from bot.stories.keys import new_key
from bot.stories.model import Body, Kind, State, Submission
from bot.stories.shown import clean
from tests.stories.hostile.payloads import NAMES
from tests.stories.hostile.watch import cards_are_drawn, worked_off
from tests.stories.newsroom import Newsroom

PATIENCE = 30.0


def raw(text: str, kind: Kind = Kind.STORY, about: int | None = None, place: int = 0) -> Submission:
    """As it stands when nothing in it was masked; names, companies and tags are hostile too."""
    nickname, company, *tags = (clean(NAMES[(place + step) % len(NAMES)]) for step in range(8))
    body = Body(clean(text), "customer", "telecom", tuple(tags), nickname, company)
    return Submission(new_key(), kind, State.NEW, date(2026, 11, 1), "en", body, about)


def receipt(one: Submission) -> str:
    """The digits that `send` gives it."""
    return f"{int(one.key, 16) % 10**16:016}"


async def send(room: Newsroom, *some: Submission, drawn: bool = True) -> None:
    """With the receipts of `receipt`; waits for their cards unless they are not `drawn` yet."""

    def unit(connection: Connection) -> None:
        for one in some:
            assert submissions.add(connection, one, keys.receipt_hash(receipt(one)), Random(1))

    keys = room.bot.features.stories._receipts._keys
    await room.bot.database.writer.run(unit)
    if drawn:
        await cards_are_drawn(room)


async def decide(room: Newsroom, one: Submission, *actions: str) -> None:
    """Pressed on its card, one after the other, each drawn."""
    for action in actions:
        await room.moderator.refresh(room.office)
        card = next(m for m in reversed(room.moderator.messages) if is_card(m, one.key))
        data = f"mod:{one.key}:{action}"
        await room.moderator.tap_data(data, card["message_id"], chat=room.office)
        await worked_off(room)
        await cards_are_drawn(room)


def is_card(message: dict[str, object], key: str) -> bool:
    return any(key in button.get("callback_data", "") for button in buttons(message))
