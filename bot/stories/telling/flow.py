"""Which step shows what, and what presses and typed words do there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.chat.screens import Screen
from bot.chat.visit import Visit
from bot.stories.telling import alarms, choosing, masks, names, overview, tags, who, writing
from bot.stories.telling.drafts import Draft
from bot.stories.telling.notices import notice
from bot.stories.telling.steps import OF_THE_TEXT, Move, may_open

EARLY_TEXT = 80
BEFORE_THE_TEXT = frozenset({"welcome", "who", "sector", "tags", "nickname", "company"})
Show = Callable[[Visit, Draft, str], Screen]
Act = Callable[[Visit, Draft, str], Move | None]
Hear = Callable[[Visit, Draft], Move | None]


@dataclass(frozen=True)
class Press:
    """What a press does; only on the screen of its step, where there is one named."""

    act: Act
    step: str = ""


SCREENS: Mapping[str, Show] = {
    "welcome": who.welcome_screen,
    "who": who.who_screen,
    "sector": who.sector_screen,
    "tags": tags.screen,
    "nickname": names.nickname_screen,
    "company": names.company_screen,
    "text": writing.screen,
    "anew": writing.anew_screen,
    "masks": masks.screen,
    "before": masks.before_screen,
    "words": choosing.screen,
    "alarms": alarms.screen,
    "overview": overview.screen,
    "throw": overview.throw_screen,
}

TYPED: Mapping[str, Hear] = {
    "who": who.typed_who,
    "sector": who.typed_sector,
    "tags": tags.typed,
    "nickname": names.typed_nickname,
    "company": names.typed_company,
    "words": choosing.typed,
}


def go(visit: Visit, draft: Draft, value: str) -> Move | None:
    """`<step>` or `<step>:<page>`; what is missing is asked for first."""
    step, _, argument = value.partition(":")
    if step == "welcome" and draft.is_story:
        return Move(draft, step)
    if may_open(draft, step):
        return Move(draft, step, argument if argument.isdecimal() else "")
    if step in OF_THE_TEXT:
        return Move(draft, "text", notice=notice(visit, "short", most=draft.shortest))
    return None


PRESSES: Mapping[str, Press] = {
    "go": Press(go),
    "who": Press(who.pick_who, "who"),
    "sector": Press(who.pick_sector, "sector"),
    "tag": Press(tags.toggle, "tags"),
    "own": Press(tags.take_off, "tags"),
    "no_nickname": Press(names.clear_nickname, "nickname"),
    "no_company": Press(names.clear_company, "company"),
    "drop": Press(writing.drop, "text"),
    "anew": Press(writing.begin_anew),
    "word": Press(choosing.tap, "words"),
    "alarm": Press(alarms.toggle, "alarms"),
    "agree": Press(masks.agree, "masks"),
    "throw": Press(lambda _, draft, __: Move(draft, "throw")),
}


def heard(visit: Visit, draft: Draft, step: str) -> Move:
    """What typed words do: the text itself wherever nothing else is asked for.

    Whoever tells their story too early does not lose it: it is kept as its beginning.
    """
    if step in BEFORE_THE_TEXT and len(visit.text) >= EARLY_TEXT:
        move = writing.typed(visit, draft)
        early = notice(visit, "early") if move.draft != draft else move.notice
        return Move(move.draft, step, notice=early)
    if step in TYPED:
        press = Move(draft, step, notice=visit.language.page("press"))
        return TYPED[step](visit, draft) or press
    if step in {"welcome", "alarms", "throw", "anew"}:
        return Move(draft, step, notice=visit.language.page("press"))
    return writing.typed(visit, draft)
