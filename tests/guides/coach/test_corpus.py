"""How well the coach hears what people write, by language and problem.

`tune`: the word lists were made on these. `unseen`: written before them and not used for them, but
by the same hand. `late`: written when the lists were done; the most honest number. Whoever uses one
of the late for the lists moves it to `tune` and writes another.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.guides.coach import PROBLEMS, Problem, load_coach
from bot.shipped import templates_folder
from bot.texts.language import LANGUAGES

CORPUS = Path(__file__).parents[1] / "coach_corpus"
FEWEST = 60
FLOOR = 0.85
LATE_FLOORS = {
    "insult": 0.7,
    "shouting": 0.95,
    "threat": 0.6,
    "rambling": 0.5,
    "no_request": 0.9,
    "blame_operator": 0.7,
}
SPLITS = ("tune", "unseen", "late")
ACCUSATIONS = ("insult", "threat", "blame_operator")


Heard = Mapping[tuple[str, str], list[Problem]]


@dataclass(frozen=True)
class Score:
    right: int
    too_much: int
    missed: int

    @property
    def f1(self) -> float:
        asked = 2 * self.right + self.too_much + self.missed
        return 2 * self.right / asked if asked else 1.0


@pytest.fixture(scope="module")
def heard() -> Heard:
    """What the coach hears in every opening, by language and text."""
    coach = load_coach(templates_folder() / "coach")
    return {
        (language, row["text"]): coach.problems(row["text"], language)
        for language in LANGUAGES
        for row in openings(language, *SPLITS)
    }


def openings(language: str, *splits: str) -> list[dict[str, Any]]:
    lines = (CORPUS / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [row for row in rows if row["split"] in splits]


def score(heard: Heard, language: str, rows: Iterable[dict[str, Any]], problem: str) -> Score:
    right = too_much = missed = 0
    for row in rows:
        told, there = problem in heard[language, row["text"]], problem in row["problems"]
        right, too_much = right + (told and there), too_much + (told and not there)
        missed += there and not told
    return Score(right, too_much, missed)


@pytest.mark.parametrize("splits", [("tune",), ("unseen",), ("tune", "unseen")], ids="+".join)
@pytest.mark.parametrize("problem", PROBLEMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_is_heard(
    heard: Heard,
    language: str,
    problem: str,
    splits: tuple[str, ...],
    record_property: Callable[[str, object], None],
) -> None:
    found = score(heard, language, openings(language, *splits), problem)
    print(f"{language} {problem} {'+'.join(splits)}: F1 {found.f1:.2f} {found}")  # noqa: T201 - the table
    record_property(f"f1 {language} {problem} {'+'.join(splits)}", round(found.f1, 3))
    assert found.f1 >= FLOOR


@pytest.mark.parametrize("problem", PROBLEMS)
def test_what_was_written_after_the_rules(
    heard: Heard, problem: str, record_property: Callable[[str, object], None]
) -> None:
    """The three languages together, because of each there are few."""
    scores = [score(heard, one, openings(one, "late"), problem) for one in LANGUAGES]
    found = Score(
        sum(one.right for one in scores),
        sum(one.too_much for one in scores),
        sum(one.missed for one in scores),
    )
    record_property(f"f1 {problem} late", round(found.f1, 3))
    print(f"{problem} late: F1 {found.f1:.2f} {found}")  # noqa: T201 - the table
    assert found.f1 >= LATE_FLOORS[problem]


@pytest.mark.parametrize("problem", ACCUSATIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_accused_wrongly(heard: Heard, language: str, problem: str) -> None:
    """A miss is a missed hint; a wrong one would hurt."""
    rows = openings(language, "unseen", "late")
    found = score(heard, language, rows, problem)
    assert found.too_much <= 0.1 * found.right
    fine = [row["text"] for row in rows if not row["problems"]]
    assert not [text for text in fine if problem in heard[language, text]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_corpus_is_large_and_balanced(language: str) -> None:
    rows = openings(language, *SPLITS)
    assert len(rows) >= FEWEST
    assert len({row["text"] for row in rows}) == len(rows)
    for split in SPLITS:
        part = openings(language, split)
        assert sum(not row["problems"] for row in part) >= 9
        for problem in PROBLEMS:
            assert sum(problem in row["problems"] for row in part) >= 2
    for row in rows:
        assert row["problems"] == [one for one in PROBLEMS if one in row["problems"]]
