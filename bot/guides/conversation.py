"""A conversation with one guide: its answers, what is looked at, what is being ticked.

Everything here is pure: a press or a typed answer gives a new conversation, or RefusedError.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.guides.answers import fits, open_choices
from bot.guides.context import Context
from bot.guides.model import Answer, Answers, Guide, Question
from bot.guides.walk import Path, replay

LIST_OF_ANSWERS = "answers"


class RefusedError(Exception):
    """The press or the answer does not belong where the person is; nothing changed."""


@dataclass(frozen=True)
class Conversation:
    """`at`: the node looked at when it is not the end of the path (or LIST_OF_ANSWERS).

    `rated`: outcomes of which was said whether they were useful. `draft`: ticks not confirmed
    yet, and the month (`YYYY-MM`) an open calendar shows.
    """

    answers: Answers = field(default_factory=dict)
    at: str | None = None
    draft: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rated: frozenset[str] = frozenset()

    def to_json(self) -> str:
        values = {"answers": self.answers, "at": self.at, "draft": self.draft}
        return json.dumps({**values, "rated": sorted(self.rated)})

    @classmethod
    def from_json(cls, text: str) -> "Conversation":
        data: dict[str, Any] = json.loads(text)
        return cls(
            answers={key: _thaw(value) for key, value in data["answers"].items()},
            at=data["at"],
            draft={key: tuple(value) for key, value in data["draft"].items()},
            rated=frozenset(data.get("rated", ())),
        )


def _thaw(value: Any) -> Answer:
    return tuple(value) if isinstance(value, list) else value


def shown(conversation: Conversation, path: Path) -> str:
    """The node on the screen, or LIST_OF_ANSWERS."""
    at = conversation.at
    if at in path.nodes or (at == LIST_OF_ANSWERS and path.answers):
        return str(at)
    return path.end


def pruned(guide: Guide, conversation: Conversation, context: Context) -> Conversation:
    """Only what counts today: called before anything uses or stores the answers."""
    path = replay(guide, conversation.answers, context)
    at = conversation.at if shown(conversation, path) == conversation.at else None
    draft = {node: value for node, value in conversation.draft.items() if node in path.nodes}
    return replace(conversation, answers=path.answers, at=at, draft=draft)


def answered(
    guide: Guide, conversation: Conversation, context: Context, node_id: str, answer: Answer
) -> Conversation:
    """The answer given (or changed) at a node of the path, with what it makes unreachable gone."""
    path = replay(guide, conversation.answers, context)
    node = guide.node(node_id)
    if node is None or node_id not in path.nodes or path.asks_country_at(node_id):
        raise RefusedError
    before = path.nodes[: path.nodes.index(node_id)]
    if not fits(node, answer, {key: path.answers[key] for key in before}, context):
        raise RefusedError
    draft = {key: value for key, value in conversation.draft.items() if key != node_id}
    answers = {**path.answers, node_id: answer}
    changed = replace(conversation, answers=answers, at=None, draft=draft)
    return pruned(guide, changed, context)


def ticked(
    guide: Guide, conversation: Conversation, context: Context, node_id: str, choice: str, on: bool
) -> Conversation:
    """One tick set or taken away (not toggled: a press that arrives twice changes nothing)."""
    path = replay(guide, conversation.answers, context)
    question = guide.questions.get(node_id)
    if question is None or question.kind != "several" or node_id not in path.nodes:
        raise RefusedError
    order = open_choices(question, path.answers, context)
    if choice not in order:
        raise RefusedError
    chosen = set(ticks(conversation, node_id)) - {choice} | ({choice} if on else set())
    draft = {**conversation.draft, node_id: tuple(one for one in order if one in chosen)}
    return pruned(guide, replace(conversation, at=node_id, draft=draft), context)


def ticks(conversation: Conversation, node_id: str) -> tuple[str, ...]:
    """What is ticked now: the unconfirmed ticks, else the answer given."""
    given = conversation.draft.get(node_id, conversation.answers.get(node_id))
    return given if isinstance(given, tuple) else ()


def turned(
    guide: Guide, conversation: Conversation, context: Context, node_id: str, month: str
) -> Conversation:
    """The calendar of a date question opened at another month (`YYYY-MM`)."""
    path = replay(guide, conversation.answers, context)
    question = guide.questions.get(node_id)
    if question is None or question.kind != "date" or node_id not in path.nodes:
        raise RefusedError
    draft = {**conversation.draft, node_id: (month,)}
    return pruned(guide, replace(conversation, at=node_id, draft=draft), context)


def moved(guide: Guide, conversation: Conversation, context: Context, node_id: str) -> Conversation:
    """Looks at a node of the path, or at the list of answers; every answer is kept."""
    path = replay(guide, conversation.answers, context)
    if node_id not in path.nodes and node_id != LIST_OF_ANSWERS:
        raise RefusedError
    at = None if node_id == path.end else node_id
    return pruned(guide, replace(conversation, at=at), context)


def neighbour(path: Path, node_id: str, by: int) -> str | None:
    """The node before (-1) or after (1) one of the path, if there is one."""
    if node_id not in path.nodes:
        raise RefusedError
    place = path.nodes.index(node_id) + by
    return path.nodes[place] if 0 <= place < len(path.nodes) else None


def question_at(
    guide: Guide, conversation: Conversation, context: Context
) -> tuple[str, Question] | None:
    """The question that the screen asks now, if it is one."""
    path = replay(guide, conversation.answers, context)
    node_id = shown(conversation, path)
    question = guide.questions.get(node_id)
    if question is None or path.asks_country_at(node_id):
        return None
    return node_id, question
