"""What is encrypted, noted as it is made: a piece of it is recognised wherever it stays."""

import pytest

from bot.storage.vault import Vault


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
