"""Walks every guide as people would, by the buttons of its own screens, and sends each screen.

Covered for each language and country: every choice of every question, every outcome, all pairs of
answers at every node, ticks none/one/all, each loop once. New guides are covered by being there.
"""

from collections import deque
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations

import aiohttp
import pytest

from bot.chat.screens import Screen
from bot.guides.codes import Press, decode
from bot.guides.context import Context
from bot.guides.conversation import Conversation, answered, question_at, shown
from bot.guides.library import Library, load_library
from bot.guides.model import COUNTRIES, Answer, Guide, Outcome
from bot.guides.pages import GuidePages
from bot.guides.presses import pressed
from bot.guides.walk import needs_country, replay
from bot.playground.server import Playground
from bot.shipped import locales_folder, templates_folder
from bot.texts.catalogue import load_catalogues
from bot.texts.html import visible
from bot.texts.language import LANGUAGES, load_languages
from tests.world import TOKEN

TODAY = date(2026, 11, 22)
VISIBLE_AT_MOST = 900
LABEL_AT_MOST = 30
BUTTONS_AT_MOST = 8
DAYS_AGO = (0, 1, 5, 13, 20, 29, 45, 75, 400)
# The other one is as long as may be, with everything in it that the coach would change.
TYPED = (
    "ACME <b>&amp; Söns</b> \N{RIGHT-TO-LEFT OVERRIDE}",
    "IDIOTI, IDIOCI, IDIOTS!!! your fault, colpa sua, Pana wina, I kill you, ti ammazzo, zabiję cię, "
    + "ha detto mia moglie, mówi mąż, my wife, when I was young, quando ero giovane, my dog " * 12,
)
# More at once to one chat would be a flood.
A_PERSON_READS = 15
ONWARD = {"choose", "done", "skip", "day", "tick"}


@pytest.fixture(scope="session")
def library() -> Library:
    templates = templates_folder()
    return load_library(templates, load_languages(load_catalogues(locales_folder()), templates))


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_is_accepted(
    library: Library,
    playground: Playground,
    language: str,
    country: str,
    record_property: Callable[[str, object], None],
) -> None:
    context = Context(country, TODAY, library.facts, library.coach.listener(language))
    pages = GuidePages(library.guides, library.languages, library.languages[language], context)
    seen = 0
    async with aiohttp.ClientSession() as session:
        for guide in library.guides.values():
            if country != COUNTRIES[0] and not _depends_on_country(guide):
                continue  # the same screens again
            outcomes: set[str] = set()
            sent: set[Screen] = set()
            for conversation, screen in _walk(guide, pages, context):
                outcomes.add(shown(conversation, replay(guide, conversation.answers, context)))
                if screen in sent:
                    continue
                sent.add(screen)
                _reads_well(guide, conversation, context, screen)
                if seen % A_PERSON_READS == 0:
                    person = playground.person("customer", language=language)
                    await person.post("/start")
                await _send(session, playground, person.id, screen)
                seen += 1
            assert outcomes & guide.outcomes.keys(), f"{guide.id} comes to no outcome"
    record_property("screens", seen)


async def _send(
    session: aiohttp.ClientSession, playground: Playground, chat_id: int, screen: Screen
) -> None:
    markup = screen.markup()
    message = {"chat_id": chat_id, "text": screen.text, "parse_mode": "HTML"}
    if markup is not None:
        message["reply_markup"] = markup.to_dict()
    async with session.post(f"{playground.url}/bot{TOKEN}/sendMessage", json=message) as answer:
        assert answer.status == 200, f"{await answer.text()}\n{screen.text}"


def test_every_outcome_is_seen_somewhere(library: Library) -> None:
    for guide in library.guides.values():
        missing = {*guide.outcomes, *guide.questions}
        for node in _nodes(guide, library):
            missing.discard(node)
            if not missing:
                break
        assert not missing, f"{guide.id}: nobody comes to {missing}"


def _nodes(guide: Guide, library: Library) -> Iterator[str]:
    """What is shown, country after country."""
    language = library.languages["en"]
    for country in COUNTRIES:
        context = Context(country, TODAY, library.facts, library.coach.listener("en"))
        pages = GuidePages(library.guides, library.languages, language, context)
        for conversation, _ in _walk(guide, pages, context):
            yield shown(conversation, replay(guide, conversation.answers, context))


def _depends_on_country(guide: Guide) -> bool:
    return any(map(needs_country, guide.questions.values())) or any(
        map(needs_country, guide.outcomes.values())
    )


def _walk(
    guide: Guide, pages: GuidePages, context: Context
) -> Iterator[tuple[Conversation, Screen]]:
    """Every conversation that shows a node with a pair of answers it was not seen with."""
    known: set[tuple[object, ...]] = set()
    waiting = deque([Conversation()])
    while waiting:
        conversation = waiting.popleft()
        node = shown(conversation, replay(guide, conversation.answers, context))
        news = set(_pairs(guide, node, conversation)) - known
        if not news:
            continue
        known |= news
        screen = pages.screen(guide, conversation)
        yield conversation, screen
        waiting.extend(_onward(guide, conversation, context, screen))


def _pairs(guide: Guide, node: str, conversation: Conversation) -> Iterator[tuple[object, ...]]:
    given = [*conversation.answers.items(), *conversation.draft.items()]
    said = sorted(str(one) for one in given if one[0] in guide.questions)
    yield (node,)
    yield from ((node, str(one)) for one in given)
    yield from ((node, *pair) for pair in combinations(said, 2))


def _onward(
    guide: Guide, conversation: Conversation, context: Context, screen: Screen
) -> Iterator[Conversation]:
    for press in _presses(guide, screen):
        if press.kind in ONWARD - {"day"}:
            if press.kind == "done" and not _may_be_done(guide, conversation, press):
                continue
            if press.kind == "tick" and not _leads_to_one_or_all(conversation, press, screen):
                continue
            yield pressed(guide, conversation, context, press)
    asked = question_at(guide, conversation, context)
    if asked is None:
        return
    node_id, question = asked
    values: list[Answer] = []
    if question.kind == "date":
        sign = -1 if question.when_in_time != "future" else 1
        values = [(TODAY + sign * timedelta(days=days)).isoformat() for days in DAYS_AGO]
    elif question.kind == "text":
        values = [text[: question.longest].strip() for text in TYPED]
    elif question.kind == "number":
        values = [float(question.lowest), float(question.highest)]
    for value in values:
        yield answered(guide, conversation, context, node_id, value)


def _may_be_done(guide: Guide, conversation: Conversation, press: Press) -> bool:
    chosen = conversation.draft.get(press.node, ())
    return len(chosen) >= guide.questions[press.node].at_least


def _leads_to_one_or_all(conversation: Conversation, press: Press, screen: Screen) -> bool:
    """Each alone, and all of them, ticked from the first to the last."""
    chosen = conversation.draft.get(press.node, ())
    if not chosen:
        return True
    offered = [
        one.value
        for row in screen.rows
        for button in row
        if (one := decode(button.data or "")) and one.kind in {"tick", "untick"}
    ]
    return [*chosen, press.value] == offered[: len(chosen) + 1]


def _presses(guide: Guide, screen: Screen) -> Iterator[Press]:
    for button in (button for row in screen.rows for button in row):
        press = decode(button.data or "")
        if press is not None and press.guide == guide.id:
            yield press


def _reads_well(guide: Guide, conversation: Conversation, context: Context, screen: Screen) -> None:
    words = visible(screen.text)
    where = f"{guide.id} {dict(conversation.answers)}\n{words}"
    assert 0 < len(words) <= VISIBLE_AT_MOST, f"{len(words)} characters: {where}"
    for raw in ("{{", "}}", "{%", "%(", "None", "Undefined"):
        assert raw not in words, where
    labels = [button.label for row in screen.rows for button in row]
    assert all(0 < len(label) <= LABEL_AT_MOST for label in labels), f"{labels} {where}"
    assert any(button.data == "menu" for row in screen.rows for button in row), where
    node_id = shown(conversation, replay(guide, conversation.answers, context))
    steps = [press for press in _presses(guide, screen) if press.kind in ONWARD - {"day"}]
    doors = [one for row in screen.rows for one in row if (one.data or "").endswith(":o!")]
    assert len(steps) + len(doors) <= BUTTONS_AT_MOST, where
    node = guide.node(node_id)
    if node_id != guide.start:
        assert any(press.kind == "back" for press in _presses(guide, screen)), where
    if isinstance(node, Outcome):
        assert steps or doors, f"dead end: {where}"
