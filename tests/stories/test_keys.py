"""Receipts: as people type them, and useless to whoever has only the database."""

from hypothesis import given
from hypothesis import strategies as st

from bot.storage.vault import Vault
from bot.stories.keys import Keys, new_receipt, spaced, typed_receipt

KEYS = Keys(Vault("a secret of at least thirty-two characters"))
DIGITS = st.text("0123456789", min_size=16, max_size=16)


@given(DIGITS, st.sampled_from(["", " ", "-", ".", "  ", "\n"]))
def test_a_receipt_is_found_however_it_is_typed(digits: str, between: str) -> None:
    typed = spaced(digits).replace(" ", between)
    assert typed_receipt(f" {typed} ") == digits


@given(st.text())
def test_nothing_but_sixteen_digits_is_a_receipt(text: str) -> None:
    found = typed_receipt(text)
    assert found is None or (len(found) == 16 and found.isascii() and found.isdigit())


def test_digits_of_other_scripts_are_none() -> None:
    assert typed_receipt("１２３４５６７８９０１２３４５６") is None
    assert typed_receipt("٠" * 16) is None


def test_receipts_are_sixteen_digits_and_do_not_come_twice() -> None:
    made = {new_receipt() for _ in range(1000)}
    assert len(made) == 1000
    assert all(typed_receipt(one) == one for one in made)


@given(DIGITS, st.integers(1), st.integers(1))
def test_a_receipt_can_be_sent_by_whom_it_was_offered(digits: str, chat: int, other: int) -> None:
    proof = KEYS.proof(digits, chat)
    assert KEYS.is_offered(digits, proof, chat)
    assert KEYS.is_offered(digits, proof, other) == (chat == other)
    assert not KEYS.is_offered(digits, "è" + proof[1:], chat)


def test_a_hash_depends_on_what_it_is_for_and_on_the_secret() -> None:
    other = Keys(Vault("another secret of thirty-two characters"))
    assert KEYS.receipt_hash("1" * 16) != other.receipt_hash("1" * 16)
    assert KEYS.voter("vote", 1, 7) != KEYS.voter("feeling", 1, 7)
    assert KEYS.voter("vote", 1, 7) != KEYS.voter("vote", 2, 7)
    assert KEYS.voter("vote", 1, 27) != KEYS.voter("vote", 12, 7)
