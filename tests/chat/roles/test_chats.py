"""Which chats are the bot's own: the environment wins, a choice counts at once, moves are followed."""

from typing import Any

from sqlalchemy import Connection, insert, select

from bot.chat.roles import Chats, Use
from bot.chat.roles.chats import followed
from bot.settings import load_settings
from bot.storage.tables import notices

CHANNEL, GROUP, GROWN = -1_001_000_000_001, -4_000_000_001, -1_001_000_000_009


def chats(**given: Any) -> Chats:
    return Chats(load_settings(_env_file=None, **given))


def test_without_a_choice_there_are_none(connection: Connection) -> None:
    one = chats()
    assert one.read(connection) == {Use.STORIES: None, Use.MODERATION: None}
    assert one.own == frozenset()


def test_a_choice_counts_at_once_and_after_a_restart(connection: Connection) -> None:
    one = chats()
    one.use(connection, Use.STORIES, CHANNEL)
    assert one.channel_id == CHANNEL
    one.use(connection, Use.MODERATION, GROUP)
    again = chats()
    assert again.channel_id is None
    assert again.channel_in(connection) == CHANNEL
    assert again.moderation_chat_id == GROUP
    assert again.own == {CHANNEL, GROUP}
    assert again.use_of(GROUP) is Use.MODERATION


def test_the_environment_wins(connection: Connection) -> None:
    chats().use(connection, Use.STORIES, CHANNEL)
    one = chats(channel_id=-5)
    assert one.is_given(Use.STORIES)
    assert not one.is_given(Use.MODERATION)
    assert one.channel_id == -5
    assert one.channel_in(connection) == -5


def test_one_chat_has_one_use(connection: Connection) -> None:
    one = chats()
    one.use(connection, Use.STORIES, GROUP)
    one.use(connection, Use.MODERATION, GROUP)
    assert one.read(connection) == {Use.STORIES: None, Use.MODERATION: GROUP}


def test_a_chosen_group_is_followed(connection: Connection) -> None:
    one = chats()
    one.use(connection, Use.MODERATION, GROUP)
    connection.execute(insert(notices).values(chat_id=GROUP, text="x"))
    one.follow(connection, GROUP, GROWN)
    assert one.moderation_chat_id == GROWN
    assert chats().moderation_in(connection) == GROWN
    assert followed(connection, GROUP) == GROWN
    assert connection.scalars(select(notices.c.chat_id)).all() == [GROWN]


def test_a_group_of_the_environment_is_followed_after_a_restart_too(
    connection: Connection,
) -> None:
    chats(moderation_chat_id=GROUP).follow(connection, GROUP, GROWN)
    again = chats(moderation_chat_id=GROUP)
    assert again.moderation_in(connection) == GROWN
    assert chats(moderation_chat_id=-7).moderation_in(connection) == -7
