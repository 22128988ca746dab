"""What a press does to a conversation: pure."""

from collections.abc import Callable, Mapping

from bot.guides.codes import Kind, Press
from bot.guides.context import Context
from bot.guides.conversation import (
    Conversation,
    RefusedError,
    answered,
    moved,
    neighbour,
    ticked,
    ticks,
    turned,
)
from bot.guides.model import Answer, Guide
from bot.guides.walk import replay


def pressed(guide: Guide, before: Conversation, context: Context, press: Press) -> Conversation:
    """Raises RefusedError for what does not belong where the person is, forged or old."""
    node = press.node
    question = guide.questions.get(node)
    if press.kind == "choose" and question is not None and not question.has_choices:
        raise RefusedError
    given: Mapping[Kind, Callable[[], Answer]] = {
        "choose": lambda: press.value,
        "day": lambda: press.value,
        "skip": lambda: None,
        "done": lambda: ticks(before, node),
    }
    if press.kind in given:
        return answered(guide, before, context, node, given[press.kind]())
    if press.kind in {"tick", "untick"}:
        return ticked(guide, before, context, node, press.value, press.kind == "tick")
    if press.kind == "month":
        return turned(guide, before, context, node, press.value)
    if press.kind == "again":
        return Conversation(rated=before.rated)
    return moved(guide, before, context, _target(guide, before, context, press))


def _target(guide: Guide, before: Conversation, context: Context, press: Press) -> str:
    if press.kind == "look":
        return press.node
    path = replay(guide, before.answers, context)
    by = -1 if press.kind == "back" else 1
    return neighbour(path, press.node, by) or path.end
