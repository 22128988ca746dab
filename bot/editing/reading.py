"""Which screens are hardest to read, in each language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.editing.plain import plain
from bot.editing.written import Written
from bot.guides.check import Walks
from bot.guides.check.parts import blocks, node_place
from bot.guides.conditions import holds
from bot.guides.loader import Source
from bot.guides.readability import INDEXES
from bot.texts.catalogue import SOURCE

SHOWN = 10
FEWEST_WORDS = 12  # below, an index says little
VALUE = "ten"  # stands for what a function fills in


@dataclass(frozen=True)
class HardScreen:
    """`value` is that of the language's index; `where` is `file:line`."""

    value: float
    where: str
    guide: str
    node: str


def hardest(written: Written, walks: Walks) -> Mapping[str, list[HardScreen]]:
    """The hardest first; of a node only the hardest form that some answers and country give it."""
    forms = {source.guide.id: list(_forms(source, walks)) for source in written.sources}
    return {language: _hardest_in(language, written, forms) for language in INDEXES}


def _hardest_in(
    language: str, written: Written, forms: Mapping[str, list[tuple[str, tuple[str, ...]]]]
) -> list[HardScreen]:
    index = INDEXES[language]
    found: dict[tuple[str, str], HardScreen] = {}
    for source in written.sources:
        guide_id = source.guide.id
        for node_id, texts in forms[guide_id]:
            said = [_said(written, language, guide_id, text) for text in texts]
            text = "\n".join(filter(None, said))
            if len(text.split()) < FEWEST_WORDS:
                continue
            where = source.document.where(node_place(source.guide, node_id))
            screen = HardScreen(index.measure(text), where, guide_id, node_id)
            known = found.get((guide_id, node_id))
            if known is None or index.harder(screen.value) > index.harder(known.value):
                found[guide_id, node_id] = screen
    ordered = sorted(found.values(), key=lambda one: index.harder(one.value), reverse=True)
    return ordered[:SHOWN]


def _said(written: Written, language: str, domain: str, message: str) -> str:
    found = message if language == SOURCE else written.find(language, domain, message)
    return plain(found, VALUE) if found else ""


def _forms(source: Source, walks: Walks) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each node with the texts that it can show together."""
    guide, seen = source.guide, set()
    for walk in walks.of(guide).values():
        for path in walk.visits.values():
            texts = tuple(
                block.text
                for _, block in blocks(guide, path.end)
                if holds(block.when, path.answers, walk.context)
            )
            if (path.end, texts) not in seen:
                seen.add((path.end, texts))
                yield path.end, texts
