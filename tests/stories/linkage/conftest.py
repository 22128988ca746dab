"""What is encrypted, noted as it is made: a piece of it is recognised wherever it stays."""

import secrets
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest

from bot.storage import engine
from bot.storage.vault import Vault
from bot.stories import keys
from tests.stories.linkage.checker import leaks
from tests.stories.linkage.findings import Finding
from tests.stories.linkage.small import small_run

SmallRun = Callable[..., list[Finding]]


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Of drafts and of updates that wait: all that was ever encrypted in this test."""
    made: list[bytes] = []
    seal = Vault.seal

    def noted(vault: Vault, text: str, about: str) -> bytes:
        encrypted = seal(vault, text, about)
        if about.startswith(("draft ", "inbox ")):
            made.append(encrypted)
        return encrypted

    monkeypatch.setattr(Vault, "seal", noted)
    return made


@pytest.fixture
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No power fails here; what is written is the same."""
    pragmas = tuple(one.replace("synchronous=FULL", "synchronous=OFF") for one in engine.PRAGMAS)
    monkeypatch.setattr(engine, "PRAGMAS", pragmas)


@pytest.fixture
def found_in_small_run(
    tmp_path: Path, sealed: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> SmallRun:
    """Keys and receipts come from a seed: what is found once is found every time."""
    random = Random(1)

    def token_hex(count: int) -> str:
        return random.randbytes(count).hex()

    drawn = {"choice": random.choice, "token_hex": token_hex}
    monkeypatch.setattr(keys, "secrets", SimpleNamespace(**{**vars(secrets), **drawn}))

    def found(**how: bool) -> list[Finding]:
        return leaks(*small_run(tmp_path, sealed, **how))

    return found
