"""The bot's own chats on a screen, and the links that make the bot an administrator of one."""

from bot.chat.roles import Chats, Use
from bot.chat.screens import Button, Screen
from bot.chat.visit import Visit

# https://core.telegram.org/api/links#groupchannel-bot-links
CHANNEL_RIGHTS = "post_messages+edit_messages+delete_messages"
GROUP_RIGHTS = "delete_messages"


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
