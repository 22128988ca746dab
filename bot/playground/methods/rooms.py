"""What a bot may ask about chats and their members; typing; leaving."""

from telegram.constants import ChatAction

from bot.playground.chats import Json, Member, User, member_json
from bot.playground.membership import change_bot_status
from bot.playground.methods.spec import Method, Methods
from bot.playground.parameters import Parameters
from bot.playground.refusal import RefusedError, bad_request
from bot.playground.telegram import Telegram

_CHAT = frozenset({"chat_id"})
_ACTIONS = frozenset(action.value for action in ChatAction)
_GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


def get_chat(telegram: Telegram, params: Parameters) -> Json:
    chat = telegram.registry.find(params.text("chat_id"))
    shaped = chat.json() | {
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }
    if chat.private:
        return shaped
    permissions = ("can_send_messages", "can_send_photos", "can_send_documents")
    return shaped | {"permissions": dict.fromkeys(permissions, True)}


def _user(telegram: Telegram, user_id: int | None) -> User:
    user = telegram.bot if user_id == telegram.bot.id else None
    user = user or telegram.registry.people.get(user_id or 0)
    if user is None:
        raise bad_request("user not found")
    return user


def get_member(telegram: Telegram, params: Parameters) -> Json:
    chat = telegram.registry.find(params.text("chat_id"))
    user = _user(telegram, params.integer("user_id"))
    if chat.private and user.id in (chat.id, telegram.bot.id):
        return member_json(chat, user, Member("member"))
    return member_json(chat, user, chat.member(user.id))


def get_administrators(telegram: Telegram, params: Parameters) -> list[Json]:
    """Bots other than this one there are none, so all are listed."""
    chat = telegram.registry.find(params.text("chat_id"))
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    return [
        member_json(chat, _user(telegram, user_id), member)
        for user_id, member in chat.members.items()
        if member.governs
    ]


def count_members(telegram: Telegram, params: Parameters) -> int:
    chat = telegram.registry.find(params.text("chat_id"))
    return 2 if chat.private else sum(member.present for member in chat.members.values())


def send_action(telegram: Telegram, params: Parameters) -> bool:
    chat = telegram.registry.writable(params.text("chat_id"))
    if params.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    people = chat.audience(telegram.bot.id)
    telegram.events.tell(people, "action", chat_id=chat.id, text=params.text("action"))
    return True


def leave_chat(telegram: Telegram, params: Parameters) -> bool:
    chat = telegram.registry.find(params.text("chat_id"))
    if chat.private:
        raise bad_request("can't leave a private chat")
    if not chat.member(telegram.bot.id).present:
        raise RefusedError(403, f"Forbidden: bot is not a member of the {chat.type} chat")
    change_bot_status(telegram, chat, telegram.bot, "left")
    return True


def refuse_to_log_out(_telegram: Telegram, _params: Parameters) -> bool:
    raise bad_request("the playground has no other server to move the bot to")


METHODS: Methods = {
    "getChat": Method(get_chat, _CHAT),
    "getChatMember": Method(get_member, _CHAT | {"user_id"}),
    "getChatAdministrators": Method(get_administrators, _CHAT),
    "getChatMemberCount": Method(count_members, _CHAT),
    "sendChatAction": Method(send_action, _CHAT | {"action"}),
    "leaveChat": Method(leave_chat, _CHAT),
    "logOut": Method(refuse_to_log_out),
    "close": Method(refuse_to_log_out),
}
