"""What people said is sealed: with this installation's key, for its own row alone."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import GalateoError
from bot.storage.vault import Vault, secret_in

SECRET = "a secret of at least thirty-two letters"


@given(st.text(), st.text(max_size=20))
def test_what_is_sealed_opens_again(text: str, about: str) -> None:
    vault = Vault(SECRET)
    assert vault.open(vault.seal(text, about), about) == text


def test_nothing_of_the_text_is_seen_and_no_two_seals_are_alike() -> None:
    vault = Vault(SECRET)
    sealed = [vault.seal("my landlord's number", "row 1") for _ in range(50)]
    assert len(set(sealed)) == 50
    assert not any(word in one for one in sealed for word in (b"landlord", b"number"))


def test_another_key_or_another_row_opens_nothing() -> None:
    sealed = Vault(SECRET).seal("text", "conversation 1 opt_out")
    assert Vault(SECRET + "!").open(sealed, "conversation 1 opt_out") is None
    assert Vault(SECRET).open(sealed, "conversation 2 opt_out") is None


@given(st.binary(max_size=60))
def test_junk_opens_nothing(junk: bytes) -> None:
    assert Vault(SECRET).open(junk, "row") is None


def test_every_changed_byte_is_noticed() -> None:
    vault = Vault(SECRET)
    sealed = vault.seal("text", "row")
    for place in range(len(sealed)):
        changed = bytes((*sealed[:place], sealed[place] ^ 1, *sealed[place + 1 :]))
        assert vault.open(changed, "row") is None


def test_the_key_is_made_once_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    secret = secret_in(folder)
    assert secret_in(folder) == secret
    assert len(secret) >= 64
    assert [path.name for path in folder.iterdir()] == ["secret.key"]
    assert stat.S_IMODE((folder / "secret.key").stat().st_mode) == 0o600


def test_two_folders_have_two_keys(tmp_path: Path) -> None:
    assert secret_in(tmp_path / "a") != secret_in(tmp_path / "b")


@pytest.mark.parametrize("content", [b"", b"\n", b"short", b"\xff" * 60])
def test_a_broken_key_file_stops_the_start(tmp_path: Path, content: bytes) -> None:
    """An empty key would encrypt with something that everybody knows."""
    (tmp_path / "secret.key").write_bytes(content)
    with pytest.raises(GalateoError, match=r"secret\.key is no key file"):
        secret_in(tmp_path)
    assert (tmp_path / "secret.key").read_bytes() == content


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(GalateoError, match=r"secret\.key is no key file"):
        secret_in(tmp_path / "file")
