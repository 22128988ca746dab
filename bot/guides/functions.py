"""What the words of a guide can call: facts, dates, answers, letters; it notes the facts used."""

from collections.abc import Callable
from datetime import date
from typing import Any

from markupsafe import Markup

from bot.guides.coach import seconds, words
from bot.guides.conditions import deadline
from bot.guides.context import Context, CountryNeededError
from bot.guides.facts import Fact
from bot.guides.model import Answers, Guide
from bot.guides.remarks import length, remarks
from bot.guides.shown import country_name, shown_answer, shown_value
from bot.guides.words import FUNCTIONS
from bot.texts.language import Language

LETTER_LANGUAGE = {"IT": "it", "PL": "pl", "GB": "en", "US": "en"}


class Functions:
    """One for each screen; `used` holds the facts that it shows, in order."""

    def __init__(
        self,
        guide: Guide,
        answers: Answers,
        context: Context,
        languages: Callable[[str], Language],
        reader: Language,
    ) -> None:
        self.used: dict[str, Fact] = {}
        self._guide, self._answers, self._context = guide, answers, context
        self._languages, self._language = languages, reader

    def names(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in FUNCTIONS}

    def fact(self, fact_id: str) -> Markup:
        """The value in the reader's form: a period, money, a link, a number to dial, a date."""
        return shown_value(self._cited(fact_id), self._language)

    def law(self, fact_id: str) -> str:
        return self._cited(fact_id).law or ""

    def cite(self, fact_id: str) -> str:
        """Nothing to read; the source joins the others at the foot of the screen."""
        self._cited(fact_id)
        return ""

    def has_fact(self, fact_id: str) -> bool:
        return self._context.facts.find(self._known_country(), fact_id) is not None

    def answer(self, question_id: str) -> str:
        """The person's answer as it is shown; empty where it was skipped or not reached."""
        return shown_answer(self._guide, question_id, self._answers, self._context, self._language)

    def picked(self, question_id: str) -> tuple[str, ...]:
        """Ids of the choices, for a text that says each in words of its own."""
        answer = self._answers.get(question_id)
        if isinstance(answer, tuple):
            return answer
        return (answer,) if isinstance(answer, str) else ()

    def deadline(self, question_id: str, fact_id: str) -> str:
        self._cited(fact_id)
        start = date.fromisoformat(str(self._answers[question_id]))
        return self._language.long_date(deadline(start, fact_id, self._context))

    def today(self) -> str:
        return self._language.long_date(self._context.today)

    def country(self) -> str:
        return country_name(self._known_country(), self._language)

    def letter(self, name: str) -> Markup:
        """The letter in the language of the country it goes to, as a block to copy."""
        code = LETTER_LANGUAGE.get(self._known_country(), self._language.code)
        writer = self._languages(code)
        inside = Functions(self._guide, self._answers, self._context, self._languages, writer)
        text = writer.letter(name, inside.names())
        self.used.update(inside.used)
        return Markup("<pre>{}</pre>").format(Markup(text))  # noqa: S704 - rendered with escaping

    def script(self, name: str) -> Markup:
        """What the person says or sends, in their own language, as a block to copy."""
        return Markup("<pre>{}</pre>").format(self._spoken(name))

    def speech(self, name: str) -> str:
        """How long the script takes to say."""
        text = self._spoken(name).unescape()
        return length(words(text), seconds(text), self._language)

    def coach(self, question_id: str) -> Markup:
        """A line for each thing to change in a typed answer; empty when it is fine."""
        answer = self._answers.get(question_id)
        found = self._context.coach(answer) if isinstance(answer, str) else {}
        return remarks(found, self._language)

    def _spoken(self, name: str) -> Markup:
        """The script without the line breaks of its file; an empty line begins a paragraph."""
        paragraphs = self._language.letter(name, self.names()).split("\n\n")
        text = "\n\n".join(" ".join(one.split()) for one in paragraphs if one.strip())
        return Markup(text)  # noqa: S704 - rendered with escaping

    def _cited(self, fact_id: str) -> Fact:
        fact = self._context.facts.find(self._known_country(), fact_id)
        if fact is None:
            raise LookupError(f"no fact {fact_id} for {self._context.country}")
        self.used[fact.key] = fact
        return fact

    def _known_country(self) -> str:
        if self._context.country is None:
            raise CountryNeededError
        return self._context.country
