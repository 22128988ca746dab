"""Stories with what must be masked and what must stay marked in their text.

Stories stand between lines of `---`. ⟦kind|datum⟧ is personal, ⟪phrase⟫ must stay readable.
"""

import re
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
MARKS = "⟦⟧⟪⟫"
MARKED = re.compile(
    rf"⟦(?P<kind>[a-z_]+)\|(?P<datum>[^{MARKS}]+)⟧|⟪(?P<phrase>[^{MARKS}]+)⟫",
)


@dataclass(frozen=True)
class Stretch:
    """Code points of the raw text; `kind` is empty for a phrase that must stay."""

    start: int
    end: int
    kind: str = ""


@dataclass(frozen=True)
class MarkedStory:
    raw: str
    personal: tuple[Stretch, ...]
    kept: tuple[Stretch, ...]


def stories_of(name: str) -> tuple[MarkedStory, ...]:
    """All stories of a file of the corpus, such as `pl.seen`. ValueError at a broken mark."""
    text = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(parsed(story.strip()) for story in re.split(r"(?m)^---$", text) if story.strip())


def parsed(marked: str) -> MarkedStory:
    """The story without marks and where they were. ValueError when a mark is left over."""
    raw, after = "", 0
    personal: list[Stretch] = []
    kept: list[Stretch] = []
    for mark in MARKED.finditer(marked):
        raw += marked[after : mark.start()]
        content = mark["datum"] or mark["phrase"]
        stretch = Stretch(len(raw), len(raw) + len(content), mark["kind"] or "")
        (personal if stretch.kind else kept).append(stretch)
        raw, after = raw + content, mark.end()
    raw += marked[after:]
    broken = re.search(f"[{MARKS}]", raw)
    if broken:
        raise ValueError(f"a mark that does not close: …{raw[max(0, broken.start() - 20) :][:60]}…")
    return MarkedStory(raw, tuple(personal), tuple(kept))
