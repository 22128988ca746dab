"""A language as the bot speaks it: translations, pages, dates and numbers in the reader's form."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import phonenumbers
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from jinja2 import BaseLoader, DictLoader, Environment, StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from bot.texts.catalogue import INTERFACE, SOURCE, Catalogue, Catalogues

LANGUAGES: Mapping[str, str] = {"en": "English", "it": "Italiano", "pl": "Polski"}

# English for people everywhere but one country: day before month.
LOCALES: Mapping[str, str] = {"en": "en_GB", "it": "it_IT", "pl": "pl_PL"}
NOTHING = Catalogue(None)


class Language:
    def __init__(self, code: str, catalogues: Catalogues, templates: Path) -> None:
        self.code = code
        self.locale = LOCALES[code]
        self._catalogues = {
            domain: catalogue for (one, domain), catalogue in catalogues.items() if one == code
        }
        self._compiled: dict[str, Template] = {}
        self.pages = environment(DictLoader(_read(templates)))
        self.pages.add_extension("jinja2.ext.i18n")
        self.pages.install_gettext_callables(  # type: ignore[attr-defined]
            self.gettext, self.ngettext, newstyle=True
        )
        self.pages.globals["say"] = self.say

    def gettext(self, message: str, domain: str = INTERFACE) -> str:
        """The source text where there is no translation: `check` sees to it that there is."""
        return self._catalogues.get(domain, NOTHING).find(message) or message

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self._catalogues.get(INTERFACE, NOTHING).plural(one, many, count)

    def say(self, message: str, **values: object) -> str:
        """A sentence of the interface; values stand in it as `%(name)s`."""
        text = self.gettext(message)
        return text % values if values else text

    def page(self, name: str, **values: object) -> str:
        """The message `templates/messages/<name>.j2`; every value is escaped."""
        return self.pages.get_template(f"messages/{name}.j2").render(values).strip()

    def letter(self, name: str, functions: Mapping[str, Any]) -> str:
        """The letter `templates/letters/<name>.<language>.j2`, plain text with values escaped."""
        return self.pages.get_template(f"letters/{name}.{self.code}.j2").render(functions).strip()

    def long_date(self, day: date) -> str:
        return format_date(day, "long", locale=self.locale).replace(" ", "\N{NO-BREAK SPACE}", 1)

    def month(self, day: date) -> str:
        return format_date(day, "LLL yyyy", locale=self.locale)

    def number(self, value: float) -> str:
        return str(format_decimal(value, locale=self.locale))

    def money(self, value: float, currency: str) -> str:
        form = "¤#,##0" if self.code == SOURCE else "#,##0\N{NO-BREAK SPACE}¤"
        whole = float(value).is_integer()
        return str(
            format_currency(
                value,
                currency,
                format=form if whole else form.replace("0", "0.00", 1),
                currency_digits=False,
                locale=self.locale,
            )
        )

    def phone(self, number: str) -> str:
        """As people in its own country write it; short numbers stay as they are."""
        try:
            parsed = phonenumbers.parse(number)
        except phonenumbers.NumberParseException:
            return number
        return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)

    def template(self, source: str, functions: Mapping[str, Any]) -> str:
        """A guide's text with its functions; what they return is escaped unless it is Markup."""
        if source not in self._compiled:
            self._compiled[source] = self.pages.from_string(source)
        return self._compiled[source].render(functions).strip()


def environment(loader: BaseLoader | None = None) -> Environment:
    return SandboxedEnvironment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=2000,
    )


def _read(templates: Path) -> dict[str, str]:
    """Every template by its name: read at once, so that what is served does not change by halves."""
    paths = sorted(templates.rglob("*.j2"))
    return {path.relative_to(templates).as_posix(): path.read_text("utf-8") for path in paths}


def load_languages(catalogues: Catalogues, templates: Path) -> Mapping[str, Language]:
    return {code: Language(code, catalogues, templates) for code in LANGUAGES}


def language_for(code: str | None, default: str) -> str:
    """Telegram's `language_code` (such as `pl-PL`) as one of ours."""
    short = (code or "").partition("-")[0].lower()
    return short if short in LANGUAGES else default
