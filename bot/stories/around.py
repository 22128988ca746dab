"""What the stories need of the bot."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from telegram.ext import ExtBot

from bot.chat.notices import Notices
from bot.chat.roles import Chats, Roles
from bot.delivery.gate import Gate, Lane
from bot.settings import Settings
from bot.storage.vault import Vault
from bot.storage.writer import Probe, Writer
from bot.texts.language import Language


@dataclass(frozen=True)
class Around:
    """`languages` gives those that are served at the moment."""

    settings: Settings
    roles: Roles
    chats: Chats
    templates: Path
    vault: Vault
    bot: ExtBot[Lane]
    gate: Gate
    writer: Writer
    notices: Notices
    languages: Callable[[], Mapping[str, Language]]
    clock: Callable[[], datetime]
    probe: Probe

    def address(self, number: int) -> str:
        """The link that opens a story."""
        return f"https://t.me/{self.bot.username}?start=story_{number}"
