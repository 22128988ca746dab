"""The six things that make an opening go wrong, in the order in which they are told."""

from collections.abc import Callable, Collection
from typing import Literal, get_args

Problem = Literal["insult", "shouting", "threat", "rambling", "no_request", "blame_operator"]
PROBLEMS: tuple[Problem, ...] = get_args(Problem)

Listener = Callable[[str], Collection[str]]
"""From what a person typed to the problems in it; the language is already chosen."""


def hears_nothing(_: str) -> tuple[Problem, ...]:
    return ()
