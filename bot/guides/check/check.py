"""All the checks of a set of guides, in the order of their files."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from bot.guides.check.needs import Letters, Needs
from bot.guides.check.problem import Problem
from bot.guides.check.references import check_guides_named, check_references
from bot.guides.check.screens import check_screens
from bot.guides.check.translations import Translate, check_words
from bot.guides.check.walks import Walks
from bot.guides.check.ways import check_ways
from bot.guides.facts import Facts
from bot.guides.loader import Source


def check_guides(
    sources: Sequence[Source],
    facts: Facts,
    *,
    letters: Letters,
    translate: Translate,
    today: date,
    walks: Walks | None = None,
    guides: Collection[str] = (),
) -> list[Problem]:
    """Every problem of every guide, sorted by file and line.

    A guide that names what does not exist is not walked: those names come first. `walks` may hold
    what is walked already; `guides` are ids of others that exist.
    """
    ids = {*guides, *(source.guide.id for source in sources)}
    needs = Needs(facts, letters, today)
    walks = walks or Walks(facts, today)
    found = [
        problem
        for source in sources
        for problem in (
            *check_words(source, facts, letters, translate),
            *check_guides_named(source, ids),
            *_check_walks(source, walks, needs, ids),
        )
    ]
    return sorted(dict.fromkeys(found), key=_place)


def _check_walks(
    source: Source, walks: Walks, needs: Needs, guides: Collection[str]
) -> Iterator[Problem]:
    broken = list(check_references(source, walks.facts))
    if broken:
        yield from broken
        return
    walked = walks.of(source.guide)
    yield from check_ways(source, walked)
    yield from check_screens(source, walked, needs, guides)


def _place(problem: Problem) -> tuple[str, int, str]:
    path, _, line = problem.where.rpartition(":")
    return path, int(line), problem.sentence
