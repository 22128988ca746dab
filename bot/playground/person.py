"""A fake client that uses the bot as a person would: reads, types, presses what it sees."""

from collections.abc import Callable
from io import BytesIO

from aiohttp import ClientSession, FormData

from bot.playground.client import Client
from bot.playground.sight import Sight
from bot.playground.waiting import Expectation, until

PATIENCE = 5.0


class Person(Sight):
    """Talks to the people API over HTTP. After an action that waits, what it sees is fresh;
    `refresh` looks again.

    An action takes `chat`, the id of a channel or group (else the private chat), and `within` in
    seconds (else `patience`), after which it raises AssertionError with what was seen.
    """

    def __init__(
        self,
        person_id: int,
        session: Callable[[], ClientSession],
        server: Callable[[], str],
    ) -> None:
        super().__init__(person_id)
        self.patience = PATIENCE
        self._client = Client(person_id, session, server)

    async def refresh(self, chat: int | None = None) -> None:
        self.look(chat or self.id, await self._client.get(f"/chats/{chat or self.id}"))

    async def post(self, text: str, *, chat: int | None = None, reply_to: int | None = None) -> int:
        """Sends without waiting; answers the number of the newest event at that moment.

        `reply_to`: the id of the message it answers.
        """
        body = {"text": text, "reply_to": reply_to}
        _, version = await self._client.act(f"/chats/{chat or self.id}/messages", body)
        return version

    async def send(
        self,
        text: str,
        *,
        chat: int | None = None,
        reply_to: int | None = None,
        within: float | None = None,
    ) -> None:
        """Sends, and waits until the bot has said, edited or left unchanged something there."""
        version = await self.post(text, chat=chat, reply_to=reply_to)
        await self._until(version, Expectation(chat or self.id), within)

    async def send_file(
        self, kind: str, content: bytes, caption: str = "", *, within: float | None = None
    ) -> None:
        """Kinds: photo, document, voice, sticker, video, audio."""
        form = FormData()
        form.add_field(kind, BytesIO(content), filename=f"{kind}.bin")
        form.add_field("caption", caption)
        _, version = await self._client.act(f"/chats/{self.id}/messages", form)
        await self._until(version, Expectation(self.id), within)

    async def forward(
        self, from_chat: int, message_id: int, *, within: float | None = None
    ) -> None:
        """Into the private chat with the bot; waits as `send` does."""
        body = {"from_chat": from_chat, "message_id": message_id}
        _, version = await self._client.act(f"/chats/{self.id}/forwards", body)
        await self._until(version, Expectation(self.id), within)

    async def edit(
        self, message_id: int, text: str, *, chat: int | None = None, within: float | None = None
    ) -> None:
        """Edits an own message and waits as `send` does."""
        body = {"message_id": message_id, "text": text}
        _, version = await self._client.act(f"/chats/{chat or self.id}/edit", body)
        await self._until(version, Expectation(chat or self.id), within)

    async def tap(self, label: str, *, chat: int | None = None) -> tuple[int, str]:
        """Presses without waiting; answers the number of the newest event and the query's id."""
        await self.refresh(chat)
        message, button = self.find_button(label)
        if "callback_data" not in button:
            raise AssertionError(f"The button {label!r} is no press for the bot: {button}")
        return await self.tap_data(button["callback_data"], message["message_id"], chat=chat)

    async def press(
        self, label: str, *, chat: int | None = None, within: float | None = None
    ) -> None:
        """Presses the newest button with this label, else the one whose label contains it, and
        waits until the bot has answered it and has said, edited or left unchanged something.
        """
        version, query = await self.tap(label, chat=chat)
        await self._until(version, Expectation(chat or self.id, query), within)

    async def tap_data(
        self, data: str, message_id: int | None = None, *, chat: int | None = None
    ) -> tuple[int, str]:
        """Any data, on the bot's newest message unless told otherwise."""
        if message_id is None:
            await self.refresh(chat)
            message_id = self.last["message_id"]
        body = {"message_id": message_id, "data": data}
        answer, version = await self._client.act(f"/chats/{chat or self.id}/presses", body)
        return version, answer["callback_query_id"]

    async def press_data(
        self,
        data: str,
        message_id: int | None = None,
        *,
        chat: int | None = None,
        within: float | None = None,
    ) -> None:
        version, query = await self.tap_data(data, message_id, chat=chat)
        await self._until(version, Expectation(chat or self.id, query), within)

    async def until(self, words: str, *, within: float | None = None) -> None:
        """Waits until the newest message of the bot contains the words, as after `post`."""
        version, seconds = 0, within or self.patience
        await self.refresh()
        while words not in (self.last_words() or ""):
            version, events = await self._client.events(version, seconds)
            if not events:
                raise AssertionError(f"{words!r} did not come within {seconds} s.{self.shown()}")
            await self.refresh()

    async def _until(self, version: int, expected: Expectation, within: float | None) -> None:
        seconds = within or self.patience
        in_time = await until(self._client, version, expected, seconds)
        await self.refresh(expected.chat)
        if expected.answered:
            self.heard(expected.toast, alert=expected.alert)
        if not in_time:
            raise AssertionError(
                f"Within {seconds} s the bot has not {expected.missing}."
                f"{self.shown(expected.notes)}"
            )

    async def delete_chat(self, *, everywhere: bool = False) -> None:
        """For this person; with `everywhere` the messages are gone for the bot too."""
        path = f"/chats/{self.id}" + ("?everywhere=true" if everywhere else "")
        await self._client.act(path, {}, "DELETE")
        await self.refresh()

    async def block(self) -> None:
        await self._client.act("/block", {})

    async def unblock(self) -> None:
        await self._client.act("/unblock", {})
