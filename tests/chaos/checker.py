"""What is, against what a bot that never stopped would have left."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select, text
from sqlalchemy.exc import OperationalError

from bot.playground.telegram import Telegram
from bot.playground.transcript import from_bot
from bot.storage.tables import inbox, owed, set_aside, updates
from tests.chaos.oracle import Ledger, Oracle, look, state_of


@dataclass
class Checker:
    """`reader` sees the database of the bot that dies."""

    telegram: Telegram
    ledger: Ledger
    oracle: Oracle
    reader: Engine

    def differences(self) -> list[str]:
        waiting = self.telegram.pending_updates
        if waiting:
            return [f"{waiting} updates were not acknowledged"]
        try:
            with self.reader.connect() as connection:
                return [*self._rows(connection), *self._states(connection), *self._screens()]
        except OperationalError as error:
            return [str(error)]

    def _rows(self, connection: Connection) -> list[str]:
        taken = list(connection.scalars(select(updates.c.update_id)))
        missing = {raw["update_id"] for raw in self.ledger.sent} ^ set(taken)
        left = {
            table.name: len(connection.execute(select(table)).all())
            for table in (inbox, owed, set_aside)
        }
        said = [f"{count} rows in {name}" for name, count in left.items() if count]
        return [*said, f"not taken, or never sent: {missing}"] if missing else said

    def _states(self, connection: Connection) -> list[str]:
        found = state_of(connection, self.oracle.vault)
        expected = self.oracle.state
        return [
            f"{name} should be {expected[name]} and is {rows}"
            for name, rows in found.items()
            if expected[name] != rows
        ]

    def _screens(self) -> list[str]:
        chats = self.telegram.registry.chats
        shown = {
            chat: next(filter(from_bot, reversed(chats[chat].messages.values())), {})
            for chat in self.oracle.looks
        }
        return [
            f"{chat} should see {looks[0]} and sees {look(shown[chat])}"
            for chat, looks in self.oracle.looks.items()
            if look(shown[chat]) not in looks
        ]

    def integrity(self) -> str:
        with self.reader.connect() as connection:
            return str(connection.scalar(text("PRAGMA integrity_check")))
