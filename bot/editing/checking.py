"""`galateo check` and `galateo texts`: what an editor runs after touching a text."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from rich.console import Console
from rich.table import Table

from bot.editing.reading import hardest
from bot.editing.written import Written, load_written
from bot.errors import ContentError
from bot.guides.check import Problem, Walks, check_guides, coverage
from bot.guides.model import COUNTRIES
from bot.guides.readability import INDEXES
from bot.settings import Settings
from bot.shipped import PACKAGE
from bot.texts.catalogue import INTERFACE, SOURCE, Catalogues
from bot.texts.extract import Sentence, interface_sentences
from bot.texts.language import LANGUAGES


def check_content(settings: Settings) -> int:
    """Prints every problem, the hardest screens, and the matrix guide by country.

    Returns 1 when there was an error, else 0.
    """
    console = Console(highlight=False, soft_wrap=True)
    try:
        written = load_written(settings)
    except ContentError as error:
        console.print("\n".join(error.problems), markup=False)
        return 1
    walks = Walks(written.facts, today())
    problems = [
        *_interface_problems(written),
        *check_guides(
            written.sources,
            written.facts,
            letters=written.letters,
            translate=written.find,
            today=walks.today,
            walks=walks,
        ),
    ]
    for problem in problems:
        console.print(str(problem), markup=False)
    for line in _hardest(written, walks):
        console.print(line, markup=False)
    console.print(_matrix(written, walks))
    errors = sum(problem.level == "error" for problem in problems)
    console.print(f"{errors} errors, {len(problems) - errors} warnings")
    return 1 if errors else 0


def today() -> date:
    return datetime.now(UTC).date()


def _interface_problems(written: Written) -> Iterator[Problem]:
    sentences = list(interface_sentences(PACKAGE, written.templates))
    for language in LANGUAGES:
        for sentence in sentences if language != SOURCE else ():
            if not _is_translated(written.catalogues, language, sentence):
                where = f"{sentence.path}:{sentence.line}"
                yield Problem(where, f"no {language} translation of {_start(sentence)}")


def _is_translated(catalogues: Catalogues, language: str, sentence: Sentence) -> bool:
    catalogue = catalogues.get((language, INTERFACE))
    if catalogue is None:
        return False
    if isinstance(sentence.message, tuple):
        return catalogue.find_plural(sentence.message[0]) is not None
    return catalogue.find(sentence.message) is not None


def _start(sentence: Sentence) -> str:
    text = sentence.message if isinstance(sentence.message, str) else sentence.message[0]
    return f"“{text.splitlines()[0][:50]}”"


def _hardest(written: Written, walks: Walks) -> Iterator[str]:
    """The hardest screens of each language as lines of text."""
    for language, screens in hardest(written, walks).items():
        index = INDEXES[language]
        scale = "higher is easier" if index.rises_with_ease else "higher is harder"
        yield f"hardest to read in {LANGUAGES[language]} ({index.name}, {scale}):"
        for screen in screens:
            yield f"  {screen.value:6.1f}  {screen.where}  {screen.guide}.{screen.node}"


def _matrix(written: Written, walks: Walks) -> Table:
    table = Table("guide", *COUNTRIES, title="outcomes: specific / general")
    for source in written.sources:
        counts = coverage(source.guide, walks.facts, walks.today, walks)
        table.add_row(source.guide.id, *(f"{counts[c][0]} / {counts[c][1]}" for c in COUNTRIES))
    return table
