"""A guide as data: what an editor writes in `templates/guides/*.yaml`, validated."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Country = Literal["IT", "PL", "GB", "US", "EU", "XX"]
COUNTRIES: tuple[Country, ...] = ("IT", "PL", "GB", "US", "EU", "XX")
LABEL_LIMIT = 30

# Guide, node and choice, or guide and two nodes, travel in 64 bytes of callback data: see codes.py.
GuideId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,15}$")]
NodeId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,21}$")]
ChoiceId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_]{0,15}$")]
Label = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _as_list(value: object) -> object:
    return value if isinstance(value, list) else [value]


def _as_block(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


def _as_choice(value: object) -> object:
    return {"label": value} if isinstance(value, str) else value


def _as_branches(value: object) -> object:
    return [{"to": value}] if isinstance(value, str) else value


Condition = dict[str, Any]
"""Every key must hold: see conditions.py for what a key may be."""


class Block(Strict):
    """A paragraph, shown when its condition holds; `general` marks a rule with no local fact."""

    text: Text
    when: Condition = {}
    facts: tuple[str, ...] = ()
    general: bool = False


Blocks = Annotated[
    tuple[Annotated[Block, BeforeValidator(_as_block)], ...],
    BeforeValidator(_as_list),
    Field(min_length=1),
]


class Choice(Strict):
    label: Label
    when: Condition = {}


class Branch(Strict):
    to: NodeId
    when: Condition = {}


class Step(Strict):
    """A button under an outcome: to a node of this guide, or to another guide."""

    label: Label | None = None
    to: NodeId | None = None
    guide: GuideId | None = None
    when: Condition = {}


Branches = Annotated[tuple[Branch, ...], BeforeValidator(_as_branches), Field(min_length=1)]
Choices = dict[ChoiceId, Annotated[Choice, BeforeValidator(_as_choice)]]


class Question(Strict):
    """One question, one screen. `short` is its name in the list of answers given."""

    kind: Literal["choice", "several", "text", "date", "number", "yes_no"]
    ask: Blocks
    short: Label
    next: Branches
    choices: Choices = {}
    optional: bool = False
    at_least: int = 0
    longest: int = Field(default=200, ge=1, le=1000)
    lowest: float = 0
    highest: float = 1_000_000
    when_in_time: Literal["past", "future", "any"] = "any"

    @property
    def has_choices(self) -> bool:
        """Whether a press alone answers it with one of several words."""
        return self.kind in {"choice", "yes_no"}


class Outcome(Strict):
    """Where a path ends: what to do, and the next useful steps.

    `picture`: its blocks are the rungs of a ladder, which can be had as a picture, too.
    """

    text: Blocks
    picture: bool = False
    steps: tuple[Step, ...] = ()


class Examples(Strict):
    """How people say this problem in their own words, for the search."""

    en: tuple[str, ...] = ()
    it: tuple[str, ...] = ()
    pl: tuple[str, ...] = ()


class Guide(Strict):
    """`order` is its place in the menu, small numbers first; `version` the hash of its file."""

    id: GuideId
    title: Label
    icon: str
    summary: Text
    order: int = 100
    start: NodeId
    questions: dict[NodeId, Question]
    outcomes: dict[NodeId, Outcome]
    examples: Examples = Examples()
    version: str = ""

    def node(self, node_id: str) -> Question | Outcome | None:
        return self.questions.get(node_id) or self.outcomes.get(node_id)

    def targets(self, node_id: str) -> Iterator[str]:
        """The nodes that one press or answer can lead to, conditions left aside."""
        node = self.node(node_id)
        if isinstance(node, Question):
            yield from (branch.to for branch in node.next)
        elif isinstance(node, Outcome):
            yield from (step.to for step in node.steps if step.to)

    def stamped(self, version: str) -> Self:
        return self.model_copy(update={"version": version})


Answer = str | float | tuple[str, ...] | None
"""A choice's id, `yes`/`no`, a typed text, an ISO date; a number; ticked ids; None for skipped."""

Answers = Mapping[str, Answer]
