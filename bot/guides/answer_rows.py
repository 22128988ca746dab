"""The buttons that answer a question: choices, ticks, a calendar."""

from bot.chat.screens import Button, packed
from bot.guides.answers import open_choices
from bot.guides.calendar import calendar_rows
from bot.guides.codes import Press, encode
from bot.guides.context import Context
from bot.guides.conversation import Conversation, ticks
from bot.guides.model import Answers, Guide, Question
from bot.guides.walk import Path
from bot.texts.language import Language

Rows = tuple[tuple[Button, ...], ...]


def choice_labels(
    guide: Guide, question: Question, answers: Answers, context: Context, language: Language
) -> dict[str, str]:
    """Labels in the reader's language by id of the choices that apply now, in order."""
    if question.kind == "yes_no":
        return {"yes": language.say("Yes"), "no": language.say("No")}
    labels = open_choices(question, answers, context)
    return {key: language.gettext(label, guide.id) for key, label in labels.items()}


def answer_rows(
    guide: Guide,
    path: Path,
    node_id: str,
    conversation: Conversation,
    context: Context,
    language: Language,
) -> Rows:
    """What is chosen already is marked; a typed kind of question has none but Skip."""
    question = guide.questions[node_id]
    skip = Button(language.say("Skip"), encode(Press(guide.id, node_id, "skip")))
    skipping = ((skip,),) if question.optional else ()
    if question.kind in {"text", "number"}:
        return skipping
    if question.kind == "date":
        opened = conversation.draft.get(node_id, ("",))[0]
        chosen = str(path.answers.get(node_id) or "")
        days = calendar_rows(
            guide.id, node_id, question, opened or chosen[:7], chosen, context.today, language
        )
        return (*days, *skipping)
    labels = choice_labels(guide, question, path.answers, context, language)
    if question.kind == "several":
        done = Button(language.say("Done"), encode(Press(guide.id, node_id, "done")))
        return (*_ticks(guide, node_id, labels, ticks(conversation, node_id)), (done,), *skipping)
    return (*_choices(guide, node_id, labels, path.answers.get(node_id)), *skipping)


def _choices(guide: Guide, node_id: str, labels: dict[str, str], given: object) -> Rows:
    return packed(
        Button(
            f"• {label}" if choice == given else label,
            encode(Press(guide.id, node_id, "choose", choice)),
        )
        for choice, label in labels.items()
    )


def _ticks(guide: Guide, node_id: str, labels: dict[str, str], chosen: tuple[str, ...]) -> Rows:
    return tuple(
        (
            Button(
                f"{'☑' if choice in chosen else '☐'} {label}",
                encode(Press(guide.id, node_id, "untick" if choice in chosen else "tick", choice)),
            ),
        )
        for choice, label in labels.items()
    )
