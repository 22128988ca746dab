"""What rows of moderation hold."""

from random import Random

from sqlalchemy import select

from bot.storage.submission_tables import cards
from bot.storage.vault import Vault
from bot.stories.moderation.card import Card, new_card
from bot.stories.moderation.store import CardStore
from tests.stories.moderation.office import Office


def card_store(secret: str = "k" * 40) -> CardStore:
    return CardStore(Vault(secret), Random(1))


async def test_a_card_is_kept_whole_and_sealed(desk: Office) -> None:
    card = Card("a" * 16, "b" * 16, -100123456, 987654, "words", 1, 2, (3, 4), "5", ("6",), "7", 8)
    await desk.do(lambda c: card_store().put(c, [card]))
    assert await desk.do(lambda c: card_store().of(c, "b" * 16)) == [card]
    kept = await desk.bytes()
    assert "100123456" not in kept
    assert "987654" not in kept


async def test_a_card_of_another_key_or_row_counts_as_gone(desk: Office) -> None:
    first, second = new_card("a" * 16, 1, 2), new_card("b" * 16, 3, 4)
    await desk.do(lambda c: card_store().put(c, [first, second]))
    assert await desk.do(lambda c: card_store("x" * 40).all(c)) == []
    sealed = await desk.do(lambda c: c.scalar(select(cards.c.sealed).where(cards.c.id == first.id)))
    other = cards.update().where(cards.c.id == second.id).values(sealed=sealed)
    await desk.do(lambda c: c.execute(other).rowcount)
    assert await desk.do(lambda c: card_store().all(c)) == [first]


async def test_only_what_is_stale_is_drawn(desk: Office) -> None:
    sent, new = new_card("a" * 16, 1, 2), new_card("b" * 16, 1)
    store = card_store()
    await desk.do(lambda c: store.add(c, [new, sent]))
    assert {card.id for card in await desk.do(lambda c: list(store.stale(c)))} == {sent.id, new.id}
    await desk.do(lambda c: store.put(c, [new, sent], stale=False))
    assert await desk.do(lambda c: list(store.stale(c))) == []
    await desk.do(lambda c: store.mark_all(c, [new.id]))
    assert await desk.do(lambda c: list(store.stale(c))) == [new]
