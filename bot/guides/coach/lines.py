"""The coach for other programs: JSON lines in, JSON lines out, in the same order."""

import json
from typing import TextIO

from bot.guides.coach.coach import Coach

OK = "ok"


def coach_lines(coach: Coach, reader: TextIO, writer: TextIO, language: str) -> int:
    """`{"text": …}` in, `{"problems": […]}` out, `["ok"]` where there is none; how many were wrong.

    A wrong line gets `{"error": …, "line": number}` in its place; an empty one is passed over.
    """
    wrong = 0
    for number, line in enumerate(reader, start=1):
        if not line.strip():
            continue
        answer = _answer(coach, line, language)
        if "error" in answer:
            answer, wrong = {**answer, "line": number}, wrong + 1
        writer.write(json.dumps(answer, ensure_ascii=False) + "\n")
        writer.flush()
    return wrong


def _answer(coach: Coach, line: str, language: str) -> dict[str, object]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return {"error": "no JSON"}
    text = asked.get("text") if isinstance(asked, dict) else None
    if not isinstance(text, str):
        return {"error": 'a line is {"text": "…"}'}
    return {"problems": coach.problems(text, language) or [OK]}
