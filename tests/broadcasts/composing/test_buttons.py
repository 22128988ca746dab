"""Typed buttons: a label and where it leads."""

import pytest
from sqlalchemy import Connection

from bot.broadcasts.composing.buttons import Refused, read_button
from tests.broadcasts.composing.composer import Targets


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Stop it\nopt_out", "guide", "opt_out"),
        ("Read it\n17", "story", "17"),
        ("Read it\n\n#17 ", "story", "17"),
        ("More\nhttps://example.org/a?b=c", "link", "https://example.org/a?b=c"),
    ],
)
def test_a_label_and_a_target(connection: Connection, text: str, kind: str, value: str) -> None:
    assert read_button(connection, text, Targets()) == (
        text.split("\n", maxsplit=1)[0],
        kind,
        value,
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("alone", "shape"),
        ("one\ntwo\nthree", "shape"),
        (f"{'x' * 31}\nopt_out", "label"),
        ("Read\n18", "story"),
        ("Go\nnowhere", "guide"),
        ("Go\nhttp://example.org", "link"),
        ("Go\njavascript:alert(1)", "link"),
        ("Go\ntg://resolve?domain=x", "link"),
        ("Go\nhttps://", "link"),
        ("Go\nhttps://localhost", "link"),
        ("Go\nhttps://user@example.org", "link"),
        ("Go\nhttps://example.org:99999999", "link"),
        ("Go\nhttps://[::1", "link"),
    ],
)
def test_what_is_no_button_is_told_why(connection: Connection, text: str, why: str) -> None:
    assert read_button(connection, text, Targets()) == Refused(why)
