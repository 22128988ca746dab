"""Which facts, answers and letters the words of a guide use, read off their template."""

from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes

# By the number of arguments, each of them an id in quotes.
FUNCTIONS = {
    "fact": 1,
    "law": 1,
    "cite": 1,
    "has_fact": 1,
    "answer": 1,
    "picked": 1,
    "deadline": 2,
    "today": 0,
    "country": 0,
    "letter": 1,
    "script": 1,
    "speech": 1,
    "coach": 1,
}
_EVERYWHERE = {"answer", "picked", "today", "script", "speech", "coach"}
_OF_A_COUNTRY = FUNCTIONS.keys() - _EVERYWHERE
_PARSER = Environment(autoescape=True)


@dataclass(frozen=True)
class Call:
    """A function called in a text; an argument that is no text in quotes is empty."""

    function: str
    arguments: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.function}({', '.join(map(repr, self.arguments))})"


@lru_cache(maxsize=4096)
def calls(text: str) -> frozenset[Call]:
    """All of them; none where the template does not parse: `check` tells that."""
    try:
        tree = _PARSER.parse(text)
    except TemplateSyntaxError:
        return frozenset()
    return frozenset(
        Call(call.node.name, tuple(map(_constant, call.args)))
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name)
    )


def _constant(argument: nodes.Expr) -> str:
    if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
        return argument.value
    return ""


def needs_facts(text: str) -> bool:
    """Whether it can only be said once the country is known."""
    return any(call.function in _OF_A_COUNTRY for call in calls(text))


def facts_used(text: str) -> set[str]:
    """Ids of the facts it cannot do without; `deadline('question', 'fact')` names its fact second.

    A text that asks `has_fact` first can do without.
    """
    found = calls(text)
    optional = {call.arguments for call in found if call.function == "has_fact"}
    return {
        call.arguments[-1]
        for call in found
        if call.function in {"fact", "law", "cite", "deadline"} and call.arguments
        if call.arguments[-1:] not in optional
    }


def answers_used(text: str) -> set[str]:
    """Ids of questions whose answers it shows, counts from or listens to."""
    return set[str]().union(
        *(_first(text, one) for one in ("answer", "picked", "deadline", "coach"))
    )


def letters_used(text: str) -> set[str]:
    return _first(text, "letter")


def scripts_used(text: str) -> set[str]:
    return _first(text, "script") | _first(text, "speech")


def _first(text: str, function: str) -> set[str]:
    return {
        call.arguments[0] for call in calls(text) if call.function == function and call.arguments
    }
