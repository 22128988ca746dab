"""Receipts and keyed hashes: what lets an author come back without being known.

A receipt is 16 digits from a secure generator. Stored is only its keyed hash, so a stolen database
cannot be searched for one.
"""

import re
import secrets
from typing import Protocol

RECEIPT_DIGITS = 16
PROOF_LETTERS = 10
_GROUPS = re.compile(r"\d{4}(?=\d)")
_SEPARATORS = re.compile(r"[\s.\-_–—]+")


class Digests(Protocol):
    def digest(self, purpose: str, text: str) -> bytes:
        """32 bytes that only this installation can compute."""
        ...


class Keys:
    def __init__(self, digests: Digests) -> None:
        self._digests = digests

    def receipt_hash(self, digits: str) -> bytes:
        return self._digests.digest("receipt", digits)

    def proof(self, digits: str, chat_id: int) -> str:
        """Letters that go with a receipt in a button: only what was offered can be sent with."""
        return self._digests.digest("offer", f"{digits} {chat_id}").hex()[:PROOF_LETTERS]

    def is_offered(self, digits: str, proof: str, chat_id: int) -> bool:
        return secrets.compare_digest(proof.encode(), self.proof(digits, chat_id).encode())

    def voter(self, purpose: str, number: int, user_id: int) -> bytes:
        """16 bytes for a person and a story; purposes: vote, feeling, report."""
        return self._digests.digest(purpose, f"{number} {user_id}")[:16]


def new_receipt() -> str:
    return "".join(secrets.choice("0123456789") for _ in range(RECEIPT_DIGITS))


def new_key() -> str:
    """Of a row: random, so that its place tells nothing."""
    return secrets.token_hex(8)


def spaced(digits: str) -> str:
    """As people copy it: `1234 5678 9012 3456`."""
    return _GROUPS.sub(r"\g<0> ", digits)


def typed_receipt(text: str) -> str | None:
    """The 16 digits however they were typed; None for anything else."""
    digits = _SEPARATORS.sub("", text)
    return (
        digits if len(digits) == RECEIPT_DIGITS and digits.isascii() and digits.isdigit() else None
    )
