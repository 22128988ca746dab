"""The screen of a version's buttons: typed in, taken off by a press."""

from bot.broadcasts.composing import store
from bot.broadcasts.composing.around import Around, notice
from bot.broadcasts.composing.buttons import Refused, read_button
from bot.broadcasts.composing.drafts import (
    LONGEST_LABEL,
    MOST_BUTTONS,
    REST,
    Draft,
    place_of,
)
from bot.broadcasts.composing.words import coded, decoded, version_name
from bot.chat.screens import Button, Screen
from bot.chat.visit import Reply, Visit


def screen(around: Around, visit: Visit, draft: Draft, argument: str) -> Screen:
    say = visit.language.say
    code = decoded(argument) or REST
    content = draft.contents.get(code)
    buttons = content.buttons if content else ()
    text = visit.language.page(
        "broadcast_buttons",
        version=version_name(code, visit.language),
        most=MOST_BUTTONS,
        longest=LONGEST_LABEL,
        is_there=content is not None,
        buttons=[(label, kind, value) for label, kind, value in buttons],
        guides=around.targets.guides(),
    )
    off = tuple(
        (Button(f"✕ {label}", f"bc:unlink:{coded(code)}:{index}"),)
        for index, (label, _, __) in enumerate(buttons)
    )
    back = (Button(say("‹ Back"), f"bc:see:text:{coded(code)}"),)
    return Screen(text, (*off, back))


def typed(around: Around, visit: Visit, draft: Draft, argument: str) -> Reply | None:
    code = decoded(argument)
    content = draft.contents.get(code) if code is not None else None
    if code is None or content is None:
        return None
    if len(content.buttons) >= MOST_BUTTONS:
        return _told(visit, notice(visit, "many_buttons", most=MOST_BUTTONS))
    button = read_button(visit.connection, visit.text, around.targets)
    if isinstance(button, Refused):
        guides = ", ".join(around.targets.guides())
        return _told(visit, notice(visit, button.why, most=LONGEST_LABEL, guides=guides))
    store.set_buttons(visit.connection, draft.id, code, (*content.buttons, button))
    return Reply(visit.person, place_of("buttons", coded(code)))


def take_off(_around: Around, visit: Visit, draft: Draft, value: str) -> Reply | None:
    """`it:0`: the first of the Italian ones."""
    argument, _, number = value.partition(":")
    code = decoded(argument)
    content = draft.contents.get(code) if code is not None else None
    if code is None or content is None:
        return None
    rest = [one for index, one in enumerate(content.buttons) if str(index) != number]
    if len(rest) == len(content.buttons):
        return None
    store.set_buttons(visit.connection, draft.id, code, rest)
    return Reply(visit.person, place_of("buttons", argument))


def _told(visit: Visit, words: str) -> Reply:
    return Reply(visit.person, visit.person.place, words)
