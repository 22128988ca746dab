"""Guides from files: their version, their order, their mistakes with file and line."""

from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.guides.loader import load_guide, load_guides, load_sources
from bot.guides.yaml_lines import read_yaml

SMALL = """\
id: small
title: Small
icon: 🐜
summary: The smallest of all.
start: end
questions: {}
outcomes:
  end:
    text: Done.
"""


def written(folder: Path, text: str, name: str = "small") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_short_forms_stand_for_long_ones(tmp_path: Path) -> None:
    asked = (
        "questions:\n  q:\n    kind: choice\n    ask: Which?\n    short: Q\n"
        "    choices: {a: A}\n    next: end"
    )
    guide = load_guide(written(tmp_path, SMALL.replace("questions: {}", asked))).guide
    question = guide.questions["q"]
    assert question.ask[0].text == "Which?"
    assert question.choices["a"].label == "A"
    assert question.next[0].to == "end"


def test_the_version_follows_the_content(tmp_path: Path) -> None:
    first = load_guide(written(tmp_path, SMALL)).guide.version
    assert load_guide(written(tmp_path, SMALL)).guide.version == first
    assert load_guide(written(tmp_path, SMALL + "\n# more\n")).guide.version != first


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("start: end", "start: 7", 5, "start"),
        ("title: Small", "title: Small\ncolour: red", 3, "colour"),
        ("    text: Done.", "    text: ''", 9, "outcomes.end.text"),
        ("questions: {}", "questions: {q: {kind: choice}}", 6, "questions.q.ask"),
        ("id: small", "id: other", 1, "the id is other"),
        ("  end:", "  End:", 8, "End"),
        ("summary: The", "summary: 'The", 10, ""),
        (SMALL, "- a list\n", 1, "a mapping is expected"),
        (SMALL, "", 1, "a mapping is expected"),
        ("    text: Done.", "    text: Done.\n    text: Undone.", 10, "text is there twice"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    path = written(tmp_path, SMALL.replace(old, new))
    with pytest.raises(ContentError) as raised:
        load_guide(path)
    assert raised.value.problems[0].startswith(f"{path}:{line}: ")
    assert words in raised.value.problems[0]


def test_no_utf8_is_told_too(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_bytes(b"id: \xff\n")
    with pytest.raises(ContentError, match=r"small\.yaml:1"):
        load_guide(path)


def test_the_mistakes_of_all_files_come_together(tmp_path: Path) -> None:
    for name in ("one", "two"):
        written(tmp_path, SMALL, name)
    written(tmp_path, SMALL)
    with pytest.raises(ContentError) as raised:
        load_sources(tmp_path)
    assert len(raised.value.problems) == 2


def test_guides_come_by_their_id(tmp_path: Path) -> None:
    written(tmp_path, SMALL)
    written(tmp_path, SMALL.replace("id: small", "id: ant"), "ant")
    assert sorted(load_guides(tmp_path)) == ["ant", "small"]


def test_a_place_that_is_not_there_is_told_by_the_nearest_above(tmp_path: Path) -> None:
    path = written(tmp_path, SMALL)
    document = read_yaml(path)
    assert document.where(("outcomes", "end", "text", 3)) == f"{path}:9"
    assert document.where(("nothing", "here")) == f"{path}:1"
