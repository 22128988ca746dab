"""What kind of message it is, for whom, and whether it may come at night."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.broadcasts.composing import store
from bot.broadcasts.composing.around import Around
from bot.broadcasts.composing.drafts import Draft, place_of
from bot.broadcasts.composing.reach import reach
from bot.broadcasts.composing.words import category_name, role_name
from bot.chat.roles import ROLES
from bot.chat.screens import Button, Screen, packed
from bot.chat.visit import Reply, Visit
from bot.texts.language import LANGUAGES

COUNTRIES = ("IT", "PL", "GB", "US", "EU", "XX")
UNNAMED = "none"
"""How buttons write people who named no country."""
ACTIVE = (7, 30, 90)
KINDS = ("news", "daily", "weekly", "service")


def kind_screen(_: Around, visit: Visit, draft: Draft, __: str) -> Screen:
    language = visit.language
    rows = tuple(
        (
            Button(
                _marked(category_name(one, language), one == draft.audience.category),
                f"bc:kind:{one}",
            ),
        )
        for one in KINDS
    )
    back = (Button(language.say("‹ Overview"), "bc:see:home"),)
    return Screen(language.page("broadcast_kind"), (*rows, back))


def pick_kind(_: Around, visit: Visit, draft: Draft, value: str) -> Reply | None:
    """What may come at night is a service notice alone."""
    if value not in KINDS:
        return None
    audience = replace(draft.audience, category=value)
    store.set_audience(visit.connection, draft.id, audience)
    if value != "service" and draft.override:
        store.touch(visit.connection, draft.id, override=False)
    return Reply(visit.person, place_of("home"))


def who_screen(around: Around, visit: Visit, draft: Draft, argument: str) -> Screen:
    """The audience and how many they are; with an argument, what is chosen from."""
    say = visit.language.say
    options = _options(around, visit, draft).get(argument)
    if options is not None:
        back = (Button(say("‹ Back"), "bc:see:who"),)
        text = visit.language.page("broadcast_choose", what=argument)
        return Screen(text, (*packed(options), back))
    rows = (
        (
            Button(say("🗣 Languages"), "bc:see:who:languages"),
            Button(say("🌍 Countries"), "bc:see:who:countries"),
        ),
        (
            Button(say("🎭 Roles"), "bc:see:who:roles"),
            Button(say("🕑 Last seen"), "bc:see:who:active"),
        ),
        (Button(say("‹ Overview"), "bc:see:home"),),
    )
    chosen = described(around, visit, draft)
    text = visit.language.page("broadcast_who", **chosen, **reach(around, visit, draft))
    return Screen(text, rows)


def pick_who(_: Around, visit: Visit, draft: Draft, value: str) -> Reply | None:
    """`languages:it` puts it on or takes it off; `active:7` chooses, `active:any` asks nothing."""
    what, _colon, one = value.partition(":")
    audience = draft.audience
    if what == "languages" and one in LANGUAGES:
        audience = replace(audience, languages=_toggled(audience.languages, one))
    elif what == "countries" and one in (*COUNTRIES, UNNAMED):
        country = "" if one == UNNAMED else one
        audience = replace(audience, countries=_toggled(audience.countries, country))
    elif what == "roles" and one in ROLES:
        audience = replace(audience, roles=_toggled(audience.roles, one))
    elif what == "active" and one in ("any", *map(str, ACTIVE)):
        audience = replace(audience, active_days=None if one == "any" else int(one))
    else:
        return None
    store.set_audience(visit.connection, draft.id, audience)
    return Reply(visit.person, place_of("who") if what == "active" else place_of("who", what))


def described(around: Around, visit: Visit, draft: Draft) -> dict[str, object]:
    """The audience in words, for the pages that show it."""
    language, audience = visit.language, draft.audience
    return {
        "category": category_name(audience.category, language),
        "languages": ", ".join(LANGUAGES[code] for code in audience.languages),
        "countries": ", ".join(_country(around, visit, one) for one in audience.countries),
        "roles": ", ".join(role_name(role, language) for role in audience.roles),
        "active": audience.active_days or 0,
    }


def _options(around: Around, visit: Visit, draft: Draft) -> dict[str, list[Button]]:
    language, audience = visit.language, draft.audience
    days = [
        (str(count), language.ngettext("%(count)s day", "%(count)s days", count) % {"count": count})
        for count in ACTIVE
    ]
    chosen = str(audience.active_days or "any")
    return {
        "languages": _buttons("languages", LANGUAGES.items(), audience.languages),
        "countries": _buttons(
            "countries",
            ((one or UNNAMED, _country(around, visit, one)) for one in (*COUNTRIES, "")),
            [one or UNNAMED for one in audience.countries],
        ),
        "roles": _buttons("roles", ((r, role_name(r, language)) for r in ROLES), audience.roles),
        "active": _buttons("active", [("any", language.say("Any time")), *days], [chosen]),
    }


def _buttons(what: str, names: Iterable[tuple[str, str]], chosen: Sequence[str]) -> list[Button]:
    return [Button(_marked(name, one in chosen), f"bc:who:{what}:{one}") for one, name in names]


def _country(around: Around, visit: Visit, code: str) -> str:
    if not code:
        return visit.language.say("No country named")
    return around.country_name(code, visit.language)


def _toggled(chosen: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(kept for kept in chosen if kept != one) if one in chosen else (*chosen, one)


def _marked(label: str, chosen: bool) -> str:
    return f"✓ {label}" if chosen else label
