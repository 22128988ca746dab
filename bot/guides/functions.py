"""What the words of a guide can call: facts, dates, answers, letters; it notes the facts used."""

from collections.abc import Callable
from datetime import date
from typing import Any

from markupsafe import Markup

from bot.guides.answers import open_choices
from bot.guides.conditions import deadline
from bot.guides.context import Context, CountryNeededError
from bot.guides.facts import Fact
from bot.guides.model import Answers, Guide
from bot.texts.html import link
from bot.texts.language import Language

CURRENCIES = {"eur": "EUR", "gbp": "GBP", "usd": "USD"}
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
        return {
            name: getattr(self, name)
            for name in (
                "fact", "law", "cite", "has_fact", "answer", "deadline", "today", "country", "letter"
            )
        }  # fmt: skip

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


def shown_value(fact: Fact, language: Language) -> Markup:
    value = fact.value
    if fact.unit == "url":
        return link(str(value), str(value).split("//", 1)[-1].removeprefix("www.").rstrip("/"))
    if isinstance(value, str):
        return Markup.escape(_text_value(fact, value, language))
    if fact.unit in CURRENCIES:
        return Markup.escape(language.money(value, CURRENCIES[fact.unit]))
    if fact.unit == "percent":
        return Markup.escape(f"{language.number(value)}%")
    return Markup.escape(_period(fact.unit, int(value), language) or language.number(value))


def _text_value(fact: Fact, value: str, language: Language) -> str:
    if fact.unit == "phone":
        return language.phone(value)
    try:
        return language.long_date(date.fromisoformat(value))
    except ValueError:
        return value


def _period(unit: str, count: int, language: Language) -> str | None:
    forms = {
        "days_calendar": language.ngettext("%(num)s day", "%(num)s days", count),
        "days_working": language.ngettext("%(num)s working day", "%(num)s working days", count),
        "weeks": language.ngettext("%(num)s week", "%(num)s weeks", count),
        "months": language.ngettext("%(num)s month", "%(num)s months", count),
    }
    return forms[unit] % {"num": count} if unit in forms else None


def shown_answer(
    guide: Guide, question_id: str, answers: Answers, context: Context, language: Language
) -> str:
    answer = answers.get(question_id)
    question = guide.questions.get(question_id)
    if answer is None or question is None:
        return ""
    if question.kind == "yes_no":
        return language.say("Yes") if answer == "yes" else language.say("No")
    if question.kind == "date":
        return language.long_date(date.fromisoformat(str(answer)))
    if isinstance(answer, float):
        return language.number(answer)
    if question.kind == "text":
        return str(answer)
    labels = open_choices(question, answers, context)
    chosen = answer if isinstance(answer, tuple) else (answer,)
    return ", ".join(language.gettext(labels[one], guide.id) for one in chosen if one in labels)


def country_name(code: str, language: Language) -> str:
    return {
        "IT": language.say("Italy"),
        "PL": language.say("Poland"),
        "GB": language.say("United Kingdom"),
        "US": language.say("United States"),
        "EU": language.say("Another EU country"),
        "XX": language.say("Elsewhere"),
    }[code]
