"""What is typed while a question is on the screen."""

from bot.chat.visit import Reply, Visit
from bot.guides.answer_rows import choice_labels
from bot.guides.conversation import (
    Conversation,
    RefusedError,
    answered,
    question_at,
    ticked,
    ticks,
)
from bot.guides.library import Library
from bot.guides.model import Answer, Guide, Question
from bot.guides.typed import read_choice, read_date, read_number
from bot.guides.walk import replay
from bot.guides.whereabouts import Whereabouts, place_of

PRESSED_KINDS = frozenset({"choice", "several", "yes_no"})


class TypedAnswers:
    def __init__(self, library: Library, whereabouts: Whereabouts) -> None:
        self._library, self._whereabouts = library, whereabouts

    def answer(self, visit: Visit) -> Reply | None:
        """What is typed is the answer; None where no question of a guide is on the screen."""
        guide = self._whereabouts.current(visit)
        if guide is None:
            return None
        context = self._library.context(visit)
        before = self._whereabouts.load(visit, guide)
        asked = question_at(guide, before, context)
        if asked is None:
            return None
        node_id, question = asked
        value = self._read(visit, guide, before, question)
        place = place_of(guide.id)
        if value is None:
            if question.kind in PRESSED_KINDS:
                return Reply(visit.person, place, visit.language.page("press"))
            return Reply(
                visit.person, place, visit.language.page("not_understood", kind=question.kind)
            )
        try:
            after = self._with_value(visit, guide, before, node_id, value)
        except RefusedError:
            notice = visit.language.page("not_possible", kind=question.kind, question=question)
            return Reply(visit.person, place, notice)
        self._whereabouts.step(visit, guide, before, visit, after)
        return Reply(visit.person, place)

    def _with_value(
        self, visit: Visit, guide: Guide, before: Conversation, node_id: str, value: Answer
    ) -> Conversation:
        context = self._library.context(visit)
        question = guide.questions[node_id]
        if question.kind == "several":
            on = value not in ticks(before, node_id)
            return ticked(guide, before, context, node_id, str(value), on)
        return answered(guide, before, context, node_id, value)

    def _read(self, visit: Visit, guide: Guide, before: Conversation, question: Question) -> Answer:
        code, country = visit.language.code, visit.person.country
        if question.kind == "text":
            return " ".join(visit.text.split())
        if question.kind == "number":
            return read_number(visit.text, code)
        if question.kind == "date":
            day = read_date(
                visit.text, visit.today, code, country=country, when=question.when_in_time
            )
            return day.isoformat() if day else None
        context = self._library.context(visit)
        path = replay(guide, before.answers, context)
        labels = choice_labels(guide, question, path.answers, context, visit.language)
        return read_choice(visit.text, labels)
