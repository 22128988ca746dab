"""An editor saves a file while the playground runs."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.editing.reloading import Reloaded, Reloader
from bot.playground.person import Person
from bot.playground.server import Playground
from tests.editing.workshop import Workshop, replace
from tests.world import Clock, running, settings_for

PAUSE = 0.02


@dataclass
class Bench:
    """A running playground with somebody in front of the small guide's first question."""

    playground: Playground
    person: Person
    workshop: Workshop
    told: "asyncio.Queue[Reloaded]"

    async def news(self) -> Reloaded:
        return await asyncio.wait_for(self.told.get(), 20)

    async def notice(self) -> Any:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"{self.playground.url}/notices") as answer,
        ):
            return (await answer.json())["notice"]


@pytest.fixture
async def bench(playground: Playground, workshop: Workshop, tmp_path: Path) -> AsyncIterator[Bench]:
    settings = settings_for(
        playground,
        tmp_path / "data",
        templates_dir=workshop.templates,
        locales_dir=workshop.locales,
    )
    told: asyncio.Queue[Reloaded] = asyncio.Queue()

    def tell(reloaded: Reloaded) -> None:
        playground.notices.tell(reloaded.level, reloaded.title, reloaded.lines)
        told.put_nowait(reloaded)

    async with running(settings, Clock()) as bot:
        reloader = Reloader(settings, bot.serve_from, tell, pause=PAUSE)
        await reloader.begin()
        watching = asyncio.create_task(reloader.run())
        person = await reader(playground, "en")
        yield Bench(playground, person, workshop, told)
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching


async def reader(playground: Playground, language: str) -> Person:
    """Somebody in Italy, in front of the small guide's first question."""
    person = playground.person(language=language)
    await person.send("/start")
    await person.press_data("settings:country:IT")
    await person.send("/start small")
    return person


async def test_a_changed_guide_is_served_from_the_next_press_on(bench: Bench) -> None:
    replace(bench.workshop.guide, "I have asked", "It is asked")
    news = await bench.news()
    assert news.level == "waiting", news
    await bench.person.press("No")
    bench.person.sees_button("It is asked")


async def test_what_is_not_translated_yet_is_told_and_read_in_english(bench: Bench) -> None:
    replace(bench.workshop.guide, "I have asked", "It is asked")
    news = await bench.news()
    assert [line for line in news.lines if "it" in line.split()] == [
        "small: no it translation of “It is asked”"
    ]
    replace(bench.workshop.catalogue("it"), 'msgid "I have asked"', 'msgid "It is asked"')
    replace(bench.workshop.catalogue("pl"), 'msgid "I have asked"', 'msgid "It is asked"')
    while (await bench.news()).level == "waiting":
        continue
    italian = await reader(bench.playground, "it")
    await italian.press("No")
    italian.sees_button("L'ho chiesto")


async def test_a_broken_guide_is_told_with_file_and_line_and_the_old_one_goes_on(
    bench: Bench,
) -> None:
    replace(bench.workshop.guide, "{asked: yes}}", "{asked: yes}")
    news = await bench.news()
    assert news.level == "broken"
    assert news.lines[0].startswith("templates/guides/small.yaml:")
    assert await bench.notice() == {
        "number": 1, "level": "broken", "title": news.title, "lines": list(news.lines)
    }  # fmt: skip
    await bench.person.press("No")
    bench.person.sees_button("I have asked")
    replace(bench.workshop.guide, "{asked: yes}", "{asked: yes}}")
    assert (await bench.news()).level == "fine"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("to: how_to_ask\n", "to: nowhere\n", "there is no node nowhere"),
        (
            "fact('data_access_reply_months')",
            "fact('no_such_fact')",
            "there is no fact no_such_fact",
        ),
        ("<b>A little patience.</b>", "<b>A little patience.", "<b> is never closed"),
        ("asked: yes", "asked: perhaps", "asked has no choice perhaps"),
    ],
)
async def test_what_would_fail_in_front_of_a_person_is_not_served(
    bench: Bench, old: str, new: str, told: str
) -> None:
    replace(bench.workshop.guide, old, new)
    news = await bench.news()
    assert news.level == "broken"
    assert any(told in line for line in news.lines), news


async def test_a_message_template_is_served_anew(bench: Bench) -> None:
    bench.workshop.templates.joinpath("messages", "help.j2").write_text("Help yourself.")
    assert (await bench.news()).level == "fine"
    await bench.person.send("/help")
    bench.person.sees("Help yourself.")


async def test_a_broken_message_template_changes_nothing(bench: Bench) -> None:
    bench.workshop.templates.joinpath("messages", "help.j2").write_text("One\n{% if %}")
    news = await bench.news()
    assert news.level == "broken"
    assert news.lines[0].startswith("templates/messages/help.j2:2: ")
    await bench.person.send("/help")
    bench.person.sees_no("One")


async def test_a_changed_fact_is_shown(bench: Bench) -> None:
    facts = bench.workshop.templates / "facts" / "eu.yaml"
    months = "id: data_access_reply_months\n  topic: prepare\n  sector: any\n  value: "
    replace(facts, f"{months}1", f"{months}7")
    assert (await bench.news()).level == "fine"
    await bench.person.press("No")
    bench.person.sees("7 months")


async def test_a_broken_fact_and_a_broken_translation_are_told_together(bench: Bench) -> None:
    replace(bench.workshop.templates / "facts" / "eu.yaml", "unit: months", "unit: moons")
    with bench.workshop.catalogue("pl").open("a") as file:
        file.write('\nmsgid "half\n')
    news = await bench.news()
    if len({line.split(":")[0] for line in news.lines}) == 1:  # seen between the two
        news = await bench.news()
    assert {line.split(":")[0] for line in news.lines} == {
        "templates/facts/eu.yaml", "locales/pl/LC_MESSAGES/small.po"
    }  # fmt: skip


async def test_a_new_guide_is_in_the_menu(bench: Bench) -> None:
    text = bench.workshop.guide.read_text().replace("id: small", "id: other")
    bench.workshop.guide.with_name("other.yaml").write_text(
        text.replace("What they know about me", "Another guide")
    )
    news = await bench.news()
    assert news.level == "waiting", news
    await bench.person.send("/menu")
    bench.person.sees_button("Another guide")


async def test_the_page_of_everybody_gets_the_notice_as_an_event(bench: Bench) -> None:
    url = f"{bench.playground.url}/people/{bench.person.id}/events"
    async with aiohttp.ClientSession() as session:
        bench.playground.notices.tell("broken", "This is broken", ["file:1: why"])
        async with session.get(url, params={"after": "0", "timeout": "5"}) as answer:
            events = (await answer.json())["events"]
    notices = [event["notice"] for event in events if event["kind"] == "notice"]
    assert notices == [
        {"number": 1, "level": "broken", "title": "This is broken", "lines": ["file:1: why"]}
    ]
