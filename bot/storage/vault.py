"""Encryption of what people said: AES-256-GCM, with a key of this installation alone."""

import contextlib
import hmac
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import GalateoError

NONCE_BYTES = 12
KEY_FILE = "secret.key"
KEY_LENGTH = 32


class Vault:
    """`about` ties a sealed text to its row: moved to another one it does not open."""

    def __init__(self, secret: str) -> None:
        self._cipher = AESGCM(_derived(secret, b"galateo answers 1"))
        self._hash_key = _derived(secret, b"galateo hashes 1")

    def digest(self, purpose: str, text: str) -> bytes:
        """A keyed hash of 32 bytes: without this installation's key it cannot be computed."""
        message = f"{purpose}\0{text}".encode()
        return hmac.digest(self._hash_key, message, "sha256")

    def seal(self, text: str, about: str) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, text.encode(), about.encode())

    def open(self, sealed: bytes, about: str) -> str | None:
        """None when it was sealed with another key or for another row."""
        nonce, body = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        try:
            return self._cipher.decrypt(nonce, body, about.encode()).decode()
        except (InvalidTag, ValueError):
            return None


def _derived(secret: str, purpose: bytes) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=purpose).derive(secret.encode())


def secret_in(folder: Path) -> str:
    """The key kept beside the database (mode 0600), made at the first start.

    Raises GalateoError when the file cannot be used: a start with another key would lose answers.
    """
    path = folder / KEY_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _make(path)
        secret = path.read_text().strip()
    except (OSError, UnicodeDecodeError) as error:
        kind = type(error).__name__
    else:
        if len(secret) >= KEY_LENGTH:
            return secret
        kind = "too short"
    raise GalateoError(f"{path} is no key file ({kind}): restore it, or remove it and its answers")


def _make(path: Path) -> None:
    """Whole or not at all: a half-written key would be used and guessed."""
    new = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(48))
        file.flush()
        os.fsync(file.fileno())
    try:
        with contextlib.suppress(FileExistsError):
            os.link(new, path)
    finally:
        new.unlink()
