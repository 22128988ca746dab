"""The coach for other programs: JSON lines in and out."""

import json
from io import StringIO
from typing import Any

from bot.guides.coach import coach_lines, load_coach
from bot.shipped import templates_folder

COACH = load_coach(templates_folder() / "coach")


def coached(lines: str, language: str = "en") -> tuple[int, list[dict[str, Any]]]:
    out = StringIO()
    wrong = coach_lines(COACH, StringIO(lines), out, language)
    return wrong, [json.loads(line) for line in out.getvalue().splitlines()]


def test_an_answer_for_each_line_in_the_same_order() -> None:
    texts = ["Please repair the line.", "You idiot!!!", ""]
    wrong, answers = coached("\n".join(json.dumps({"text": text}) for text in texts))
    assert wrong == 0
    assert answers == [
        {"problems": ["ok"]},
        {"problems": ["insult", "shouting", "no_request"]},
        {"problems": ["no_request"]},
    ]


def test_wrong_lines_are_told_with_their_number() -> None:
    lines = ['{"text": "Proszę o zwrot."}', "", "{", '{"text": 3}', "[]", "[" * 100_000, "null"]
    wrong, answers = coached("\n".join(lines), "pl")
    assert wrong == 5
    assert answers[0] == {"problems": ["ok"]}
    assert [answer["line"] for answer in answers[1:]] == [3, 4, 5, 6, 7]
    assert all("error" in answer for answer in answers[1:])
