"""Deleting or editing a delivered message: both can be repeated without harm."""

from collections.abc import Mapping
from typing import Any

from telegram import MessageEntity
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.broadcasts.running.amending.store import Amended, Correction, Delivery
from bot.broadcasts.running.states import CORRECTED, KEPT, RECALLED
from bot.broadcasts.sending.contents import Content, Footer, content_for
from bot.broadcasts.sending.failures import LONGEST_REASON, Rule, failure_of
from bot.delivery.gate import Lane

MOST_IDS = 100
"""Telegram's limit of one call."""
TRIES = 3
STAYS = frozenset({Rule.HELD, Rule.UNSENT})


class Calls:
    """Each answers what became of it, None for one that is to be tried again."""

    def __init__(self, bot: ExtBot[Any], footer: Footer) -> None:
        self._bot, self._footer = bot, footer
        self._captioned: set[tuple[int, str]] = set()
        self._tries: dict[tuple[int, int], int] = {}

    async def recall(self, broadcast: int, one: Delivery) -> Amended | None:
        ids = range(one.message_id, one.message_id + min(one.count, MOST_IDS))
        try:
            if len(ids) == 1:
                await self._bot.delete_message(
                    one.chat_id, one.message_id, rate_limit_args=Lane.BULK
                )
            else:
                await self._bot.delete_messages(one.chat_id, list(ids), rate_limit_args=Lane.BULK)
        except TelegramError as error:
            if _says(error, "to delete not found"):
                return Amended(one.chat_id, RECALLED)
            return self._failed(broadcast, one, error)
        return Amended(one.chat_id, RECALLED)

    async def correct(
        self,
        broadcast: int,
        one: Delivery,
        contents: Mapping[str, Content],
        corrections: Mapping[str, Correction],
    ) -> Amended | None:
        code = one.language if one.language in contents else ""
        content, correction = content_for(contents, code), corrections.get(code)
        if content is None or correction is None:
            return Amended(one.chat_id, KEPT, "no correction")
        markup = None
        if not content.is_album:
            markup = self._footer(broadcast, one.language, content.buttons).markup()
        entities = MessageEntity.de_list(correction.entities, self._bot)
        given = {"chat_id": one.chat_id, "message_id": one.message_id, "reply_markup": markup}
        try:
            await self._edit((broadcast, code), correction.text, entities, given)
        except TelegramError as error:
            if not _says(error, "not modified"):
                return self._failed(broadcast, one, error)
        return Amended(one.chat_id, CORRECTED)

    async def _edit(
        self,
        version: tuple[int, str],
        text: str,
        entities: tuple[MessageEntity, ...],
        given: dict[str, Any],
    ) -> None:
        """The text, or the words under a picture: which of both is seen at the first one."""
        if version not in self._captioned:
            try:
                await self._bot.edit_message_text(
                    text, entities=entities, rate_limit_args=Lane.BULK, **given
                )
            except BadRequest as error:
                if not _says(error, "no text in the message"):
                    raise
                self._captioned.add(version)
            else:
                return
        await self._bot.edit_message_caption(
            caption=text, caption_entities=entities, rate_limit_args=Lane.BULK, **given
        )

    def _failed(self, broadcast: int, one: Delivery, error: TelegramError) -> Amended | None:
        failure = failure_of(error)
        if failure.rule in STAYS:
            return None
        if failure.rule is Rule.MAYBE:
            key = (broadcast, one.chat_id)
            self._tries[key] = self._tries.get(key, 0) + 1
            if self._tries[key] < TRIES:
                return None
            del self._tries[key]
        reason = error.message if isinstance(error, BadRequest) else failure.reason
        return Amended(one.chat_id, KEPT, reason[:LONGEST_REASON])


def _says(error: TelegramError, words: str) -> bool:
    return isinstance(error, BadRequest) and words in error.message
