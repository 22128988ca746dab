"""Conversations in the database: encrypted, one for each person and guide."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, select, update

from bot.guides.conversation import Conversation
from bot.guides.model import Guide
from bot.storage.tables import conversations
from bot.storage.vault import Vault

KEEP_IDLE = timedelta(days=30)


class Conversations:
    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def load(self, connection: Connection, chat_id: int, guide_id: str) -> Conversation | None:
        """None when there is none, or it was sealed with a key that is gone."""
        row = connection.execute(
            select(conversations.c.state).where(_of(chat_id, guide_id))
        ).first()
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
        changed = connection.execute(
            update(conversations).where(_of(chat_id, guide.id)).values(values)
        )
        if not changed.rowcount:
            connection.execute(
                insert(conversations).values(chat_id=chat_id, guide=guide.id, **values)
            )

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
                "used_on": row.used_on.isoformat(),
            }
            for row in rows
            if (conversation := loaded[row.guide]) is not None
        }


def forget_idle(connection: Connection, today: date) -> int:
    """How many conversations untouched for 30 days were removed."""
    old = delete(conversations).where(conversations.c.used_on < today - KEEP_IDLE)
    return connection.execute(old).rowcount


def _of(chat_id: int, guide_id: str) -> Any:
    return and_(conversations.c.chat_id == chat_id, conversations.c.guide == guide_id)


def _about(chat_id: int, guide_id: str) -> str:
    return f"conversation {chat_id} {guide_id}"
