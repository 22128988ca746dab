"""When a person has seen enough to go on: the bot said something and answered the press."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from bot.playground.client import Client

Json = dict[str, Any]


@dataclass
class Expectation:
    """`query`: the press that must be answered too. What it saw stays in `toast` and `notes`."""

    chat: int
    query: str | None = None
    said: bool = False
    answered: bool = False
    toast: str | None = None
    alert: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def fulfilled(self) -> bool:
        return self.said and (self.answered or self.query is None)

    @property
    def missing(self) -> str:
        unanswered = self.query is not None and not self.answered
        parts = (
            "answered the press" if unanswered else "",
            "" if self.said else "said or edited anything",
        )
        return " nor ".join(part for part in parts if part)

    def take(self, event: Json) -> None:
        if event.get("chat_id") != self.chat:
            return
        match event["kind"]:
            case "message" | "edited":
                # taking a keyboard away tidies up; the answer itself is still to come
                self.said = self.said or (event["by_bot"] and not event.get("stripped", False))
            case "unchanged":
                self.said = True
            case "answer" if self.query in (None, event["callback_query_id"]):
                self.answered = True
                self.toast = event["text"] or None
                self.alert = event["alert"]
            case "refused":
                self.notes.append(f"{event['method']} was refused: {event['description']}")


async def until(client: Client, version: int, expected: Expectation, seconds: float) -> bool:
    """Follows the events after `version`; False when `seconds` went by."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    while not expected.fulfilled:
        left = deadline - loop.time()
        if left <= 0:
            return False
        version, events = await client.events(version, left)
        for event in events:
            expected.take(event)
    return True
