"""Translations, straight from the `.po` files that editors touch; nothing is compiled."""

from collections.abc import Mapping
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from bot.errors import ContentError

SOURCE = "en"
INTERFACE = "galateo"


class Catalogue:
    """One `.po` file: `locales/<language>/LC_MESSAGES/<domain>.po`; fuzzy entries do not count."""

    def __init__(self, catalog: Catalog | None) -> None:
        self._texts: dict[str, str] = {}
        self._plurals: dict[str, tuple[str, ...]] = {}
        self.catalog = catalog
        for message in catalog or ():
            if not message.id or message.fuzzy:
                continue
            if isinstance(message.id, (tuple, list)):
                forms = tuple(message.string or ())
                if all(forms):
                    self._plurals[message.id[0]] = forms
            elif message.string:
                self._texts[message.id] = str(message.string)
        self._plural_form = c2py(catalog.plural_expr) if catalog else None

    def find(self, message: str) -> str | None:
        """The translation, or None where it is missing or fuzzy."""
        return self._texts.get(message)

    def find_plural(self, one: str) -> tuple[str, ...] | None:
        return self._plurals.get(one)

    def plural(self, one: str, many: str, count: int) -> str:
        forms = self._plurals.get(one)
        if forms is None or self._plural_form is None:
            return one if count == 1 else many
        return str(forms[self._plural_form(count)])


Catalogues = Mapping[tuple[str, str], Catalogue]
"""By language and domain."""


def load_catalogues(folder: Path) -> Catalogues:
    """Raises ContentError with file and line of a `.po` file that cannot be read."""
    found: dict[tuple[str, str], Catalogue] = {}
    problems: list[str] = []
    for path in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        language = path.parent.parent.name
        try:
            with path.open("rb") as file:
                catalog = read_po(file, locale=language, domain=path.stem, abort_invalid=True)
        except (PoFileError, UnicodeDecodeError, ValueError) as error:
            line = getattr(error, "lineno", 1)
            problems.append(f"{path}:{line}: {error}")
            continue
        found[language, path.stem] = Catalogue(catalog)
    if problems:
        raise ContentError(problems)
    return found
