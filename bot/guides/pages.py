"""Where a person is in a guide, as a screen: the question, the outcome, the list of answers."""

from collections.abc import Mapping

from bot.chat.screens import Button, Screen, packed
from bot.guides.answer_rows import answer_rows
from bot.guides.answers import open_steps
from bot.guides.codes import Press, encode
from bot.guides.conditions import holds
from bot.guides.context import Context
from bot.guides.conversation import LIST_OF_ANSWERS, Conversation, neighbour, shown
from bot.guides.functions import Functions, country_name, shown_answer
from bot.guides.model import COUNTRIES, Block, Guide, Outcome, Question
from bot.guides.sources import sources_quote
from bot.guides.walk import Path, replay
from bot.texts.html import clipped, escape
from bot.texts.language import Language

LABEL_ROOM = 40


class GuidePages:
    """Screens of one guide for one reader."""

    def __init__(
        self,
        guides: Mapping[str, Guide],
        languages: Mapping[str, Language],
        language: Language,
        context: Context,
    ) -> None:
        self._guides, self._languages = guides, languages
        self._language, self._context = language, context

    def screen(self, guide: Guide, conversation: Conversation) -> Screen:
        path = replay(guide, conversation.answers, self._context)
        node_id = shown(conversation, path)
        if node_id == LIST_OF_ANSWERS:
            return self._answers(guide, path)
        if path.asks_country_at(node_id):
            return self._country(guide, path)
        node = guide.node(node_id)
        if isinstance(node, Outcome):
            return self._outcome(guide, path, node_id, node)
        if isinstance(node, Question):
            return self._question(guide, path, node_id, node, conversation)
        raise LookupError(node_id)

    def _question(
        self, guide: Guide, path: Path, node_id: str, question: Question, conversation: Conversation
    ) -> Screen:
        text = self._text(guide, path, node_id, question.ask)
        rows = answer_rows(guide, path, node_id, conversation, self._context, self._language)
        return Screen(text, (*rows, *self._way(guide, path, node_id)))

    def _outcome(self, guide: Guide, path: Path, node_id: str, outcome: Outcome) -> Screen:
        text = self._text(guide, path, node_id, outcome.text)
        steps: list[Button] = []
        for step in open_steps(outcome, path.answers, self._context):
            label = self._language.gettext(step.label, guide.id) if step.label else ""
            if step.to:
                steps.append(Button(label, encode(Press(guide.id, node_id, "choose", step.to))))
            elif step.guide and step.guide in self._guides:
                other = self._guides[step.guide]
                title = label or self._language.gettext(other.title, other.id)
                steps.append(
                    Button(f"{other.icon} {title}", encode(Press(other.id, other.start, "open")))
                )
        rows = tuple((step,) for step in steps)
        return Screen(text, (*rows, *self._way(guide, path, node_id)))

    def _country(self, guide: Guide, path: Path) -> Screen:
        buttons = [
            Button(
                country_name(code, self._language),
                encode(Press(guide.id, path.end, "country", code)),
            )
            for code in COUNTRIES
        ]
        text = self._language.page("country")
        return Screen(text, (*packed(buttons), *self._way(guide, path, path.end)))

    def _answers(self, guide: Guide, path: Path) -> Screen:
        rows = []
        for node_id, question in ((one, guide.questions.get(one)) for one in path.answers):
            if question is None:
                continue
            said = shown_answer(guide, node_id, path.answers, self._context, self._language)
            short = self._language.gettext(question.short, guide.id)
            label = clipped(f"{short}: {said or '–'}", LABEL_ROOM)
            rows.append((Button(label, encode(Press(guide.id, node_id, "look"))),))
        text = self._language.page("answers", title=self._title(guide))
        onward = Button(self._say("Go on ›"), encode(Press(guide.id, path.end, "look")))
        again = Button(self._say("Start again"), encode(Press(guide.id, guide.start, "again")))
        return Screen(text, (*rows, (again, onward), (self._menu(),)))

    def _text(self, guide: Guide, path: Path, node_id: str, blocks: tuple[Block, ...]) -> str:
        before = path.nodes[: path.nodes.index(node_id)]
        answers = {key: path.answers[key] for key in before}
        functions = Functions(
            guide, answers, self._context, self._languages.__getitem__, self._language
        )
        shown_blocks = [block for block in blocks if holds(block.when, answers, self._context)]
        parts = [f"{guide.icon} <b>{escape(self._title(guide))}</b>"]
        for block in shown_blocks:
            words = self._language.gettext(block.text, guide.id)
            parts.append(self._language.template(words, functions.names()))
            for fact_id in block.facts:
                functions.cite(fact_id)
        if any(block.general for block in shown_blocks):
            parts.append(self._language.page("general", country=functions.country()))
        if functions.used:
            parts.append(
                sources_quote(functions.used.values(), self._language, self._context.today)
            )
        return "\n\n".join(part for part in parts if part)

    def _way(self, guide: Guide, path: Path, node_id: str) -> tuple[tuple[Button, ...], ...]:
        """The answers given and on; below, back and the menu: in the same place on every screen."""
        upper, lower = [], [self._menu()]
        if any(one in guide.questions for one in path.answers):
            look = Press(guide.id, LIST_OF_ANSWERS, "look")
            upper.append(Button(self._say("Change an answer"), encode(look)))
        if neighbour(path, node_id, 1):
            upper.append(Button(self._say("Keep ›"), encode(Press(guide.id, node_id, "on"))))
        if neighbour(path, node_id, -1):
            back = Press(guide.id, node_id, "back")
            lower.insert(0, Button(self._say("‹ Back"), encode(back)))
        return tuple(tuple(row) for row in (upper, lower) if row)

    def _title(self, guide: Guide) -> str:
        return self._language.gettext(guide.title, guide.id)

    def _menu(self) -> Button:
        return Button(self._say("Menu"), "menu")

    def _say(self, message: str) -> str:
        return self._language.say(message)
