"""The six things that make an opening go wrong, in the order in which they are told."""

from collections.abc import Callable, Mapping
from typing import Literal, get_args

Problem = Literal["insult", "shouting", "threat", "rambling", "no_request", "blame_operator"]
PROBLEMS: tuple[Problem, ...] = get_args(Problem)

Findings = Mapping[Problem, tuple[str, ...]]
"""By problem, in this order, the words to leave out; empty where it is no single words."""

Listener = Callable[[str], Findings]
"""From what a person typed to the problems in it; the language is already chosen."""


def hears_nothing(_: str) -> Findings:
    return {}
