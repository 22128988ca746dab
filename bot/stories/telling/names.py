"""Nickname and company: optional, one line each."""

from dataclasses import replace

from bot.chat.screens import Button, Screen
from bot.chat.visit import Visit
from bot.stories.model import LONGEST_COMPANY, LONGEST_NICKNAME
from bot.stories.shown import clean
from bot.stories.telling.drafts import Draft
from bot.stories.telling.masking import found_in
from bot.stories.telling.notices import notice, personal
from bot.stories.telling.pages import shown
from bot.stories.telling.steps import Move, following, previous

# A company may be called after a person or a street.
NOT_OF_A_COMPANY = frozenset(
    {"phone", "email", "link", "code", "iban", "card", "tax_id", "national_id", "username"}
)


def one_line(text: str) -> str:
    return " ".join(clean(text).split())


def nickname_screen(visit: Visit, draft: Draft, _: str) -> Screen:
    return _screen(visit, draft, "nickname", draft.nickname, LONGEST_NICKNAME)


def company_screen(visit: Visit, draft: Draft, _: str) -> Screen:
    return _screen(visit, draft, "company", draft.company, LONGEST_COMPANY)


def clear_nickname(_: Visit, draft: Draft, __: str) -> Move:
    after = replace(draft, nickname="")
    return Move(after, following(after, "nickname"))


def clear_company(_: Visit, draft: Draft, __: str) -> Move:
    after = replace(draft, company="")
    return Move(after, following(after, "company"))


def typed_nickname(visit: Visit, draft: Draft) -> Move:
    name = one_line(visit.text)
    found = found_in(visit, name)
    refusal = _refusal(visit, name, LONGEST_NICKNAME) or (personal(visit, found) if found else "")
    if refusal:
        return Move(draft, "nickname", notice=refusal)
    after = replace(draft, nickname=name)
    return Move(after, following(after, "nickname"))


def typed_company(visit: Visit, draft: Draft) -> Move:
    name = one_line(visit.text)
    found = tuple(one for one in found_in(visit, name) if one.kind in NOT_OF_A_COMPANY)
    refusal = _refusal(visit, name, LONGEST_COMPANY) or (personal(visit, found) if found else "")
    if refusal:
        return Move(draft, "company", notice=refusal)
    after = replace(draft, company=name)
    return Move(after, following(after, "company"))


def _refusal(visit: Visit, name: str, most: int) -> str:
    if not any(sign.isalnum() for sign in name):
        return notice(visit, "empty")
    if len(name) > most:
        return notice(visit, "long_name", most=most, over=len(name) - most)
    return ""


def _screen(visit: Visit, draft: Draft, step: str, current: str, most: int) -> Screen:
    say = visit.language.say
    text = visit.language.page(f"telling_{step}", current=shown(current), most=most)
    skip = Button(say("Take it away") if current else say("Skip ›"), f"story:no_{step}")
    back = Button(say("‹ Back"), f"story:go:{previous(draft, step)}")
    on = Button(say("Go on ›"), f"story:go:{following(draft, step)}")
    return Screen(text, ((skip,), (back, on)) if current else ((back, skip),))
