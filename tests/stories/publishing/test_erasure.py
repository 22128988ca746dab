"""A withdrawn story is nowhere in the bytes of the database any more."""

import shutil
import string
import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from bot.storage import wiping
from bot.storage.engine import open_engine
from bot.storage.migrate import migrate
from bot.storage.wiping import empty_log
from bot.stories.model import Body, Kind, Line, Submission
from bot.stories.publishing.publisher import Publisher
from tests.stories.publishing.kiosk import TODAY, send, submission
from tests.stories.publishing.test_publisher import Silent

# Made of letters that make no word of the schema, and long enough to be nowhere by chance.
WORD = st.text("qxzjkwv", min_size=12, max_size=20)
HEAD = 10


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as it is at the first start."""
    path = tmp_path_factory.mktemp("empty") / "bot.db"
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    return path


def stories(words: list[str]) -> tuple[Submission, Submission, Submission]:
    """A story, a comment on it that is let through, a reply that waits."""
    said, tag, nickname, company, comment, reply, asked = words
    body = Body(said, tags=("funny", tag), nickname=nickname, company=company)
    dialogue = (Line(by_author=True, text=asked),)
    return (
        submission(body=body, dialogue=dialogue),
        submission(kind=Kind.COMMENT, body=Body(comment, nickname=nickname)),
        submission(kind=Kind.REPLY, body=Body(reply, company=company), dialogue=dialogue),
    )


def withdrawn(connection: Connection, one: tuple[Submission, Submission, Submission]) -> None:
    """Published, commented, withdrawn; each in a transaction of its own."""
    publisher = Publisher(Random(1), Silent())
    story, comment, reply = one
    send(connection, story)
    connection.commit()
    assert publisher.publish(connection, story, TODAY) == 1
    connection.commit()
    for note in (comment, reply):
        send(connection, submission(**{**vars(note), "about": 1}))
    connection.commit()
    assert publisher.publish_note(connection, submission(**{**vars(comment), "about": 1}), TODAY)
    connection.commit()
    publisher.withdraw(connection, 1, TODAY)
    connection.commit()
    assert empty_log(connection)


def bytes_after(
    empty: Path, one: tuple[Submission, Submission, Submission], *pragmas: str
) -> bytes:
    """Of every file beside the database, while it is open and after it is closed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(empty, folder))
        engine = open_engine(f"sqlite:///{path}")
        with engine.connect() as connection:
            for pragma in pragmas:
                connection.execute(text(pragma))
                connection.commit()
            withdrawn(connection, one)
            found = _read(path.parent)
        engine.dispose()
        return found + _read(path.parent)


def _read(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


@settings(max_examples=30)
@given(st.lists(WORD, min_size=7, max_size=7, unique=True), st.integers(1, 400))
def test_no_word_of_it_is_left(empty: Path, words: list[str], times: int) -> None:
    said = " ".join([words[0], *(f"{words[0]}{letter}" for letter in string.ascii_letters)])
    left = bytes_after(empty, stories([" ".join([said] * (times // 40 + 1)), *words[1:]]))
    assert [word for word in words if word[:HEAD].encode() in left] == []


def test_words_with_accents_go_too(empty: Path) -> None:
    words = ["zażółć gęślą jaźń", "kolęda", "Zośka", "Łódź S.A.", "ćmąż", "źdźbłoński", "hęhęhę"]
    left = bytes_after(empty, stories(words))
    spellings = [
        spelling
        for word in words
        for spelling in (word.encode(), word.encode("unicode_escape"), word.casefold().encode())
    ]
    assert [spelling for spelling in spellings if spelling in left] == []


def test_without_overwriting_they_would_stay(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiping, "SMALL_PAGES", 0)  # a file written anew has nothing old in it
    words = [sign * 3 + "qxzjkwv" * 2 for sign in "abcdefg"]
    left = bytes_after(empty, stories(words), "PRAGMA secure_delete=OFF")
    assert [word for word in words if word[:HEAD].encode() in left] != []
