"""The picture of a guide: everything is on it, in the language asked for."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from bot.editing.drawing.conditions import Wording
from bot.editing.drawing.draw import draw, picture
from bot.editing.drawing.graph import boxes_of
from bot.editing.drawing.mermaid import mermaid
from bot.editing.drawing.svg import svg
from bot.errors import GalateoError
from bot.guides.loader import load_guide
from bot.guides.model import Guide
from bot.settings import load_settings
from bot.shipped import locales_folder, templates_folder
from bot.texts.catalogue import load_catalogues
from bot.texts.language import Language, load_languages
from tests.editing.workshop import Workshop, replace
from tests.guides.strategies import guides

SHIPPED = [path.stem for path in sorted((templates_folder() / "guides").glob("*.yaml"))]


@pytest.fixture(scope="module")
def languages() -> dict[str, Language]:
    return dict(load_languages(load_catalogues(locales_folder()), templates_folder()))


def words_in(drawn: bytes | str) -> str:
    return " ".join("".join(part.itertext()) for part in ET.fromstring(drawn))


def labels(workshop: Workshop, language: Language, node: str) -> dict[str, str]:
    return Wording(load_guide(workshop.guide).guide, language).branches(node)


def test_a_branch_is_told_by_the_choices_that_take_it(
    workshop: Workshop, languages: dict[str, Language]
) -> None:
    assert labels(workshop, languages["en"], "asked") == {"day": "Yes", "how_to_ask": "No"}
    assert labels(workshop, languages["it"], "asked") == {"day": "Sì", "how_to_ask": "No"}


def test_a_branch_is_told_by_its_conditions(
    workshop: Workshop, languages: dict[str, Language]
) -> None:
    found = labels(workshop, languages["en"], "day")
    assert found == {
        "wait": "IT, PL, EU; Asked on: the period still runs",
        "no_answer": "otherwise",
    }
    either = "{any: [{country: GB}, {not: {asked: yes}}], day: {given: false}}"
    replace(
        workshop.guide, "{country: [IT, PL, EU], day: {within: data_access_reply_months}}", either
    )
    assert labels(workshop, languages["en"], "day")["wait"] == (
        "GB or not: Asked already: Yes; Asked on: skipped"
    )


def test_the_picture_shows_every_node_and_other_guides(workshop: Workshop) -> None:
    drawn = words_in(picture(workshop.settings(), "small", "en", ".svg"))
    for words in ("asked", "how_to_ask", "no_answer", "opt_out", "I have asked", "not there yet"):
        assert words in drawn


def test_the_picture_speaks_the_language_asked_for(workshop: Workshop) -> None:
    drawn = words_in(picture(workshop.settings(), "small", "pl", ".svg"))
    for words in ("Co o mnie wiedzą", "Już wysłane", "w innym razie", "pytanie"):
        assert words in drawn
    assert "otherwise" not in drawn


def test_what_an_editor_writes_stays_text(workshop: Workshop) -> None:
    replace(workshop.guide, "label: I have asked", 'label: "<script>&\\"`#"')
    assert '<script>&"`#' in words_in(picture(workshop.settings(), "small", "en", ".svg"))
    text = picture(workshop.settings(), "small", "en", ".mmd").decode()
    assert "#lt;script#gt;&#quot;'#35;" in text


def test_a_png_is_a_picture(workshop: Workshop, tmp_path: Path) -> None:
    output = tmp_path / "small.png"
    draw(workshop.settings(), "small", "it", output)
    assert output.read_bytes().startswith(b"\x89PNG")
    assert output.stat().st_size > 20_000


def test_mermaid_has_each_line_of_the_picture(workshop: Workshop) -> None:
    text = picture(workshop.settings(), "small", "en", ".mmd").decode()
    assert text.startswith('---\ntitle: "What they know about me"\n---\nflowchart LR\n')
    assert '-->|"Yes"|' in text
    assert text.count("-->") == 5


@pytest.mark.parametrize(
    ("guide_id", "language", "ending"),
    [("nothing", "en", ".svg"), ("small", "xx", ".svg"), ("small", "en", ".gif")],
)
def test_what_cannot_be_drawn_is_said(
    workshop: Workshop, tmp_path: Path, guide_id: str, language: str, ending: str
) -> None:
    with pytest.raises(GalateoError):
        draw(workshop.settings(), guide_id, language, tmp_path / f"picture{ending}")


@pytest.mark.parametrize("guide_id", SHIPPED)
def test_every_guide_can_be_drawn(guide_id: str) -> None:
    drawn = words_in(picture(load_settings(_env_file=None), guide_id, "it", ".svg"))
    guide = load_guide(templates_folder() / "guides" / f"{guide_id}.yaml").guide
    assert all(f"· {key}" in drawn for key in (*guide.questions, *guide.outcomes))


@given(guide=guides())
@settings(deadline=None, max_examples=60)
def test_any_guide_can_be_drawn(languages: dict[str, Language], guide: Guide) -> None:
    boxes = boxes_of(guide, Wording(guide, languages["en"]), {"random": "Random"})
    assert {box.key for box in boxes} >= guide.questions.keys() | guide.outcomes.keys()
    ET.fromstring(svg("Random", boxes, {"question": "question"}))
    assert mermaid("Random", boxes).count(":::") == len(boxes)
