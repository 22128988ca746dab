"""The interface's English sentences, read off the code and the message templates."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

KEYWORDS: dict[str, Any] = {"say": None, "_say": None, "ngettext": (1, 2)}


@dataclass(frozen=True)
class Sentence:
    """`message` is a text, or a pair for plurals."""

    path: Path
    line: int
    message: str | tuple[str, str]


def interface_sentences(code: Path, templates: Path) -> Iterator[Sentence]:
    for path in sorted(code.rglob("*.py")):
        found: Any = extract_from_file("python", path, keywords=KEYWORDS)
        for line, message, *_ in found:
            yield Sentence(path, line, message)
    for path in sorted((templates / "messages").glob("*.j2")):
        with path.open("rb") as file:
            options = {"trimmed": "false", "silent": "false", "newstyle_gettext": "true"}
            extracted: Any = babel_extract(file, ["_", "gettext", "ngettext"], [], options)
            for line, _function, message, _comments in extracted:
                yield Sentence(path, line, _plain(message))


def update_catalogue(
    path: Path, language: str, sentences: list[Sentence], root: Path, *, of_guide: bool = False
) -> int:
    """Brings a `.po` file up to date, keeping what is translated; how many wait for words.

    A guide's changed texts keep their old translation, marked fuzzy until somebody looked at it;
    its lines are not noted, they change with every edit.
    """
    template = Catalog()
    for sentence in sentences:
        where = [(_relative(sentence.path, root), sentence.line)]
        template.add(sentence.message, locations=where)
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=language)
    else:
        catalog = Catalog(locale=language, project="Galateo", fuzzy=False)
    catalog.update(template, no_fuzzy_matching=not of_guide)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(
            file,
            catalog,
            width=100,
            ignore_obsolete=True,
            include_previous=of_guide,
            no_location=of_guide,
        )
    waiting = (one for one in catalog if one.id and (one.fuzzy or not _translated(one.string)))
    return sum(1 for _ in waiting)


def _relative(path: Path, root: Path) -> str:
    return str(path.relative_to(root)) if path.is_relative_to(root) else path.name


def _plain(message: Any) -> str | tuple[str, str]:
    # Values in a sentence come as (sentence, None, …).
    parts = [part for part in message if part] if isinstance(message, tuple) else [message]
    return parts[0] if len(parts) == 1 else (parts[0], parts[1])


def _translated(string: Any) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)
