"""Stories as an Atom feed (RFC 4287), the newest entry last."""

import re
from collections.abc import Iterable
from datetime import date
from typing import TextIO
from xml.etree.ElementTree import Element, SubElement, tostring

from bot.stories.export.store import Exported
from bot.stories.model import GONE

NAMESPACE = "http://www.w3.org/2005/Atom"
AUTHOR = "anonymous"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_atom(stories: Iterable[Exported], output: TextIO, *, bot: str, newest: date) -> int:
    """How many entries were written. `bot` makes the ids unique; `newest` is when the latest story,
    or note under one, was published. Withdrawn stories are left out.
    """
    feed = _feed(bot, newest)
    start, _, end = tostring(feed, encoding="unicode").rpartition("</feed>")
    output.write(f'<?xml version="1.0" encoding="utf-8"?>\n{start}\n')
    count = 0
    for story in stories:
        if story.story["state"] not in GONE:
            output.write(tostring(_entry(story, bot), encoding="unicode") + "\n")
            count += 1
    output.write(f"</feed>{end}\n")
    return count


def _feed(bot: str, newest: date) -> Element:
    feed = Element("feed", {"xmlns": NAMESPACE})
    _add(feed, "id", f"urn:galateo:{bot}:stories")
    _add(feed, "title", "Galateo: stories from both ends of the line")
    _add(feed, "updated", _moment(newest))
    _add(SubElement(feed, "author"), "name", AUTHOR)
    return feed


def _entry(exported: Exported, bot: str) -> Element:
    story = exported.story
    entry = Element("entry", {"xml:lang": story["language"]})
    _add(entry, "id", f"urn:galateo:{bot}:stories:{story['number']}")
    company = f" · {story['company']}" if story["company"] else ""
    _add(entry, "title", f"#{story['number']}{company}")
    _add(entry, "published", _moment(exported.day))
    _add(entry, "updated", _moment(_latest(exported)))
    _add(SubElement(entry, "author"), "name", AUTHOR)
    for term in (story["teller"], story["sector"], *story["tags"]):
        SubElement(entry, "category", {"term": _printable(term)})
    _add(entry, "content", story["text"]).set("type", "text")
    return entry


def _latest(exported: Exported) -> date:
    days: list[date] = [exported.day, *(note["published_on"] for note in exported.notes)]
    return max(days)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: Element, name: str, text: str) -> Element:
    child = SubElement(parent, name)
    child.text = _printable(text)
    return child


def _printable(text: str) -> str:
    """Without what XML cannot hold."""
    return _NOT_XML.sub("", text)
