"""Values, answers and countries in the reader's form."""

from datetime import date

from markupsafe import Markup

from bot.guides.answers import open_choices
from bot.guides.context import Context
from bot.guides.facts import Fact
from bot.guides.model import Answers, Guide
from bot.texts.html import link
from bot.texts.language import Language

CURRENCIES = {"eur": "EUR", "gbp": "GBP", "usd": "USD"}


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
