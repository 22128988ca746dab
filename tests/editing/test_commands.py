"""An editor's commands as they are typed, and the playground that they leave open meanwhile."""

import asyncio
import signal
from pathlib import Path

import aiohttp

from tests.editing.workshop import Workshop, replace
from tests.test_cli import galateo


def folders(workshop: Workshop) -> dict[str, str]:
    return {"TEMPLATES_DIR": str(workshop.templates), "LOCALES_DIR": str(workshop.locales)}


async def said(workshop: Workshop, folder: Path, *words: str) -> tuple[int | None, str]:
    """The exit code and what was printed."""
    running = await galateo(folder, *words, **folders(workshop))
    output, errors = await running.communicate()
    return running.returncode, (output + errors).decode()


async def test_a_new_guide_is_made_checked_drawn_and_not_overwritten(
    workshop: Workshop, tmp_path: Path
) -> None:
    code, output = await said(workshop, tmp_path, "new", "guide", "fresh")
    assert (code, "fresh.yaml" in output, "fresh.po" in output) == (0, True, True)
    code, output = await said(workshop, tmp_path, "check")
    assert (code, "\n0 errors" in output) == (0, True)
    code, output = await said(workshop, tmp_path, "draw", "fresh", "--language", "pl")
    assert (code, output) == (0, "fresh.svg\n")
    assert "Co o mnie wiedzą" in tmp_path.joinpath("fresh.svg").read_text()
    code, output = await said(workshop, tmp_path, "new", "guide", "fresh")
    assert (code, output.startswith("there already: ")) == (1, True)


async def test_facts_due_are_listed(workshop: Workshop, tmp_path: Path) -> None:
    code, output = await said(workshop, tmp_path, "facts", "due", "--days", "4000")
    assert code == 0
    assert "shown by: small.no_answer" in output
    assert "facts within 4000 days" in output.splitlines()[-1]


async def test_the_check_names_the_hardest_screens(workshop: Workshop, tmp_path: Path) -> None:
    _, output = await said(workshop, tmp_path, "check")
    for index in ("Flesch reading ease", "Gulpease", "FOG-PL"):
        assert index in output
    lines = output.splitlines()
    start = next(number for number, line in enumerate(lines) if "Flesch" in line) + 1
    values = [float(line.split()[0]) for line in lines[start : start + 4]]
    assert values == sorted(values)


async def test_the_check_tells_mistakes_of_several_files_at_once(
    workshop: Workshop, tmp_path: Path
) -> None:
    replace(workshop.guide, "kind: yes_no", "kind: maybe")
    replace(workshop.templates / "facts" / "eu.yaml", "unit: months", "unit: moons")
    workshop.templates.joinpath("messages", "help.j2").write_text("{% if %}")
    workshop.templates.joinpath("letters", "odd.j2").write_text("Dear")
    code, output = await said(workshop, tmp_path, "check")
    assert code == 1
    for file in ("small.yaml:", "eu.yaml:", "help.j2:1:", "odd.j2:1:"):
        assert file in output


async def test_try_says_on_the_console_and_on_the_page_what_is_broken(
    workshop: Workshop, tmp_path: Path
) -> None:
    running = await galateo(
        tmp_path, "try", "--port", "0", PYTHONUNBUFFERED="1", **folders(workshop)
    )
    address = (await _line(running, "http://")).split("(")[0].split()[-1]
    await _line(running, "served at once")
    replace(workshop.guide, "to: how_to_ask\n", "to: nowhere\n")
    await _line(running, "small.yaml: not served")
    assert "there is no node nowhere" in await _line(running, "templates/guides/small.yaml:")
    async with aiohttp.ClientSession() as session, session.get(f"{address}/notices") as answer:
        assert (await answer.json())["notice"]["level"] == "broken"
    running.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(running.wait(), 10) == 0


async def _line(running: asyncio.subprocess.Process, words: str) -> str:
    """The next line it prints that contains the words."""
    assert running.stdout is not None
    while True:
        line = (await asyncio.wait_for(running.stdout.readline(), 30)).decode()
        assert line, f"it ended before it said {words!r}"
        if words in line:
            return line
