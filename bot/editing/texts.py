"""`galateo texts`: brings the translation files up to date with the texts."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from bot.guides.check.parts import words
from bot.guides.loader import Source, load_sources
from bot.settings import Settings
from bot.shipped import PACKAGE, locales_folder, templates_folder
from bot.texts.catalogue import INTERFACE, SOURCE
from bot.texts.extract import Sentence, interface_sentences, update_catalogue
from bot.texts.language import LANGUAGES


def update_texts(settings: Settings) -> None:
    """Updates every catalogue, the interface's and each guide's; tells what waits for words."""
    templates = templates_folder(settings.templates_dir)
    locales = locales_folder(settings.locales_dir)
    domains = {INTERFACE: list(interface_sentences(PACKAGE, templates))}
    for source in load_sources(templates / "guides"):
        domains[source.guide.id] = list(guide_sentences(source))
    for domain, sentences in domains.items():
        for code in LANGUAGES:
            if code != SOURCE:
                path = locales / code / "LC_MESSAGES" / f"{domain}.po"
                waiting = update_catalogue(
                    path, code, sentences, templates.parent, of_guide=domain != INTERFACE
                )
                Console(soft_wrap=True).print(f"{path}: {waiting} texts wait for words")


def guide_sentences(source: Source) -> Iterator[Sentence]:
    for said in words(source.guide):
        where = source.document.where(said.place)
        yield Sentence(Path(source.document.path), int(where.rpartition(":")[2]), said.text)
