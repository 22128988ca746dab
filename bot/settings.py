"""Every setting, read from the environment and `.env`; nothing else in the bot reads either."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import GalateoError

TELEGRAM = "https://api.telegram.org"
TOKEN = re.compile(r"\d{1,20}:[\w-]{3,100}", re.ASCII)
WEBHOOK_SECRET = re.compile(r"[\w-]{16,256}", re.ASCII)
LISTEN = re.compile(r"off|[^\s\[\]]+:\d{1,5}|\[[0-9a-f:]+\]:\d{1,5}", re.ASCII)
LARGEST_PORT = 65535
HOURS = 24
KEY_LENGTH = 32
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class SettingsError(GalateoError):
    """A variable with a value it does not take; the text names both."""


class Settings(BaseSettings):
    """Descriptions are what `.env.example` and the error messages say of each variable."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    bot_token: SecretStr = Field(
        SecretStr(""),
        description="the token from @BotFather, like 123456:AbC…; empty opens the playground",
    )
    telegram_api_url: str = Field(
        TELEGRAM, description="http(s) address of Telegram or of your own Bot API server"
    )
    data_dir: Path = Field(Path("data"), description="a folder for the database and the key file")
    database_url: str = Field(
        "", description="sqlite:///path/to/file.db; empty: a file for each bot in DATA_DIR"
    )
    secret_key: SecretStr = Field(
        SecretStr(""),
        description="at least 32 characters that encrypt answers; empty: a key file in DATA_DIR",
    )
    admin_ids: Annotated[tuple[int, ...], NoDecode] = Field(
        (), description="Telegram user ids with commas between them, like 12345,67890"
    )
    moderation_chat_id: int | None = Field(
        None, description="the id of the moderators' chat, a whole number like -1001234567890"
    )
    channel_id: int | None = Field(
        None, description="the id of the stories' channel, a whole number like -1001234567890"
    )
    moderator_ids: Annotated[tuple[int, ...], NoDecode] = Field(
        (), description="Telegram user ids of moderators with commas between them, like 12345,67890"
    )
    moderation_hours: Annotated[tuple[int, ...], NoDecode] = Field(
        (8, 12, 16, 20),
        description="hours of the day (UTC) when new stories reach moderators, like 8,12,16,20; "
        "always: at once, which tells them when each was sent",
    )
    archive_days: int = Field(
        365, ge=1, le=36500, description="days after which a story is closed, 1 to 36500"
    )
    webhook_url: str = Field(
        "", description="the https address that Telegram calls; empty: the bot polls"
    )
    webhook_secret: SecretStr = Field(
        SecretStr(""), description="16 to 256 letters, digits, _ or -; empty: made at each start"
    )
    listen: str = Field(
        "127.0.0.1:8080", description="host:port for webhook, /healthz and /metrics; off: none"
    )
    default_language: Literal["en", "it", "pl"] = Field("en", description="en, it or pl")
    messages_per_second: float = Field(
        30, gt=0, le=1000, description="how many messages the bot may send, 1 to 1000"
    )
    playground_port: int = Field(
        8081, ge=0, le=65535, description="the chat page's port, 0 to 65535 (0: any free one)"
    )
    templates_dir: Path | None = Field(
        None, description="a folder with your own templates/; empty: those that come along"
    )
    locales_dir: Path | None = Field(
        None, description="a folder with your own locales/; empty: those that come along"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR"
    )

    @field_validator("bot_token", "webhook_secret", "secret_key")
    @classmethod
    def _secrets(cls, value: SecretStr, info: ValidationInfo) -> SecretStr:
        text = value.get_secret_value()
        takes = {
            "bot_token": TOKEN.fullmatch(text),
            "webhook_secret": WEBHOOK_SECRET.fullmatch(text),
            "secret_key": len(text) >= KEY_LENGTH,
        }
        if text and not takes[str(info.field_name)]:
            raise ValueError
        return value

    @field_validator("telegram_api_url", "webhook_url")
    @classmethod
    def _address(cls, value: str, info: ValidationInfo) -> str:
        parts = urlsplit(value)
        plain = info.field_name == "telegram_api_url" or parts.hostname in LOOPBACK
        if value and (not parts.hostname or parts.scheme not in ("https", "http")[: 1 + plain]):
            raise ValueError
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        try:
            parsed = make_url(value) if value else None
        except ArgumentError:
            raise ValueError from None
        if parsed is not None and (parsed.get_backend_name() != "sqlite" or not parsed.database):
            raise ValueError
        return value

    @field_validator("admin_ids", "moderator_ids", mode="before")
    @classmethod
    def _ids(cls, value: Any) -> Any:
        if isinstance(value, str):
            return [int(one) for one in value.split(",") if one.strip()]
        return value

    @field_validator("moderation_hours", mode="before")
    @classmethod
    def _hours(cls, value: Any) -> Any:
        """None at all: at once."""
        given = [] if value == "always" else value.split(",") if isinstance(value, str) else value
        hours = sorted({int(one) for one in given})
        if any(hour not in range(HOURS) for hour in hours):
            raise ValueError
        return hours

    @field_validator("listen")
    @classmethod
    def _listen(cls, value: str) -> str:
        port = value.rpartition(":")[2]
        if not LISTEN.fullmatch(value) or (value != "off" and int(port) > LARGEST_PORT):
            raise ValueError
        return value

    @property
    def address(self) -> tuple[str, int] | None:
        """Host and port of the bot's own server, or None when it is off."""
        host, _, port = self.listen.rpartition(":")
        return (host.strip("[]"), int(port)) if host else None


def load_settings(**given: Any) -> Settings:
    """Raises SettingsError with one sentence for each variable that has a wrong value."""
    settings = _read(given)
    if isinstance(settings, str):  # raised out here: the errors behind it hold the values
        raise SettingsError(settings)
    if settings.webhook_url and settings.address is None:
        raise SettingsError("LISTEN is off, and WEBHOOK_URL needs it: give it host:port.")
    return settings


def _read(given: dict[str, Any]) -> Settings | str:
    """The settings, or what is wrong with them."""
    try:
        return Settings(**given)
    except ValidationError as error:
        wrong = sorted({str(problem["loc"][0]) for problem in error.errors()})
        return "\n".join(map(_sentence, wrong))
    except (OSError, UnicodeDecodeError) as error:
        return f".env cannot be read ({type(error).__name__}): it must be a text file in UTF-8."


def _sentence(name: str) -> str:
    field = Settings.model_fields[name]
    return f"{name.upper()} has a value it cannot take. It takes {field.description}."
