"""The same boxes and lines as Mermaid text, which code hosts and many editors draw."""

from collections.abc import Iterator, Sequence

from bot.editing.drawing.graph import Box, Kind

SHAPES: dict[Kind, tuple[str, str]] = {
    "question": ("[", "]"),
    "outcome": ("([", "])"),
    "guide": ("[", "]"),
    "missing": ("[", "]"),
}
CLASSES = (
    "classDef question fill:#e3f1ec,stroke:#0a6656,color:#17211d",
    "classDef outcome fill:#fff3d6,stroke:#a5690a,color:#17211d",
    "classDef guide fill:#ffffff,stroke:#5b6b64,stroke-dasharray:5 4,color:#17211d",
    "classDef missing fill:#fde4e1,stroke:#b3261e,stroke-dasharray:5 4,color:#17211d",
)
LONGEST = 90


def mermaid(title: str, boxes: Sequence[Box]) -> str:
    """Ways on without a line of their own are listed in their box."""
    return "\n".join(["---", f"title: {_yaml(title)}", "---", "flowchart LR", *_body(boxes), ""])


def _body(boxes: Sequence[Box]) -> Iterator[str]:
    names = {box.key: f"n{number}" for number, box in enumerate(boxes, 1)}
    for box in boxes:
        opening, closing = SHAPES[box.kind]
        others = [f"→ {row.label}" for row in box.rows if not row.drawn]
        text = "<br/>".join(map(_escaped, (_short(box.text), *others)))
        yield f'  {names[box.key]}{opening}"{text}"{closing}:::{box.kind}'
        for row in box.rows:
            if row.drawn:
                label = f'|"{_escaped(row.label)}"|' if row.label else ""
                yield f"  {names[box.key]} -->{label} {names[row.target]}"
    yield from (f"  {one}" for one in CLASSES)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _escaped(text: str) -> str:
    """Mermaid has its own entities; a backtick would begin Markdown."""
    for sign, name in (("#", "#35;"), ('"', "#quot;"), ("<", "#lt;"), (">", "#gt;"), ("`", "'")):
        text = text.replace(sign, name)
    return text


def _yaml(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
