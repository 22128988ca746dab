"""How to come to a question of a guide, whatever the guides are like today."""

from collections import deque
from collections.abc import Iterator

from bot.guides.answers import open_choices, open_steps
from bot.guides.codes import Press, encode
from bot.guides.context import Context
from bot.guides.conversation import Conversation, answered
from bot.guides.model import Answer, Guide, Question
from bot.guides.walk import replay
from bot.playground.person import Person
from tests.world import World

Way = tuple[str, ...]
"""What is pressed (callback data) or typed (anything else), in order, from the menu."""


def way_to(guide: Guide, kind: str, context: Context) -> Way:
    """The shortest way to a question of that kind. LookupError where there is none."""
    for node_id, conversation, way in walks(guide, context):
        question = guide.questions.get(node_id)
        if question is not None and question.kind == kind and node_id not in conversation.answers:
            return way
    raise LookupError(kind)


def walks(guide: Guide, context: Context) -> Iterator[tuple[str, Conversation, Way]]:
    """Every node once: its id, the conversation there, and the way."""
    opened = (encode(Press(guide.id, guide.start, "open")),)
    waiting: deque[tuple[Conversation, Way]] = deque([(Conversation(), opened)])
    seen: set[str] = set()
    while waiting:
        conversation, way = waiting.popleft()
        path = replay(guide, conversation.answers, context)
        if path.end in seen:
            continue
        seen.add(path.end)
        yield path.end, conversation, way
        for answer, presses in _answers(guide, path.end, conversation, context):
            after = answered(guide, conversation, context, path.end, answer)
            waiting.append((after, (*way, *presses)))


def _answers(
    guide: Guide, node_id: str, conversation: Conversation, context: Context
) -> Iterator[tuple[Answer, Way]]:
    question = guide.questions.get(node_id)
    if question is None:
        for step in open_steps(guide.outcomes[node_id], conversation.answers, context):
            if step.to:
                yield step.to, (encode(Press(guide.id, node_id, "choose", step.to)),)
        return
    if question.optional:
        yield None, (encode(Press(guide.id, node_id, "skip")),)
    choices = tuple(open_choices(question, conversation.answers, context))
    if question.kind == "several":
        ticked = choices[: max(1, question.at_least)]
        ticks = (encode(Press(guide.id, node_id, "tick", one)) for one in ticked)
        yield ticked, (*ticks, encode(Press(guide.id, node_id, "done")))
    elif choices:
        for choice in choices:
            yield choice, (encode(Press(guide.id, node_id, "choose", choice)),)
    else:
        yield _typed(question, context)


def _typed(question: Question, context: Context) -> tuple[Answer, Way]:
    if question.kind == "date":
        return context.today.isoformat(), (context.today.isoformat(),)
    if question.kind == "number":
        return float(question.lowest), (f"{question.lowest:.0f}",)
    return "x", ("x",)


async def go(person: Person, way: Way) -> None:
    for step in way:
        await (person.press_data(step) if step.startswith("g:") else person.send(step))


async def go_to_a_text(world: World, person: Person, country: str = "PL") -> str:
    """Somewhere what is typed is the answer; the guide's id."""
    library = world.bot.content.library
    context = Context(country, world.clock().date(), library.facts)
    await person.send("/start")
    await person.press_data(f"settings:country:{country}")
    for guide in library.guides.values():
        try:
            await go(person, way_to(guide, "text", context))
        except LookupError:
            continue
        return guide.id
    raise LookupError("no guide asks for a text")
