"""Conversations in the database: encrypted, one for each person and guide."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, insert, select, update

from bot.guides.conversation import Conversation
from bot.guides.model import Guide
from bot.storage.tables import conversations
from bot.storage.vault import Vault

KEEP_IDLE = timedelta(days=30)

# Made once: they run with every press.
_ONE = and_(conversations.c.chat_id == bindparam("of"), conversations.c.guide == bindparam("in"))
_LOAD = select(conversations.c.state).where(_ONE)
_BEGIN = insert(conversations)
_SAVE = (
    update(conversations)
    .where(_ONE)
    .values({name: bindparam(name) for name in ("version", "state", "used_on")})
)


class Conversations:
    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def load(self, connection: Connection, chat_id: int, guide_id: str) -> Conversation | None:
        """None when there is none, or it was sealed with a key that is gone."""
        row = connection.execute(_LOAD, {"of": chat_id, "in": guide_id}).first()
        opened = self._vault.open(row.state, _about(chat_id, guide_id)) if row else None
        return Conversation.from_json(opened) if opened is not None else None

    def save(
        self,
        connection: Connection,
        chat_id: int,
        guide: Guide,
        conversation: Conversation,
        today: date,
    ) -> None:
        values = {
            "version": guide.version,
            "state": self._vault.seal(conversation.to_json(), _about(chat_id, guide.id)),
            "used_on": today,
        }
        if not connection.execute(_SAVE, {**values, "of": chat_id, "in": guide.id}).rowcount:
            connection.execute(_BEGIN, {**values, "chat_id": chat_id, "guide": guide.id})

    def export(self, connection: Connection, chat_id: int) -> dict[str, Any]:
        """Each guide's answers, as the person gave them."""
        rows = connection.execute(
            select(conversations.c.guide, conversations.c.used_on).where(
                conversations.c.chat_id == chat_id
            )
        ).all()
        loaded = {row.guide: self.load(connection, chat_id, row.guide) for row in rows}
        return {
            row.guide: {
                "answers": dict(conversation.answers),
                "ticked_not_confirmed": dict(conversation.draft),
                "looked_at": conversation.at,
                "said_whether_useful": sorted(conversation.rated),
                "used_on": row.used_on.isoformat(),
            }
            for row in rows
            if (conversation := loaded[row.guide]) is not None
        }


def forget_idle(connection: Connection, now: datetime) -> int:
    """How many conversations untouched for 30 days were removed."""
    old = delete(conversations).where(conversations.c.used_on < now.date() - KEEP_IDLE)
    return connection.execute(old).rowcount


def _about(chat_id: int, guide_id: str) -> str:
    return f"conversation {chat_id} {guide_id}"
