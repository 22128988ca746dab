"""What each screen would show in each country: words, buttons, a next step."""

from collections.abc import Collection, Iterable

from bot.guides.answers import open_choices, open_steps
from bot.guides.check.explore import Exploration, Explorations, in_words
from bot.guides.check.needs import Needs
from bot.guides.check.parts import blocks, node_place
from bot.guides.check.problem import Findings, Problem
from bot.guides.conditions import holds
from bot.guides.loader import Source
from bot.guides.model import Country, Guide, Outcome, Question, Step
from bot.guides.walk import Path

MOST_BUTTONS = 8


def check_screens(
    source: Source, explorations: Explorations, needs: Needs, guides: Collection[str]
) -> Iterable[Problem]:
    findings = Findings(source.document)
    for country, exploration in explorations.items():
        for path in exploration.visits.values():
            _note_words(source.guide, country, path, exploration, needs, findings)
            _note_buttons(source.guide, country, path, exploration, guides, findings)
    yield from findings.problems()


def _note_words(
    guide: Guide,
    country: Country,
    path: Path,
    exploration: Exploration,
    needs: Needs,
    findings: Findings,
) -> None:
    said = False
    for place, block in blocks(guide, path.end):
        try:
            shown = holds(block.when, path.answers, exploration.context)
        except LookupError as error:
            findings.note(place, str(error), country)
            continue
        said = said or shown
        for sentence, level in needs.missing(block, path, country) if shown else ():
            findings.note(place, sentence, country, level=level)
    if not said:
        sentence = f"{path.end} has nothing to say"
        findings.note(node_place(guide, path.end), sentence, country, in_words(guide, path))


def _note_buttons(
    guide: Guide,
    country: Country,
    path: Path,
    exploration: Exploration,
    guides: Collection[str],
    findings: Findings,
) -> None:
    node = guide.node(path.end)
    place = node_place(guide, path.end)
    if isinstance(node, Question):
        buttons = len(open_choices(node, path.answers, exploration.context))
    elif isinstance(node, Outcome):
        steps = open_steps(node, path.answers, exploration.context)
        buttons = sum(_is_there(step, guides) for step in steps)
        if not buttons:
            sentence = f"dead end: {path.end} offers no next step"
            findings.note(place, sentence, country, in_words(guide, path))
    else:
        return
    if buttons > MOST_BUTTONS:
        sentence = f"{path.end} has {buttons} buttons, at most {MOST_BUTTONS} are allowed"
        findings.note(place, sentence, country, in_words(guide, path))


def _is_there(step: Step, guides: Collection[str]) -> bool:
    return bool(step.to) or step.guide in guides
