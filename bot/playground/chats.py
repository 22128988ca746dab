"""People, the bot, and the chats they are in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

FIRST_PERSON = 700_000_001
FIRST_GROUP = -4_000_000_001
FIRST_SUPERGROUP = -1_001_000_000_001
RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
_MORE_RIGHTS = {
    "channel": ("can_post_messages", "can_edit_messages"),
    "supergroup": ("can_pin_messages", "can_manage_topics"),
    "group": ("can_pin_messages",),
}


@dataclass(frozen=True)
class User:
    id: int
    first_name: str
    role: str = ""
    language_code: str = ""
    username: str = ""

    @property
    def is_bot(self) -> bool:
        return self.role == "bot"

    def json(self) -> Json:
        shaped: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            shaped["username"] = self.username
        if self.language_code:
            shaped["language_code"] = self.language_code
        return shaped


@dataclass(frozen=True)
class Member:
    """`status` as the Bot API names it; `rights` only count for an administrator."""

    status: str
    rights: frozenset[str] = frozenset()

    @property
    def present(self) -> bool:
        return self.status not in ("left", "kicked")

    @property
    def governs(self) -> bool:
        return self.status in ("creator", "administrator")

    def may(self, right: str) -> bool:
        return self.status == "creator" or (self.governs and right in self.rights)


@dataclass
class Chat:
    """A chat with its messages; messages are Bot API JSON and are replaced, never changed."""

    id: int
    type: str
    title: str
    username: str = ""
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)
    own_posts: set[int] = field(default_factory=set)  # the bot's, where the chat is the sender
    last_own_id: int = 0
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    migrated_to: int | None = None
    cleared: dict[int, int] = field(default_factory=dict)
    keyboard: Json | None = None

    @property
    def private(self) -> bool:
        return self.type == "private"

    @property
    def counts_itself(self) -> bool:
        """Supergroups and channels number their messages themselves."""
        return self.type in ("supergroup", "channel")

    def json(self) -> Json:
        name = "first_name" if self.private else "title"
        shaped: Json = {"id": self.id, "type": self.type, name: self.title}
        if self.username:
            shaped["username"] = self.username
        return shaped

    def member(self, user_id: int) -> Member:
        return self.members.get(user_id, Member("left"))

    def audience(self, bot_id: int) -> Iterable[int]:
        """The people who see what is said here."""
        if self.private:
            return (self.id,)
        return [user for user, member in self.members.items() if member.present and user != bot_id]

    def all_rights(self) -> frozenset[str]:
        return frozenset((*RIGHTS, *_MORE_RIGHTS.get(self.type, ())))


def member_json(chat: Chat, user: User, member: Member) -> Json:
    """A ChatMember object with every field its status asks for."""
    shaped: Json = {"user": user.json(), "status": member.status}
    if member.status == "creator":
        shaped["is_anonymous"] = False
    elif member.status == "administrator":
        shaped |= {"can_be_edited": False, "is_anonymous": False}
        shaped |= {right: right in member.rights for right in sorted(chat.all_rights())}
    elif member.status == "kicked":
        shaped["until_date"] = 0
    return shaped
