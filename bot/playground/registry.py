"""Who and what exists: people and chats, found by id or by username."""

from collections.abc import Iterator

from bot.playground.chats import (
    FIRST_GROUP,
    FIRST_PERSON,
    FIRST_SUPERGROUP,
    Chat,
    Member,
    User,
)
from bot.playground.refusal import RefusedError, bad_request, forbidden
from bot.playground.signals import Signal


class Registry:
    def __init__(self, bot: User) -> None:
        self.bot = bot
        self.people: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.grown = Signal()
        self._usernames: dict[str, int] = {}
        self._met: set[int] = set()

    def add_person(self, first_name: str, role: str, language_code: str) -> User:
        user = User(FIRST_PERSON + len(self.people), first_name, role, language_code)
        self.people[user.id] = user
        self.chats[user.id] = Chat(user.id, "private", first_name)
        return user

    def add_chat(self, kind: str, title: str, owner: int, username: str = "") -> Chat:
        """A group, supergroup or channel, with its creator; the bot is not in it yet."""
        first = FIRST_GROUP if kind == "group" else FIRST_SUPERGROUP
        chat = Chat(first - len(self.chats), kind, title, username)
        chat.members[owner] = Member("creator")
        self.chats[chat.id] = chat
        if username:
            self._usernames[username.lower()] = chat.id
        return chat

    def seen_by(self, person_id: int) -> Iterator[Chat]:
        yield self.chats[person_id]
        for chat in self.chats.values():
            if not chat.private and chat.member(person_id).present:
                yield chat

    def meet(self, person_id: int) -> None:
        """From now on the bot knows this person's id, though it may not write to them."""
        self._met.add(person_id)

    def find(self, reference: str) -> Chat:
        """By what stands in `chat_id`. Raises "chat not found", as for people never met."""
        if not reference:
            raise bad_request("chat_id is empty")
        if reference.startswith("@"):
            chat = self.chats.get(self._usernames.get(reference[1:].lower(), 0))
        else:
            chat = self.chats.get(int(reference)) if reference.lstrip("-").isdecimal() else None
        if chat is None or (chat.private and not chat.started and chat.id not in self._met):
            raise bad_request("chat not found")
        return chat

    def writable(self, reference: str) -> Chat:
        """The same, for calls that say something there. Raises Telegram's reasons not to."""
        chat = self.find(reference)
        if chat.private:
            self._check_private(chat)
        else:
            self._check_shared(chat)
        return chat

    def inside(self, reference: str) -> Chat:
        """The same, for what can be done where nothing may be said."""
        chat = self.find(reference)
        if not chat.private:
            self._check_member(chat)
        return chat

    def _check_private(self, chat: Chat) -> None:
        if chat.deactivated:
            raise forbidden("user is deactivated")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")

    def _check_shared(self, chat: Chat) -> None:
        self._check_member(chat)
        if chat.type == "channel" and not chat.member(self.bot.id).may("can_post_messages"):
            raise bad_request("need administrator rights in the channel chat")

    def _check_member(self, chat: Chat) -> None:
        if chat.migrated_to is not None:
            raise RefusedError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=chat.migrated_to,
            )
        member = chat.member(self.bot.id)
        if member.status == "kicked":
            raise forbidden(f"bot was kicked from the {chat.type} chat")
        if not member.present:
            raise forbidden(f"bot is not a member of the {chat.type} chat")
