"""What stands in the channel, in the moderators' chat and in those of authors."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.playground.telegram import Telegram
from bot.playground.transcript import buttons, from_bot

Json = dict[str, Any]
_HEAD = re.compile(r"#(\d+)\b")
_HEAD_OF_HTML = re.compile(r"<b>#(\d+)</b>")


@dataclass
class Rooms:
    """`posted` counts by number the posts that ever reached the channel, deleted by now or not."""

    telegram: Telegram
    channel: int
    office: int
    posted: Counter[int] = field(default_factory=Counter)

    def count(self, method: str, params: Mapping[str, Any]) -> None:
        """Of every call that the bot makes; to be set as the rule of faults."""
        head = _HEAD_OF_HTML.match(str(params.get("text")))
        if method == "sendMessage" and head and str(params.get("chat_id")) == str(self.channel):
            self.posted[int(head[1])] += 1

    def posts(self, number: int) -> list[Json]:
        heads = ((one, _HEAD.match(one.get("text", ""))) for one in self._from_bot(self.channel))
        return [one for one, head in heads if head and int(head[1]) == number]

    def says(self, words: str, chat: int) -> bool:
        """Whether a message of the bot there has these words."""
        return any(words in one.get("text", "") for one in self._from_bot(chat))

    def pressable(self, data: re.Pattern[str], words: str = "") -> Iterator[tuple[int, str]]:
        """Buttons in the moderators' chat: the message's id and the data."""
        for message in self._from_bot(self.office):
            if words in message.get("text", ""):
                found = (button.get("callback_data", "") for button in buttons(message))
                yield from ((message["message_id"], one) for one in found if data.fullmatch(one))

    def _from_bot(self, chat: int) -> list[Json]:
        return [
            one for one in self.telegram.registry.chats[chat].messages.values() if from_bot(one)
        ]
