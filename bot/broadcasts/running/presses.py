"""Presses of people on the buttons under a broadcast: counted, and the guide or story opened."""

from collections.abc import Callable
from dataclasses import replace

from bot.broadcasts.running import store
from bot.broadcasts.running.figures import store as figures
from bot.broadcasts.running.footer import LINK
from bot.broadcasts.sending.contents import content_for
from bot.chat.visit import Reply, Visit

OpenLink = Callable[[Visit, str], Reply | None]
STORY = "story"


def pressed(visit: Visit, broadcast: int, value: str, open_link: OpenLink) -> Reply | None:
    """`2:it`: the second button of the version for Italian. None for a button that there is not.

    Whoever did not get the broadcast (its author, testing it) is not counted.
    """
    number, _, code = value.partition(":")
    contents = store.contents(visit.connection, broadcast)
    content = content_for(contents, code)
    index = int(number) - 1 if number.isdecimal() else -1
    if content is None or not 0 <= index < len(content.buttons):
        return None
    _, kind, target = content.buttons[index]
    if kind == LINK:
        return None
    if figures.got_it(visit.connection, broadcast, visit.person.chat_id):
        version = code if code in contents else ""
        figures.count_press(visit.connection, broadcast, f"{version}:{index + 1}")
    reply = open_link(visit, f"story_{target}" if kind == STORY else target)
    return replace(reply, beside=True) if reply else None
