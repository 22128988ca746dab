"""A guide without a fault, written into a file, to be spoilt in one place."""

from datetime import date
from pathlib import Path

from bot.guides.check import Letters, Problem, check_guides
from bot.guides.facts import Facts
from bot.guides.loader import load_guide
from bot.guides.model import COUNTRIES
from tests.guides.strategies import fact

TODAY = date(2026, 11, 22)
FACTS = Facts(
    [
        *(fact(country, "days") for country in COUNTRIES),
        fact("IT", "number", "800 1", unit="phone"),
        fact("PL", "old", confirmed="2024-01"),
        fact("IT", "doubtful", confidence="low"),
    ]
)
LETTERS = {("stop", language): "Stop, {{ answer('who') }}." for language in ("en", "it", "pl")}
GUIDE = """\
id: small
title: Small
icon: 🐜
summary: The smallest of all.
start: who
questions:
  who:
    kind: choice
    ask: Who calls?
    short: Who
    choices:
      firm: A company
      nobody: Nobody
    next:
      - {to: since, when: {who: firm}}
      - to: rest
  since:
    kind: date
    optional: true
    ask: Since when?
    short: Since
    next:
      - {to: late, when: {since: {over: days}}}
      - to: rest
outcomes:
  late:
    text:
      - Too late since {{ deadline('since', 'days') }}.
      - {text: "Call {{ fact('number') }}.", when: {country: IT}}
    steps:
      - {to: rest, label: Go on}
  rest:
    text: <b>Rest</b> a while. {{ letter('stop') }}
    steps:
      - {guide: small}
"""


def examples(count: int) -> str:
    sentences = "".join(f"\n    - sentence {number}" for number in range(count))
    return "examples:" + "".join(f"\n  {language}:{sentences}" for language in ("en", "it", "pl"))


def checked(
    folder: Path,
    *changes: tuple[str, str],
    facts: Facts = FACTS,
    letters: Letters = LETTERS,
    translations: dict[tuple[str, str], str | None] | None = None,
) -> list[Problem]:
    """The problems of the small guide after each old text was replaced by a new one."""
    text = GUIDE + examples(12)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "small.yaml"
    path.write_text(text, encoding="utf-8")
    told = translations or {}
    return check_guides(
        [load_guide(path)],
        facts,
        letters=letters,
        translate=lambda language, _, message: told.get((language, message), message),
        today=TODAY,
    )


def lines(folder: Path, problems: list[Problem], level: str = "error") -> list[str]:
    """`line: sentence` of each, the file's name checked and left out."""
    prefix = f"{folder / 'small.yaml'}:"
    assert all(problem.where.startswith(prefix) for problem in problems)
    return [
        f"{problem.where.removeprefix(prefix)}: {problem.sentence}"
        for problem in problems
        if problem.level == level
    ]
