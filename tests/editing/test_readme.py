"""The editors' page: its example works, and nothing an editor can write is left out."""

import re
from pathlib import Path

import pytest

from bot.editing.written import load_written
from bot.guides.check import check_guides
from bot.guides.conditions import TESTS
from bot.guides.facts import Fact
from bot.guides.loader import load_guide
from bot.guides.model import COUNTRIES, Block, Guide, Outcome, Question, Step
from bot.guides.words import FUNCTIONS
from bot.shipped import PACKAGE, templates_folder
from tests.editing.workshop import Workshop
from tests.guides.strategies import TODAY

PAGE = (templates_folder() / "README.md").read_text(encoding="utf-8")


def test_the_example_has_no_mistake_but_too_few_examples(
    workshop: Workshop, tmp_path: Path
) -> None:
    (example,) = re.findall(r"```yaml\n(id: .*?)```", PAGE, re.DOTALL)
    path = tmp_path / "silence.yaml"
    path.write_text(example, encoding="utf-8")
    written = load_written(workshop.settings())
    problems = check_guides(
        [load_guide(path)],
        written.facts,
        letters=written.letters,
        translate=lambda _language, _domain, message: message,
        today=TODAY,
        guides={"opt_out"},
    )
    assert [one for one in problems if "at least 12 are needed" not in one.sentence] == []


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_every_function_is_explained(name: str) -> None:
    assert f"{name}(" in PAGE


@pytest.mark.parametrize("name", sorted(TESTS))
def test_every_condition_is_explained(name: str) -> None:
    assert f"{{{name}: " in PAGE


@pytest.mark.parametrize(
    "name",
    sorted(
        {
            field
            for model in (Guide, Question, Outcome, Step, Block, Fact)
            for field in model.model_fields
        }
        - {"version", "country", "fact_local"}
    ),
)
def test_every_field_is_named(name: str) -> None:
    assert re.search(rf"\b{name}:|`{name}`", PAGE)


def test_every_country_is_named() -> None:
    assert all(code in PAGE for code in COUNTRIES)


@pytest.mark.parametrize("name", re.findall(r"`(bot/[\w/]+\.py)`", PAGE))
def test_every_file_of_code_it_names_exists(name: str) -> None:
    assert (PACKAGE.parent / name).is_file()
