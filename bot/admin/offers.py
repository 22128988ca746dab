"""Chats in which an owner made the bot administrator, until it is said what they are for."""

from dataclasses import dataclass

from sqlalchemy import Connection

from bot.admin import store
from bot.chat.roles import Use
from bot.chat.roles.chats import followed
from bot.chat.roles.store import drop, keep, kept

OFFER = "offer"
LEAVE = "leave"
PUBLIC = "public"


@dataclass(frozen=True)
class Offer:
    """`chat_id` is where the chat is now, should it have moved."""

    chat_id: int
    use: Use
    is_public: bool


def add(connection: Connection, offer: Offer) -> None:
    words = [offer.use.value, *([PUBLIC] if offer.is_public else [])]
    keep(connection, f"{OFFER} {offer.chat_id}", " ".join(words))


def find(connection: Connection, chat_id: int) -> Offer | None:
    """What still stands; None for one that is settled, and for any number that is no offer."""
    now = followed(connection, chat_id)
    name = f"{OFFER} {now}"
    use, *more = kept(connection, name).get(name, "").split() or [""]
    if use not in set(Use):
        return None
    return Offer(now, Use(use), PUBLIC in more)


def settle(connection: Connection, chat_id: int) -> None:
    drop(connection, f"{OFFER} {chat_id}")


def move(connection: Connection, old: int, new: int) -> None:
    """The chat has another id now."""
    name = f"{OFFER} {old}"
    value = kept(connection, name).get(name)
    if value is not None:
        drop(connection, name)
        keep(connection, f"{OFFER} {new}", value)


def leave(connection: Connection, chat_id: int) -> None:
    """To be left by the worker, whatever happens in between."""
    keep(connection, f"{OFFER} {chat_id}", LEAVE)


def to_leave(connection: Connection) -> list[int]:
    return [int(name.split()[1]) for name in store.names(connection, f"{OFFER} ", LEAVE)]
