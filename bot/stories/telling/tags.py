"""Tags: some of a fixed list, some of the author's own words, at most six."""

from dataclasses import replace

from bot.chat.screens import Button, Screen, packed
from bot.chat.visit import Visit
from bot.stories.model import LONGEST_TAG, MOST_TAGS, TAGS
from bot.stories.telling.drafts import Draft
from bot.stories.telling.masking import found_in
from bot.stories.telling.names import one_line
from bot.stories.telling.notices import notice, personal
from bot.stories.telling.steps import Move, following, previous
from bot.stories.words import tag_name
from bot.texts.folding import fold


def screen(visit: Visit, draft: Draft, _: str) -> Screen:
    language = visit.language
    fixed = [
        Button(_marked(tag_name(tag, language), tag in draft.tags), f"story:tag:{tag}")
        for tag in TAGS
    ]
    own = [
        Button(_marked(tag, chosen=True), f"story:own:{index}")
        for index, tag in enumerate(draft.tags)
        if tag not in TAGS
    ]
    way = (
        Button(language.say("‹ Back"), f"story:go:{previous(draft, 'tags')}"),
        Button(language.say("Go on ›"), f"story:go:{following(draft, 'tags')}"),
    )
    text = language.page("telling_tags", most=MOST_TAGS, longest=LONGEST_TAG, count=len(draft.tags))
    return Screen(text, (*packed([*fixed, *own]), way))


def toggle(visit: Visit, draft: Draft, tag: str) -> Move | None:
    """One of the fixed ones, put on or taken off."""
    if tag not in TAGS:
        return None
    if tag in draft.tags:
        rest = tuple(one for one in draft.tags if one != tag)
        return Move(replace(draft, tags=rest), "tags")
    if len(draft.tags) >= MOST_TAGS:
        return Move(draft, "tags", notice=notice(visit, "many_tags", most=MOST_TAGS))
    return Move(replace(draft, tags=(*draft.tags, tag)), "tags")


def take_off(_: Visit, draft: Draft, index: str) -> Move | None:
    """An own one, by its position: its words stand in no button's data."""
    known = {str(i): tag for i, tag in enumerate(draft.tags) if tag not in TAGS}
    if index not in known:
        return None
    rest = tuple(one for one in draft.tags if one != known[index])
    return Move(replace(draft, tags=rest), "tags")


def typed(visit: Visit, draft: Draft) -> Move:
    """One or several, parted by commas; those before a refused one are taken."""
    new = [tag for part in visit.text.split(",") if (tag := one_line(part).lstrip("# ").lower())]
    for tag in dict.fromkeys(_known(visit, tag) for tag in new):
        if tag in draft.tags:
            continue
        refusal = _refusal(visit, draft, tag)
        if refusal:
            return Move(draft, "tags", notice=refusal)
        draft = replace(draft, tags=(*draft.tags, tag))
    return Move(draft, "tags")


def _refusal(visit: Visit, draft: Draft, tag: str) -> str:
    if len(draft.tags) >= MOST_TAGS:
        return notice(visit, "many_tags", most=MOST_TAGS)
    if tag in TAGS:
        return ""
    if len(tag) > LONGEST_TAG:
        return notice(visit, "long_tag", most=LONGEST_TAG, over=len(tag) - LONGEST_TAG)
    if not any(sign.isalnum() for sign in tag):
        return notice(visit, "empty")
    found = found_in(visit, tag)
    return personal(visit, found) if found else ""


def _known(visit: Visit, tag: str) -> str:
    """The fixed one whose name was typed, else the words themselves."""
    names = {fold(tag_name(one, visit.language)): one for one in TAGS}
    return names.get(fold(tag), tag)


def _marked(label: str, chosen: bool) -> str:
    return f"✓ {label}" if chosen else label
