"""What redaction finds in stories of three languages, and what it leaves alone.

The rules were written with the `seen` files open, and mended with those of another hand,
`trial`. Who writes rules looks neither at `unseen` nor at `held`, which came with `trial`.
"""

import sys
from collections import Counter
from collections.abc import Mapping
from functools import cache
from time import thread_time

import pytest

from bot.stories.redaction import KINDS, find
from bot.texts.language import LANGUAGES
from tests.stories.marked import Stretch, parsed, stories_of
from tests.stories.scoring import GROUPS, Score, Share, score, table

OPEN, CLOSED = ("seen", "trial"), ("unseen", "held")
PARTS = (*OPEN, *CLOSED)
FILES = tuple(f"{language}.{part}" for language in LANGUAGES for part in PARTS)

AIMS: Mapping[str, float] = {
    "numbers": 0.99,
    "codes": 0.90,
    "others": 0.90,
    "names": 0.85,
    "whole": 0.50,
    "kept": 0.97,
}
# What was measured, a little less unless it was all: an aim that is not reached yet stands in AIMS,
# and the table marks it. A rule that loses ground fails here.
ROWS: Mapping[str, tuple[float, ...]] = {
    "en.seen": (1.00, 1.00, 1.00, 0.96, 0.95, 1.00),
    "en.trial": (1.00, 1.00, 1.00, 1.00, 1.00, 1.00),
    "en.unseen": (0.93, 0.93, 1.00, 0.82, 0.61, 0.97),
    "en.held": (1.00, 0.93, 1.00, 0.90, 0.76, 0.93),
    "it.seen": (1.00, 1.00, 1.00, 0.92, 0.89, 1.00),
    "it.trial": (1.00, 1.00, 1.00, 0.96, 0.94, 0.97),
    "it.unseen": (0.90, 0.68, 0.86, 0.86, 0.58, 0.95),
    "it.held": (1.00, 0.93, 0.92, 0.93, 0.80, 0.95),
    "pl.seen": (1.00, 1.00, 1.00, 1.00, 1.00, 1.00),
    "pl.trial": (1.00, 1.00, 1.00, 0.94, 0.87, 1.00),
    "pl.unseen": (0.95, 0.89, 1.00, 0.96, 0.83, 0.95),
    "pl.held": (1.00, 0.95, 1.00, 0.91, 0.77, 0.94),
}
FLOORS = {name: dict(zip(AIMS, row, strict=True)) for name, row in ROWS.items()}

FEWEST: Mapping[str, int] = {
    "phone": 12,
    "email": 8,
    "iban": 5,
    "card": 4,
    "tax_id": 5,
    "national_id": 5,
    "plate": 4,
    "address": 8,
    "birth_date": 4,
    "code": 12,
    "username": 4,
    "link": 4,
    "name": 40,
}
STORIES_PER_LANGUAGE = 60
LONGEST_STORY = 6000
SECONDS = 0.05


@cache
def scored(name: str) -> Score:
    """Of a file, or of both closed ones of a language: "en.closed"."""
    language, _, part = name.partition(".")
    parts = CLOSED if part == "closed" else (part,)
    stories = [story for one in parts for story in stories_of(f"{language}.{one}")]
    return score(stories, find, language)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("measure", AIMS)
def test_redaction_holds_its_floor(name: str, measure: str) -> None:
    measured, floor = scored(name).measures()[measure], FLOORS[name][measure]
    assert measured.rate >= floor, f"{name} {measure}: {measured}\n{_details(name, measure)}"


def test_the_table_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    together = tuple(f"{language}.closed" for language in LANGUAGES)
    files = table({name: scored(name) for name in FILES}, AIMS)
    told = f"{files}\n\n{table({name: scored(name) for name in together}, AIMS)}"
    with capsys.disabled():
        sys.stdout.write(f"\n{told}\n")
    assert all(row in told for row in (*KINDS, *FILES))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_story_is_quick(language: str) -> None:
    stories = [*stories_of(f"{language}.seen"), *stories_of(f"{language}.unseen")]
    text = "\n".join(story.raw for story in stories)[:LONGEST_STORY]
    assert len(text) == LONGEST_STORY
    assert min(_seconds(text, language) for _ in range(20)) < SECONDS


@pytest.mark.parametrize("name", FILES)
def test_a_file_has_enough_of_every_kind(name: str) -> None:
    stories = stories_of(name)
    counts = Counter(one.kind for story in stories for one in story.personal)
    assert set(counts) == set(KINDS) == set(FEWEST)
    assert {kind: counts[kind] for kind, fewest in FEWEST.items() if counts[kind] < fewest} == {}
    assert all(story.kept for story in stories)
    assert any(not story.personal for story in stories)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_enough_stories(language: str) -> None:
    every = {story.raw for part in PARTS for story in stories_of(f"{language}.{part}")}
    assert len(every) >= STORIES_PER_LANGUAGE * len(PARTS) // 2


def test_every_kind_has_an_aim() -> None:
    assert sorted(kind for group in GROUPS.values() for kind in group) == sorted(KINDS)
    assert set(FLOORS) == set(FILES)


def test_marks_come_off_and_keep_their_places() -> None:
    story = parsed("Od ⟦name|Ani⟧ z ⟪Play⟫: ⟦phone|601 1⟧")
    assert story.raw == "Od Ani z Play: 601 1"
    assert story.personal == (Stretch(3, 6, "name"), Stretch(15, 20, "phone"))
    assert story.kept == (Stretch(9, 13),)


@pytest.mark.parametrize("broken", ["⟦name|Ani", "⟪Play", "⟦Ani⟧", "⟦name|z ⟪Play⟫⟧"])
def test_a_broken_mark_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="does not close"):
        parsed(broken)


def test_only_a_whole_datum_counts_and_one_character_spoils_a_phrase() -> None:
    stories = [parsed("⟦name|Jan Kos⟧, ⟪maj⟫"), parsed("⟦phone|(1) 2⟧ ⟪Play⟫"), parsed("⟪Plus⟫")]
    places = {"J": [(0, 3), (8, 10)], "(": [(1, 2), (4, 5)], "P": []}
    result = score(
        stories, lambda text, _: [Stretch(*place, kind="code") for place in places[text[0]]], "pl"
    )
    assert result.kinds == {"name": Share(0, 1), "phone": Share(1, 1)}
    assert (result.whole, result.kept) == (Share(1, 2), Share(2, 3))
    assert (result.leaked, result.taken) == (("name: Jan Kos",), ("maj",))


def _seconds(text: str, language: str) -> float:
    start = thread_time()
    find(text, language)
    return thread_time() - start


def _details(name: str, measure: str) -> str:
    """Every miss of a file that is open; a closed one stays closed."""
    if name.endswith(CLOSED):
        return "not shown: the rules may not be fitted to it"
    result = scored(name)
    return "\n".join(result.taken if measure == "kept" else result.leaked)
