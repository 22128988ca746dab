"""Posts in doubt: moderators say whether they are in the channel, and show which message it is."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy import Connection
from telegram import MessageOriginChannel

from bot.chat.routes import Routes
from bot.chat.screens import Screen
from bot.chat.touch import Answer, Touch
from bot.stories.moderation import verdicts
from bot.stories.moderation.settling import Place
from bot.stories.moderation.store import log
from bot.stories.publishing.channel import store
from bot.stories.publishing.channel.model import PostState
from bot.stories.publishing.channel.posts import ChannelPosts

_HEAD = re.compile(r"#(\d{1,9})\b")
ASKED = timedelta(hours=1)
Settle = Callable[[Connection, str, Iterable[Place]], None]
_PRESS = re.compile(r"post:(\d{1,9}):(again|there)")

_VERDICTS = {
    PostState.PENDING: verdicts.POSTED,
    PostState.SENDING: verdicts.POSTED,
    PostState.SENT: verdicts.THERE,
}


class Rights(Protocol):
    def may(self, touch: Touch) -> bool: ...


class Publishing:
    """Admins may show a post as well; each press and each forward is checked anew.

    Who is in the moderators' chat is not known in private: there it is who has pressed within the
    hour that the post is there. The bot may not see forwards in that chat (Telegram's privacy mode).

    `settle` leaves a line of the notices that asked: those that were pressed, as far as memory goes.
    """

    def __init__(
        self,
        posts: ChannelPosts,
        rights: Rights,
        is_admin: Callable[[Connection, int], bool],
        settle: Settle,
    ) -> None:
        self._posts, self._rights, self._is_admin = posts, rights, is_admin
        self._settle = settle
        self._asked: dict[int, datetime] = {}
        self._pressed = defaultdict[int, set[Place]](set)

    def routes(self) -> Routes:
        return Routes(touches={"post": self.pressed}, watchers=(self.forwarded,))

    def pressed(self, touch: Touch) -> Answer | None:
        """`post:17:again` sends it, once for however many press; `post:17:there` asks for it."""
        pressed = _PRESS.fullmatch(touch.data)
        if pressed is None or not self._may(touch):
            return None
        number, say = int(pressed[1]), touch.language.say
        if touch.message:
            self._pressed[number].add((touch.chat_id, touch.message.message_id))
        post = store.find(touch.connection, number)
        if post is None or post.state is not PostState.UNKNOWN:
            self._decided(touch, number)
            return Answer(say("That is settled already."))
        if pressed[2] == "there":
            self._ask(touch)
            words = say("Then forward that post to me in our private chat, so that I know it.")
            return Answer(words, alert=True)
        return self._send_again(touch, number)

    def _send_again(self, touch: Touch, number: int) -> Answer:
        """A story that is withdrawn needs no post: that it is not there settles it."""
        connection, say = touch.connection, touch.language.say
        if store.is_withdrawn(connection, number):
            store.remove(connection, number)
            self._decided(touch, number)
            return Answer(say("It was withdrawn: it stays out."), alert=True)
        store.move(connection, number, PostState.UNKNOWN, PostState.PENDING)
        log(connection, touch.now, touch.user_id, "post again", str(number))
        self._decided(touch, number)
        self._posts.wake()
        return Answer(say("It goes out now."))

    def forwarded(self, touch: Touch) -> Answer | None:
        """A post of the channel, shown by somebody who may: the one in doubt is that message."""
        origin = touch.message.forward_origin if touch.message else None
        if not isinstance(origin, MessageOriginChannel):
            return None
        if origin.chat.id != self._posts.channel_id or not (self._may(touch) or self._asks(touch)):
            return None
        return Answer(screen=Screen(self._shown(touch, origin.message_id)))

    def _shown(self, touch: Touch, message_id: int) -> str:
        say, connection = touch.language.say, touch.connection
        known = store.standing_at(connection, message_id)
        if known is not None:
            return say("That is #%(number)s, and all is well with it.", number=known)
        number = _meant(connection, touch.text)
        if number is None:
            return say("I am in doubt about no such post.")
        store.arrived(connection, number, PostState.UNKNOWN, message_id, labels="")
        log(connection, touch.now, touch.user_id, "post is there", str(number))
        self._decided(touch, number)
        if store.is_withdrawn(connection, number):
            store.move(connection, number, PostState.SENT, PostState.DELETING)
        self._posts.wake()
        if store.is_withdrawn(connection, number):
            return say("Thank you. #%(number)s was withdrawn: I delete its post.", number=number)
        return say("Thank you. That is #%(number)s, noted.", number=number)

    def _decided(self, touch: Touch, number: int) -> None:
        post = store.find(touch.connection, number)
        verdict = _VERDICTS.get(post.state, verdicts.SETTLED) if post else verdicts.SETTLED
        self._settle(touch.connection, f"{verdict}:{number}", self._pressed.pop(number, ()))

    def _may(self, touch: Touch) -> bool:
        is_admin = touch.private and self._is_admin(touch.connection, touch.user_id)
        return is_admin or self._rights.may(touch)

    def _ask(self, touch: Touch) -> None:
        since = touch.now - ASKED
        self._asked = {user: at for user, at in self._asked.items() if at > since}
        self._asked[touch.user_id] = touch.now

    def _asks(self, touch: Touch) -> bool:
        at = self._asked.get(touch.user_id)
        return touch.private and at is not None and at > touch.now - ASKED


def _meant(connection: Connection, text: str) -> int | None:
    """The post in doubt that begins like this: no other message must be taken for it."""
    head = _HEAD.match(text)
    post = store.find(connection, int(head[1])) if head else None
    return post.number if post and post.state is PostState.UNKNOWN else None
