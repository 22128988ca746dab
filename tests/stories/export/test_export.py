"""The export: every story on a line, a feed that readers take, nothing of who told."""

import errno
import json
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from sqlalchemy import Connection, update
from sqlalchemy.exc import OperationalError
from typer.testing import CliRunner

from bot.cli.story_export import app
from bot.errors import GalateoError
from bot.settings import Settings, load_settings
from bot.storage.engine import open_engine
from bot.storage.migrate import migrate
from bot.storage.reading import reading
from bot.storage.story_tables import comments
from bot.stories.export import write_atom, write_lines
from bot.stories.export.command import export_stories
from bot.stories.export.store import AT_ONCE, all_stories
from bot.stories.model import StoryState
from tests.stories.reading.library import put, say

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = '</content><script>&amp; "x" ]]> \x0b\u202e😀'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bot-1000.db"


@pytest.fixture
def writer(path: Path) -> Iterator[Connection]:
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    with engine.connect() as connection:
        put(
            connection,
            1,
            text=HOSTILE,
            tags=["refund", "own <b>"],
            company="A & B",
            score=2,
            votes=4,
        )
        put(connection, 2, state=StoryState.WITHDRAWN)
        put(connection, 3, language="pl", state=StoryState.ARCHIVED, continues=1,
            feelings={"calm": 2}, nickname="Zyzzyva")  # fmt: skip
        say(connection, 3, "We are sorry.", "reply", by="Acme")
        say(connection, 3, "So am I.")
        connection.commit()
        yield connection
    engine.dispose()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(_env_file=None, bot_token="1000:test-token", data_dir=tmp_path)


@pytest.mark.usefixtures("writer")
def test_every_story_is_a_line_and_a_withdrawn_one_a_number(path: Path) -> None:
    output = StringIO()
    with reading(f"sqlite:///{path}") as connection:
        assert write_lines(all_stories(connection), output) == 3
    one, two, three = map(json.loads, output.getvalue().splitlines())
    assert one == {
        "number": 1, "state": "open", "language": "en", "teller": "customer", "sector": "telecom",
        "tags": ["refund", "own <b>"], "company": "A & B", "nickname": "", "text": HOSTILE,
        "published_on": "2026-11-22", "score": 2, "votes": 4, "feelings": {}, "comments": [],
        "continues": None,
    }  # fmt: skip
    assert two == {"number": 2, "state": "withdrawn"}
    assert three["continues"] == 1
    assert three["feelings"] == {"calm": 2}
    assert [(note["kind"], note["text"]) for note in three["comments"]] == [
        ("reply", "We are sorry."),
        ("comment", "So am I."),
    ]
    assert "receipt" not in output.getvalue()


@pytest.mark.usefixtures("writer")
def test_the_feed_has_what_the_standard_asks_for(path: Path) -> None:
    output = StringIO()
    with reading(f"sqlite:///{path}") as connection:
        count = write_atom(all_stories(connection), output, bot="1000", newest=date(2026, 11, 22))
    assert count == 2
    feed = ET.fromstring(output.getvalue())
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for one in (feed, *entries):
        for name in ("id", "title", "updated", "author"):
            assert len(one.findall(f"{ATOM}{name}")) == 1
        assert one.findtext(f"{ATOM}author/{ATOM}name") == "anonymous"
        assert one.findtext(f"{ATOM}updated") == "2026-11-22T00:00:00Z"
    ids = [one.findtext(f"{ATOM}id") for one in (feed, *entries)]
    assert ids == ["urn:galateo:1000:stories", *(f"urn:galateo:1000:stories:{n}" for n in (1, 3))]
    content = entries[0].find(f"{ATOM}content")
    assert content is not None
    assert content.attrib == {"type": "text"}
    assert content.text == HOSTILE.replace("\x0b", "")
    terms = [one.get("term") for one in entries[0].findall(f"{ATOM}category")]
    assert terms == ["customer", "telecom", "refund", "own <b>"]
    assert entries[1].get("{http://www.w3.org/XML/1998/namespace}lang") == "pl"


def test_the_feed_is_as_new_as_its_newest_entry(
    writer: Connection, settings: Settings, tmp_path: Path
) -> None:
    tomorrow = (
        update(comments).where(comments.c.position == 2).values(published_on=date(2026, 11, 23))
    )
    writer.execute(tomorrow)
    writer.commit()
    export_stories(settings, "atom", tmp_path / "out")
    feed = ET.parse(tmp_path / "out").getroot()
    days = [one.findtext(f"{ATOM}updated") for one in (feed, *feed.findall(f"{ATOM}entry"))]
    assert days == [f"2026-11-{day}T00:00:00Z" for day in (23, 22, 23)]


def test_many_stories_come_in_order_each_once(writer: Connection, path: Path) -> None:
    last = 2 * AT_ONCE + 7
    for number in range(4, last + 1):
        put(writer, number)
    writer.commit()
    with reading(f"sqlite:///{path}") as connection:
        numbers = [one.story["number"] for one in all_stories(connection)]
    assert numbers == list(range(1, last + 1))


@pytest.mark.usefixtures("writer")
def test_it_reads_while_the_bot_writes_and_cannot_write(writer: Connection, path: Path) -> None:
    put(writer, 9)  # not committed yet: the writer holds the lock
    with reading(f"sqlite:///{path}") as connection:
        assert len(list(all_stories(connection))) == 3
        with pytest.raises(OperationalError):
            put(connection, 10)


@pytest.mark.usefixtures("writer")
@pytest.mark.parametrize("form", ["jsonl", "atom"])
def test_the_command_writes_a_file(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr("bot.cli.story_export.load_settings", lambda: settings)
    file = tmp_path / "out"
    result = CliRunner().invoke(app, ["export", "--format", form, "--output", str(file)])
    assert result.exit_code == 0, result.output
    assert HOSTILE[-1] in file.read_text("utf-8")


def test_without_a_database_it_says_what_is_missing(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(GalateoError, match="There is no database"):
        export_stories(settings, "jsonl", None)
    with pytest.raises(GalateoError, match="BOT_TOKEN"):
        export_stories(load_settings(_env_file=None, data_dir=tmp_path), "jsonl", None)


@pytest.mark.usefixtures("writer")
def test_a_file_that_cannot_be_written_is_named(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(GalateoError, match="nowhere"):
        export_stories(settings, "jsonl", tmp_path / "nowhere" / "out")


class Closed(StringIO):
    """A pipe that nobody reads any more."""

    def write(self, _: str) -> int:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")


@pytest.mark.usefixtures("writer")
def test_a_closed_pipe_is_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", Closed())
    with pytest.raises(GalateoError, match="The output cannot be written: Broken pipe"):
        export_stories(settings, "jsonl", None)
