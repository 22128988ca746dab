"""The bot is added, promoted, removed, blocked; groups grow into supergroups."""

from bot.playground.chats import Chat, Member, User, member_json
from bot.playground.refusal import bad_request
from bot.playground.telegram import Telegram


def change_bot_status(
    telegram: Telegram,
    chat: Chat,
    by: User,
    status: str,
    rights: frozenset[str] | None = None,
) -> None:
    """Makes the bot `status` in the chat; the bot learns it by `my_chat_member`.

    `rights` of an administrator: all of them unless told otherwise.
    """
    bot = telegram.bot
    old = chat.members.get(bot.id) or Member("member" if chat.private else "left")
    given = chat.all_rights() if rights is None else rights
    new = Member(status, given if status == "administrator" else frozenset())
    chat.members[bot.id] = new
    telegram.registry.meet(by.id)
    telegram.inject(
        {
            "my_chat_member": {
                "chat": chat.json(),
                "from": by.json(),
                "date": int(telegram.clock()),
                "old_chat_member": member_json(chat, bot, old),
                "new_chat_member": member_json(chat, bot, new),
            }
        }
    )
    if new.present and not old.present:
        _say_joined(telegram, chat, by)


def _say_joined(telegram: Telegram, chat: Chat, by: User) -> None:
    """Groups say it in a message too, which the bot gets; channels and private chats do not."""
    if chat.type in ("group", "supergroup"):
        content = {"new_chat_members": [telegram.bot.json()]}
        telegram.inject({"message": telegram.messages.post(chat, by, content)})


def set_member(chat: Chat, person_id: int, status: str) -> None:
    """People join, leave and are promoted without the bot being told (it never asks)."""
    rights = chat.all_rights() if status == "administrator" else frozenset[str]()
    chat.members[person_id] = Member(status, rights)


def migrate(telegram: Telegram, group: Chat) -> Chat:
    """The group becomes a supergroup with a new id; calls for the old one are refused."""
    if group.type != "group":
        raise bad_request("only a group becomes a supergroup")
    owner = next(user for user, member in group.members.items() if member.status == "creator")
    grown = telegram.registry.add_chat("supergroup", group.title, owner)
    grown.members.update(group.members)
    group.migrated_to = grown.id
    author = telegram.registry.people[owner]
    farewell = telegram.messages.post(group, author, {"migrate_to_chat_id": grown.id})
    welcome = telegram.messages.post(grown, author, {"migrate_from_chat_id": group.id})
    if grown.member(telegram.bot.id).present:
        telegram.inject({"message": farewell})
        telegram.inject({"message": welcome})
    return grown
