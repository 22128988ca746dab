"""The bot's own chats: their page, and the offer to use another one.

The offer's presses are `setup:use:<chat id>` and `setup:leave:<chat id>`.
"""

import re
from collections.abc import Callable

from sqlalchemy import Connection

from bot.admin import offers
from bot.admin.offers import Offer
from bot.chat.roles import Chats, Roles, Use
from bot.chat.roles.roles import short
from bot.chat.routes import Routes
from bot.chat.screens import Button, Screen
from bot.chat.touch import Answer, Touch
from bot.chat.visit import Visit
from bot.texts.html import escape
from bot.texts.language import Language

# https://core.telegram.org/api/links#groupchannel-bot-links
CHANNEL_RIGHTS = "post_messages+edit_messages+delete_messages"
GROUP_RIGHTS = "delete_messages"
PRESS = re.compile(r"setup:(use|leave):(-\d{1,16})", re.ASCII)


def own_chats_screen(visit: Visit, chats: Chats, username: str) -> Screen:
    language, kept = visit.language, chats.read(visit.connection)
    text = language.page(
        "admin_chats",
        stories=kept[Use.STORIES] or "",
        moderation=kept[Use.MODERATION] or "",
        given=[use.value.upper() for use in Use if chats.is_given(use)],
    )
    address = f"https://t.me/{username}"
    to_channel = f"{address}?startchannel&admin={CHANNEL_RIGHTS}"
    to_group = f"{address}?startgroup&admin={GROUP_RIGHTS}"
    rows = (
        (Button(language.say("📣 Choose a channel"), url=to_channel),),
        (Button(language.say("🛡 Choose a moderators' group"), url=to_group),),
        (Button(language.say("‹ Back"), "admin"),),
    )
    return Screen(text, rows)


class SetUp:
    """`changed` is called when a chat has a use now; `wake` when there is one to leave."""

    def __init__(
        self,
        roles: Roles,
        chats: Chats,
        changed: Callable[[Connection], object],
        wake: Callable[[], None],
    ) -> None:
        self._roles, self._chats, self._changed, self._wake = roles, chats, changed, wake

    def routes(self) -> Routes:
        return Routes(touches={"setup": self.pressed})

    def pressed(self, touch: Touch) -> Answer | None:
        """By an owner in private; to everybody else it is a button that nobody knows."""
        pressed = PRESS.fullmatch(touch.data)
        is_owner = touch.private and self._roles.may(touch.connection, touch.user_id)
        if pressed is None or not is_owner:
            return None
        offer = offers.find(touch.connection, int(pressed[2]))
        if offer is None:
            return _said(touch.language.say("That is settled already."))
        offers.settle(touch.connection, offer.chat_id)
        return self._use(touch, offer) if pressed[1] == "use" else self._leave(touch, offer)

    def _use(self, touch: Touch, offer: Offer) -> Answer:
        if self._chats.is_given(offer.use):
            return _said(settled_elsewhere(offer.use, touch.language))
        self._chats.use(touch.connection, offer.use, offer.chat_id)
        self._note(touch, "set up", offer)
        self._changed(touch.connection)
        return _said(_used(offer, touch.language))

    def _leave(self, touch: Touch, offer: Offer) -> Answer:
        offers.leave(touch.connection, offer.chat_id)
        self._note(touch, "left", offer)
        self._wake()
        return _said(touch.language.say("Then I leave it."))

    def _note(self, touch: Touch, action: str, offer: Offer) -> None:
        subject = f"{offer.use.value} {short(offer.chat_id)}"
        self._roles.note(touch.connection, touch.now, touch.user_id, action, subject)


def _said(words: str) -> Answer:
    return Answer(screen=Screen(escape(words)))


def words_of(offer: Offer, name: str, language: Language, *, given: bool, mute: bool) -> str:
    """Plain text. `given`: the environment names another chat; `mute`: the bot may not post."""
    say = language.say
    lines = [say("You made me an administrator of “%(chat)s”.", chat=name)]
    if given:
        return " ".join([*lines, settled_elsewhere(offer.use, language), say("So I leave it.")])
    if offer.use is Use.STORIES:
        lines.append(say("Shall I post the stories there?"))
        if mute:
            lines.append(say("I need the right to post, edit and delete messages."))
    else:
        lines.append(say("Shall moderators decide there about what people send?"))
        if offer.is_public:
            lines.append(_warning(language))
    return " ".join(lines)


def buttons_of(offer: Offer, language: Language) -> tuple[Button, ...]:
    say = language.say
    label = say("Use it for stories") if offer.use is Use.STORIES else say("Use it for moderation")
    return (
        Button(label, f"setup:use:{offer.chat_id}"),
        Button(say("No, leave that chat"), f"setup:leave:{offer.chat_id}"),
    )


def settled_elsewhere(use: Use, language: Language) -> str:
    return language.say(
        "Which chat is used is said by %(name)s in the settings.", name=use.value.upper()
    )


def _used(offer: Offer, language: Language) -> str:
    say = language.say
    if offer.use is Use.STORIES:
        return say("✅ From now on stories that are published are posted there.")
    done = say("✅ From now on what people send goes there.")
    return f"{done} {_warning(language)}" if offer.is_public else done


def _warning(language: Language) -> str:
    return language.say(
        "⚠️ It is public: anybody can read there what people sent in confidence. Make it private."
    )
