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


def update_catalogue(path: Path, language: str, sentences: list[Sentence], root: Path) -> int:
    """Brings a `.po` file up to date, keeping what is translated; how many wait for words."""
    template = Catalog()
    for sentence in sentences:
        where = [(str(sentence.path.relative_to(root)), sentence.line)]
        template.add(sentence.message, locations=where)
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=language)
    else:
        catalog = Catalog(locale=language, project="Galateo", fuzzy=False)
    catalog.update(template, no_fuzzy_matching=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=100, omit_header=False, ignore_obsolete=True)
    return sum(1 for message in catalog if message.id and not _translated(message.string))


def _plain(message: Any) -> str | tuple[str, str]:
    # Values in a sentence come as (sentence, None, …).
    parts = [part for part in message if part] if isinstance(message, tuple) else [message]
    return parts[0] if len(parts) == 1 else (parts[0], parts[1])


def _translated(string: Any) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)
