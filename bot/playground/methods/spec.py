"""What a method of the Bot API is here: a function of the state, and the parameters it knows."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.playground.parameters import Parameters
from bot.playground.telegram import Telegram


@dataclass(frozen=True)
class Method:
    """`run` gives the result, or an awaitable of it."""

    run: Callable[[Telegram, Parameters], Any | Awaitable[Any]]
    parameters: frozenset[str] = frozenset()


Methods = Mapping[str, Method]
