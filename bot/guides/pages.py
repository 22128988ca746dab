"""Where a person is in a guide, as a screen: the question, the outcome, the list of answers."""

from collections.abc import Mapping

from bot.chat.screens import Button, Screen, packed
from bot.guides.answer_rows import answer_rows
from bot.guides.answers import open_steps
from bot.guides.codes import Press, encode
from bot.guides.context import Context
from bot.guides.conversation import LIST_OF_ANSWERS, Conversation, neighbour, shown
from bot.guides.facts import Fact
from bot.guides.feedback.rows import mistake_button, rating_row
from bot.guides.ladder import Ladder, ladder
from bot.guides.model import COUNTRIES, Guide, Outcome
from bot.guides.page_text import PageText, page_text
from bot.guides.shown import country_name, shown_answer
from bot.guides.walk import Path, replay
from bot.texts.html import clipped
from bot.texts.language import Language

LABEL_ROOM = 40
PICTURE = "picture"


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
            return self._outcome(guide, path, node_id, node, conversation)
        return self._question(guide, path, node_id, conversation)

    def _question(
        self, guide: Guide, path: Path, node_id: str, conversation: Conversation
    ) -> Screen:
        page = self._page(guide, path, node_id)
        rows = answer_rows(guide, path, node_id, conversation, self._context, self._language)
        return Screen(page.text, (*rows, *self._way(guide, path, node_id, page)))

    def facts_on(self, guide: Guide, conversation: Conversation, node_id: str) -> tuple[Fact, ...]:
        """The facts that a node of the path shows; none for one that is not on it."""
        path = replay(guide, conversation.answers, self._context)
        if node_id not in path.nodes or path.asks_country_at(node_id):
            return ()
        return self._page(guide, path, node_id).facts

    def ladder_on(self, guide: Guide, conversation: Conversation, node_id: str) -> Ladder | None:
        """What an outcome of the path can show as a picture."""
        path = replay(guide, conversation.answers, self._context)
        outcome = guide.outcomes.get(node_id)
        if outcome is None or not outcome.picture or node_id not in path.nodes:
            return None
        return ladder(self._page(guide, path, node_id).blocks)

    def _outcome(
        self,
        guide: Guide,
        path: Path,
        node_id: str,
        outcome: Outcome,
        conversation: Conversation,
    ) -> Screen:
        page = self._page(guide, path, node_id)
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
        if outcome.picture:
            label = self._say("🖼 As a picture")
            steps.append(Button(label, f"{PICTURE}:{guide.id}:{node_id}"))
        rows = tuple((step,) for step in steps)
        rated = node_id in conversation.rated
        rating = () if rated else (rating_row(guide.id, node_id, self._language),)
        return Screen(page.text, (*rows, *rating, *self._way(guide, path, node_id, page)))

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

    def _page(self, guide: Guide, path: Path, node_id: str) -> PageText:
        return page_text(guide, path, node_id, self._context, self._languages, self._language)

    def _way(
        self, guide: Guide, path: Path, node_id: str, page: PageText | None = None
    ) -> tuple[tuple[Button, ...], ...]:
        """The answers given and on; below, back and the menu: in the same place on every screen."""
        upper, lower = [], [self._menu()]
        if any(one in guide.questions for one in path.answers):
            look = Press(guide.id, LIST_OF_ANSWERS, "look")
            upper.append(Button(self._say("Change an answer"), encode(look)))
        if page is not None and page.facts:
            upper.append(mistake_button(guide.id, node_id, self._language))
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
