"""Settings: each wrong value is one sentence that names its variable and not the value."""

import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings

EXAMPLE = Path(__file__).parent.parent / ".env.example"
CANARY = "canary"
WRONG = {
    "BOT_TOKEN": ["canary", "123:", "123:canary canary", "１２３:canarycanary", "1:canary/../x"],
    "TELEGRAM_API_URL": ["canary", "ftp://canary", "file:///canary", "https://", "//canary"],
    "DATABASE_URL": ["canary", "postgresql://canary:canary@host/db", "sqlite://"],
    "SECRET_KEY": ["canary", "x" * 31],
    "ADMIN_IDS": ["canary", "12,canary", "1 2"],
    "MODERATION_CHAT_ID": ["canary", "1.5", "@canary"],
    "CHANNEL_ID": ["canary", "@canary"],
    "MODERATOR_IDS": ["canary", "12,canary", "1 2"],
    "MODERATION_HOURS": ["canary", "8,canary", "24", "-1", "Always"],
    "ARCHIVE_DAYS": ["canary", "0", "1.5"],
    "WEBHOOK_URL": ["canary", "http://canary.example.org", "https://", "http://127.0.0.1.canary"],
    "WEBHOOK_SECRET": ["canary", "x" * 257, "canary canary canary!"],
    "LISTEN": ["canary", "8080", "host:canary", "host:123456", "host:65536", "two words:80"],
    "DEFAULT_LANGUAGE": ["canary", "EN", "de"],
    "MESSAGES_PER_SECOND": ["canary", "0", "-1", "1001", "nan"],
    "PLAYGROUND_PORT": ["canary", "-1", "65536"],
    "LOG_LEVEL": ["canary", "debug", "TRACE"],
}
ANYTHING_GOES = {"DATA_DIR", "TEMPLATES_DIR", "LOCALES_DIR"}


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("name", "value"), [(n, v) for n, some in WRONG.items() for v in some])
def test_a_wrong_value_is_one_sentence_without_the_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    error = caught.value
    assert re.fullmatch(rf"{name} has a value it cannot take\. It takes [^\n]+\.", str(error))
    assert CANARY not in f"{error!r}{error.args}{error.__cause__}{error.__context__}"


def test_every_setting_has_a_wrong_value_here_or_takes_anything() -> None:
    assert {*WRONG, *ANYTHING_GOES} == {name.upper() for name in Settings.model_fields}


def test_all_wrong_values_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, values in WRONG.items():
        monkeypatch.setenv(name, values[0])
    with pytest.raises(SettingsError) as caught:
        load_settings()
    named = [line.partition(" ")[0] for line in str(caught.value).splitlines()]
    assert named == sorted(WRONG)


def test_the_example_lists_every_setting_once_with_its_description() -> None:
    blocks = EXAMPLE.read_text(encoding="utf-8").strip().split("\n\n")[1:]
    listed = [block.splitlines() for block in blocks]
    assert [(comment, line.partition("=")[0]) for comment, line in listed] == [
        (f"# {field.description}", name.upper()) for name, field in Settings.model_fields.items()
    ]


def test_the_example_as_it_is_changes_nothing() -> None:
    assert load_settings(_env_file=EXAMPLE) == load_settings(_env_file=None)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00canary", b"LOG_LEVEL=canary\xff"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / ".env").write_bytes(content)
    with pytest.raises(SettingsError, match=r"^\.env cannot be read") as caught:
        load_settings()
    assert CANARY not in f"{caught.value!r}{caught.value.__context__!r}"


def test_a_webhook_needs_an_address_to_listen_at() -> None:
    with pytest.raises(SettingsError, match="LISTEN is off, and WEBHOOK_URL needs it"):
        load_settings(webhook_url="https://bot.example.org", listen="off")


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123456:canary-token")
    monkeypatch.setenv("SECRET_KEY", "canary" * 6)
    monkeypatch.setenv("WEBHOOK_SECRET", "canary" * 6)
    settings = load_settings()
    assert (
        CANARY not in f"{settings!r}{settings}{settings.model_dump()}{settings.model_dump_json()}"
    )
    assert settings.bot_token.get_secret_value() == "123456:canary-token"


def test_what_is_given_wins_over_the_environment_and_that_over_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=ERROR\nLISTEN=off\nADMIN_IDS=12, 34\n")
    monkeypatch.setenv("LOG_LEVEL", "DEBUG")
    settings = load_settings(listen="localhost:80")
    assert (settings.log_level, settings.address) == ("DEBUG", ("localhost", 80))
    assert settings.admin_ids == (12, 34)


@pytest.mark.parametrize(
    ("listen", "address"),
    [("off", None), ("127.0.0.1:8080", ("127.0.0.1", 8080)), ("[::1]:80", ("::1", 80))],
)
def test_the_address_of_the_bots_own_server(listen: str, address: tuple[str, int] | None) -> None:
    assert load_settings(listen=listen).address == address
