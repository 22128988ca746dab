"""What every feature stands on: the bot, its database, its settings, and who is who."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from telegram.ext import ExtBot

from bot.chat.notices import Notices
from bot.chat.roles import Chats, Roles
from bot.chat.telling import Telling
from bot.delivery.gate import Gate, Lane
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.vault import Vault
from bot.storage.writer import Probe, Writer
from bot.texts.language import Language

Languages = Callable[[], Mapping[str, Language]]


@dataclass(frozen=True)
class Foundation:
    """`languages` gives those that are served at the moment; `clock` aware instants."""

    settings: Settings
    bot: ExtBot[Lane]
    gate: Gate
    database: Database
    vault: Vault
    templates: Path
    languages: Languages
    clock: Callable[[], datetime]
    probe: Probe
    roles: Roles
    chats: Chats
    notices: Notices
    telling: Telling

    @property
    def writer(self) -> Writer:
        return self.database.writer

    @property
    def default_language(self) -> str:
        return self.settings.default_language


def lay(
    settings: Settings,
    bot: ExtBot[Lane],
    gate: Gate,
    database: Database,
    vault: Vault,
    templates: Path,
    languages: Languages,
    clock: Callable[[], datetime],
    probe: Probe,
) -> Foundation:
    """With the roles and chats that the settings name."""
    roles = Roles(settings.admin_ids, settings.moderator_ids)
    notices = Notices(bot, database.writer)
    return Foundation(
        settings=settings,
        bot=bot,
        gate=gate,
        database=database,
        vault=vault,
        templates=templates,
        languages=languages,
        clock=clock,
        probe=probe,
        roles=roles,
        chats=Chats(settings),
        notices=notices,
        telling=Telling(roles, notices.post, languages, settings.default_language),
    )
