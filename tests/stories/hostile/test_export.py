"""Published hostile text in the exports and on the picture: what other programs read is data."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from xml.etree import ElementTree as ET

import pytest
from sqlalchemy import Connection

from bot.shipped import templates_folder
from bot.stories import store as submissions
from bot.stories.export.command import Format, export_stories
from bot.stories.model import Body, Kind, State, StoryState
from bot.stories.reading.sharing import card_data
from bot.stories.reading.store import Story
from bot.texts.documents import picture
from tests.stories.hostile.desk import raw
from tests.stories.hostile.payloads import MARKUP, NAMES, UNSEEN, stories
from tests.stories.newsroom import Newsroom
from tests.stories.publishing.kiosk import languages

ATOM = "{http://www.w3.org/2005/Atom}"
TODAY = date(2026, 11, 22)
LARGEST = 10_000  # Telegram: the sides of a picture are at most 10,000 together


async def published(room: Newsroom) -> list[Body]:
    """Not even cleaned: an export must not rely on what was before it."""
    told = [*stories().values(), *UNSEEN, *(name * 9 for name in NAMES)]
    texts = [text.encode(errors="replace").decode() for text in told]
    some = [raw(text, place=place) for place, text in enumerate(texts)]
    some = [
        replace(one, state=State.WAITING, body=replace(one.body, text=text, company=NAMES[9]))
        for one, text in zip(some, texts, strict=True)
    ]
    note = raw("\n".join(MARKUP), Kind.COMMENT, 1)
    publisher = room.bot.features.stories._publisher

    def unit(connection: Connection) -> None:
        for one in (*some, note):
            assert submissions.add(connection, one, one.key.encode() * 2, Random(1))
        for one in some:
            publisher.publish(connection, one, TODAY)
        publisher.publish_note(connection, note, TODAY)

    await room.bot.database.writer.run(unit)
    return [one.body for one in some]


def exported(room: Newsroom, form: Format, folder: Path) -> bytes:
    output = folder / f"stories.{form}"
    export_stories(room.settings, form, output)
    return output.read_bytes()


async def test_json_lines(room: Newsroom, tmp_path: Path) -> None:
    bodies = await published(room)
    lines = exported(room, "jsonl", tmp_path).decode().split("\n")
    assert lines.pop() == ""
    read = [json.loads(line) for line in lines]
    assert [one["text"] for one in read] == [body.text for body in bodies]
    assert [tuple(one["tags"]) for one in read] == [body.tags for body in bodies]
    assert read[0]["comments"][0]["text"].startswith("<b>bold</b>")


async def test_atom(room: Newsroom, tmp_path: Path) -> None:
    bodies = await published(room)
    feed = ET.fromstring(exported(room, "atom", tmp_path))
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == len(bodies)
    for entry, body in zip(entries, bodies, strict=True):
        content = entry.find(f"{ATOM}content")
        assert content is not None
        assert (content.get("type"), len(content)) == ("text", 0)
        assert printable(content.text or "") == printable(body.text)
        terms = [category.get("term") for category in entry.findall(f"{ATOM}category")]
        assert terms[2:] == list(body.tags)


@pytest.mark.parametrize("name", list(stories()))
def test_the_picture(name: str) -> None:
    """Markup of typst is text there, no file is read, and Telegram takes the size."""
    body = raw(stories()[name], place=len(name)).body
    story = Story(1, "en", "customer", "telecom", StoryState.OPEN, TODAY, 0, 0, 0, None, body.text)
    story = replace(story, nickname=body.nickname, company=body.company, tags=body.tags)
    data = card_data(story, languages()["en"], "https://t.me/galateo_playground_bot?start=story_1")
    made = picture(templates_folder() / "documents" / "story.typ", data)
    width, height = (int.from_bytes(made[at : at + 4], "big") for at in (16, 20))
    assert made.startswith(b"\x89PNG")
    assert width + height <= LARGEST
    assert max(width, height) <= 20 * min(width, height)


def printable(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable())
