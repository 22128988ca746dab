"""Stories as JSON Lines: one object a line, in UTF-8."""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from bot.stories.export.store import Exported
from bot.stories.model import GONE

_FIELDS = (
    "number", "state", "language", "teller", "sector", "tags", "company", "nickname", "text",
    "published_on", "score", "votes", "feelings",
)  # fmt: skip


def write_lines(stories: Iterable[Exported], output: TextIO) -> int:
    """How many were written. Of a withdrawn one only its number and state are."""
    count = 0
    for count, story in enumerate(stories, start=1):  # noqa: B007 - the count is the result
        output.write(json.dumps(as_json(story), ensure_ascii=False, default=str) + "\n")
    return count


def as_json(exported: Exported) -> dict[str, Any]:
    story = exported.story
    if story["state"] in GONE:
        return {"number": story["number"], "state": story["state"]}
    notes = [
        {name: note[name] for name in ("kind", "nickname", "published_on", "text")}
        for note in exported.notes
    ]
    fields = {name: story[name] for name in _FIELDS}
    return {**fields, "comments": notes, "continues": story["continues"]}
