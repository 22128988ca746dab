"""Votes under posts of the channel: whoever presses need not have opened the bot."""

import re

from sqlalchemy import Connection

from bot.chat.people import store as people
from bot.chat.touch import Answer, Touch
from bot.stories.reading.opinions.votes import VOTES, Votes
from bot.stories.reading.shelf import Shelves

_PRESS = re.compile(r"vote:(\d{1,9}):(up|down)", re.ASCII)


class UnderPosts:
    def __init__(self, votes: Votes, shelves: Shelves) -> None:
        self._votes, self._shelves = votes, shelves

    def pressed(self, touch: Touch) -> Answer:
        """`vote:17:up`; the same again takes it back."""
        press = _PRESS.fullmatch(touch.data)
        if press is None:
            return Answer(touch.language.say("That button is no longer in use."))
        number, connection = int(press[1]), touch.connection
        voted = self._votes.give(connection, number, touch.user_id, VOTES[press[2]])
        if voted.took_place:
            self._remember(connection, touch.user_id, number, voted.value)
        return Answer(voted.toast(touch.language), alert=not voted.took_place)

    def _remember(self, connection: Connection, user_id: int, number: int, value: int) -> None:
        """Only people who opened the bot have a shelf."""
        if people.find(connection, user_id) is None:
            return
        shelf = self._shelves.load(connection, user_id)
        if (number in shelf.voted) != bool(value):
            self._shelves.save(
                connection, user_id, shelf.marked("voted", number, there=bool(value))
            )
