"""All that was told so far, each of it a press away from being changed."""

from bot.chat.screens import Button, Screen, packed
from bot.chat.visit import Visit
from bot.stories.model import Kind
from bot.stories.telling.drafts import Draft
from bot.stories.telling.pages import shown
from bot.stories.telling.steps import missing
from bot.stories.words import SECTOR, TELLER, tag_name


def screen(visit: Visit, draft: Draft, _: str) -> Screen:
    language, say = visit.language, visit.language.say
    text = language.page(
        "telling_overview",
        kind=draft.kind,
        number=draft.about,
        teller=say(TELLER[draft.teller]) if draft.teller else "",
        sector=say(SECTOR[draft.sector]) if draft.sector else "",
        tags=shown(", ".join(tag_name(tag, language) for tag in draft.tags)),
        nickname=shown(draft.nickname),
        company=shown(draft.company),
        count=language.number(len(draft.text)),
        shortest=language.number(draft.shortest),
        longest=language.number(draft.longest),
        is_enough=draft.is_long_enough,
    )
    on = Button(say("Go on ›"), f"story:go:{missing(draft) or 'masks'}")
    throw = Button(say("🗑 Throw away"), "story:throw")
    return Screen(text, (*packed(_changes(visit, draft)), (throw, on)))


def throw_screen(visit: Visit, _: Draft, __: str) -> Screen:
    say = visit.language.say
    rows = (
        (Button(say("Yes, throw it away"), "story:throw:yes"),),
        (Button(say("No, keep it"), "story:go:overview"),),
    )
    return Screen(visit.language.page("telling_throw"), rows)


def _changes(visit: Visit, draft: Draft) -> list[Button]:
    say = visit.language.say
    labels = {
        "who": say("👤 Who you are"),
        "sector": say("🏢 Sector"),
        "tags": say("🏷 Tags"),
        "nickname": say("🎭 Nickname"),
        "company": say("☎️ Company"),
        "text": say("✏️ Text"),
    }
    steps = list(labels) if draft.is_story else ["text"]
    if draft.kind == Kind.COMMENT:
        steps = ["nickname", "text"]
    return [Button(labels[step], f"story:go:{step}") for step in steps]
