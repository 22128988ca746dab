"""Redaction for other programs: `galateo redact`."""

import json
from io import StringIO
from typing import Any

from typer.testing import CliRunner

from bot.cli import app
from bot.stories.redaction.lines import redact_lines


def redacted(lines: str, language: str) -> tuple[int, list[dict[str, Any]], list[str]]:
    out, errors = StringIO(), StringIO()
    wrong = redact_lines(StringIO(lines), out, errors, language)
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    return wrong, answers, errors.getvalue().splitlines()


def test_an_answer_for_each_line_in_the_same_order() -> None:
    lines = "\n".join(json.dumps({"text": text}) for text in ("sono Marco", "", "al 333 1234567"))
    wrong, answers, errors = redacted(lines, "it")
    assert (wrong, errors) == (0, [])
    assert [answer["masked_text"] for answer in answers] == ["sono [nome]", "", "al [telefono]"]
    assert answers[0]["found"] == [{"kind": "name", "start": 5, "end": 10}]


def test_wrong_lines_are_told_with_their_number() -> None:
    lines = [
        '{"text": "tak"}',
        "",
        "{",
        '{"text": 3}',
        "[]",
        "[" * 100_000,
        "null",
        '{"text": "a"}',
    ]
    wrong, answers, errors = redacted("\n".join(lines), "pl")
    assert wrong == 5
    assert [answer["masked_text"] for answer in answers] == ["tak", "a"]
    assert [error.partition(":")[0] for error in errors] == [f"line {n}" for n in (3, 4, 5, 6, 7)]


def test_half_a_surrogate_pair_is_written_escaped() -> None:
    out = StringIO()
    redact_lines(StringIO('{"text": "\\ud800 è"}'), out, StringIO(), "it")
    assert out.getvalue().isascii()


def test_the_command_fails_after_a_wrong_line() -> None:
    runner = CliRunner()
    good = runner.invoke(app, ["redact", "--lang", "en"], input='{"text": "I\'m Steve"}\n')
    assert (good.exit_code, json.loads(good.stdout)["masked_text"]) == (0, "I'm [name]")
    bad = runner.invoke(app, ["redact", "--lang", "en"], input="x\n")
    assert (bad.exit_code, bad.stdout) == (1, "")
    assert "line 1" in bad.stderr
