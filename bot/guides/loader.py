"""Guides from their files: parsed, validated, stamped with the hash of their content."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from bot.errors import ContentError
from bot.guides.model import Guide
from bot.guides.yaml_lines import Document, read_yaml


@dataclass(frozen=True)
class Source:
    """A guide and the file it came from, for messages with lines."""

    guide: Guide
    document: Document


def load_guide(path: Path) -> Source:
    """Raises ContentError with file and line of each mistake in its shape."""
    document = read_yaml(path)
    try:
        guide = Guide.model_validate(document.data)
    except ValidationError as error:
        raise ContentError(document.complaints(error)) from None
    if guide.id != path.stem:
        raise ContentError(
            [f"{document.where(('id',))}: the id is {guide.id}, the file {path.name}"]
        )
    version = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    return Source(guide.stamped(version), document)


def load_sources(folder: Path) -> list[Source]:
    """Every guide of the folder, in the order of the menu: by `order`, then by name."""
    sources: list[Source] = []
    problems: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            sources.append(load_guide(path))
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return sorted(sources, key=lambda source: (source.guide.order, source.guide.id))


def load_guides(folder: Path) -> Mapping[str, Guide]:
    return {source.guide.id: source.guide for source in load_sources(folder)}
