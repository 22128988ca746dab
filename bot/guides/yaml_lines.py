"""YAML that remembers where everything stands, so that a mistake is told with file and line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from bot.errors import ContentError

Place = tuple[str | int, ...]
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    path: Path
    data: dict[str, Any]
    lines: dict[Place, int]

    def where(self, place: Place) -> str:
        """`file:line` of a place (keys and indexes from the top), or of the nearest one above."""
        while place and place not in self.lines:
            place = place[:-1]
        return f"{self.path}:{self.lines.get(place, 1)}"

    def complaints(self, error: ValidationError, within: Place = ()) -> list[str]:
        """A line for each of pydantic's complaints: file, line, place and reason."""
        return [
            f"{self.where((*within, *problem['loc']))}: "
            f"{'.'.join(map(str, (*within, *problem['loc'])))}: {problem['msg']}"
            for problem in error.errors()
        ]


def read_yaml(path: Path) -> Document:
    """Reads a YAML mapping; raises ContentError when it is none or a key stands in it twice."""
    try:
        loader = Loader(path.read_text(encoding="utf-8"))
        root = loader.get_single_node()
        data = loader.construct_document(root) if root is not None else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ContentError([f"{path}:{line}: {error.problem}"]) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ContentError([f"{path}:1: {error}"]) from None
    if not isinstance(data, dict):
        raise ContentError([f"{path}:1: a mapping is expected at the top"])
    lines: dict[Place, int] = {}
    twice = list(_note_lines(root, (), lines))
    if twice:
        raise ContentError([f"{path}:{line}: {key} is there twice" for key, line in twice])
    return Document(path, data, lines)


def _note_lines(
    node: yaml.Node, place: Place, lines: dict[Place, int]
) -> Iterator[tuple[str, int]]:
    """Fills in `lines` and gives the keys that stand twice, of which YAML keeps the last."""
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            child = (*place, key.value)
            line = key.start_mark.line + 1
            if child in lines:
                yield key.value, line
            lines[child] = line
            yield from _note_lines(value, child, lines)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _note_lines(value, (*place, index), lines)
