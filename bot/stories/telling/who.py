"""Who tells and what it was about: a press each, or the label typed."""

from collections.abc import Mapping
from dataclasses import replace

from bot.chat.screens import Button, Screen, packed
from bot.chat.visit import Visit
from bot.stories.model import SECTORS, TELLERS
from bot.stories.telling.drafts import Draft
from bot.stories.telling.steps import Move, following, previous
from bot.stories.words import SECTOR, TELLER
from bot.texts.folding import folded_words


def welcome_screen(visit: Visit, draft: Draft, _: str) -> Screen:
    say = visit.language.say
    rows = (
        (Button(say("Begin"), "story:go:who"),),
        (Button(say("📜 What is published"), "policy"), Button(say("Menu"), "menu")),
    )
    return Screen(visit.language.page("telling_welcome", number=draft.about), rows)


def who_screen(visit: Visit, draft: Draft, _: str) -> Screen:
    return _chooser(visit, draft, "who", TELLER, draft.teller)


def sector_screen(visit: Visit, draft: Draft, _: str) -> Screen:
    return _chooser(visit, draft, "sector", SECTOR, draft.sector)


def pick_who(_: Visit, draft: Draft, value: str) -> Move | None:
    if value not in TELLERS:
        return None
    after = replace(draft, teller=value)
    return Move(after, following(after, "who"))


def pick_sector(_: Visit, draft: Draft, value: str) -> Move | None:
    if value not in SECTORS:
        return None
    after = replace(draft, sector=value)
    return Move(after, following(after, "sector"))


def typed_who(visit: Visit, draft: Draft) -> Move | None:
    return pick_who(visit, draft, _typed(visit, TELLER))


def typed_sector(visit: Visit, draft: Draft) -> Move | None:
    return pick_sector(visit, draft, _typed(visit, SECTOR))


def _chooser(
    visit: Visit, draft: Draft, step: str, names: Mapping[str, str], current: str
) -> Screen:
    say = visit.language.say
    buttons = [
        Button(f"{'• ' if one == current else ''}{say(name)}", f"story:{step}:{one}")
        for one, name in names.items()
    ]
    back = Button(say("‹ Back"), f"story:go:{previous(draft, step)}")
    return Screen(visit.language.page(f"telling_{step}"), (*packed(buttons), (back,)))


def _typed(visit: Visit, names: Mapping[str, str]) -> str:
    """The one whose label was typed; empty when none was."""
    words = folded_words(visit.text)
    say = visit.language.say
    return next((one for one, name in names.items() if folded_words(say(name)) == words), "")
