"""A new guide: fine as it is, in every language and country, until an editor makes it theirs."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat.screens import Screen
from bot.editing.checking import check_content
from bot.editing.skeleton import new_guide
from bot.errors import GalateoError
from bot.guides.context import Context
from bot.guides.conversation import shown
from bot.guides.library import load_library
from bot.guides.model import COUNTRIES
from bot.guides.pages import GuidePages
from bot.guides.walk import replay
from bot.texts.catalogue import load_catalogues
from bot.texts.language import LANGUAGES, load_languages
from tests.editing.workshop import Workshop, replace
from tests.guides.test_everything import TODAY, _reads_well, _walk


def test_the_skeleton_passes_the_check(
    workshop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_content(workshop.settings()) == 0
    warnings = [line for line in capsys.readouterr().out.splitlines() if "warning:" in line]
    assert all("there is no guide opt_out yet" in line for line in warnings), warnings


def test_every_screen_of_it_reads_well(workshop: Workshop) -> None:
    """As `test_everything` walks what is shipped."""
    catalogues = load_catalogues(workshop.locales)
    library = load_library(workshop.templates, load_languages(catalogues, workshop.templates))
    guide = library.guides["small"]
    for language in LANGUAGES:
        seen: set[str] = set()
        screens: set[Screen] = set()
        for country in COUNTRIES:
            context = Context(country, TODAY, library.facts, library.coach.listener(language))
            pages = GuidePages(
                library.guides, library.languages, library.languages[language], context
            )
            for conversation, screen in _walk(guide, pages, context):
                seen.add(shown(conversation, replay(guide, conversation.answers, context)))
                screens.add(screen)
                _reads_well(guide, conversation, context, screen)
        assert seen >= guide.questions.keys() | guide.outcomes.keys()
        assert len(screens) > len(seen)


def test_its_deadline_is_counted(workshop: Workshop) -> None:
    catalogues = load_catalogues(workshop.locales)
    library = load_library(workshop.templates, load_languages(catalogues, workshop.templates))
    guide = library.guides["small"]
    context = Context("IT", TODAY, library.facts, library.coach.listener("en"))
    answers = {"asked": "yes", "day": TODAY.isoformat()}
    assert replay(guide, answers, context).end == "wait"
    long_ago = {"asked": "yes", "day": (TODAY - timedelta(days=99)).isoformat()}
    assert replay(guide, long_ago, context).end == "no_answer"


def test_it_is_found_by_what_people_say(workshop: Workshop) -> None:
    catalogues = load_catalogues(workshop.locales)
    library = load_library(workshop.templates, load_languages(catalogues, workshop.templates))
    assert library.finder.find("chi mi dice che dati hanno su di me", "it") == ["small"]


def test_nothing_is_overwritten(workshop: Workshop) -> None:
    replace(workshop.guide, "title: What they know", "title: All they know")
    before = workshop.guide.read_text()
    with pytest.raises(GalateoError, match="there already"):
        new_guide(workshop.settings(), "small")
    assert workshop.guide.read_text() == before


def test_a_translation_alone_is_not_overwritten(workshop: Workshop) -> None:
    workshop.catalogue("pl", "other").write_text("mine")
    with pytest.raises(GalateoError, match=r"other\.po"):
        new_guide(workshop.settings(), "other")
    assert not workshop.guide.with_name("other.yaml").exists()


@pytest.mark.parametrize("guide_id", ["Big", "two words", "../up", "9lives", "", "a" * 17])
def test_an_id_that_is_none_is_refused(workshop: Workshop, tmp_path: Path, guide_id: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(GalateoError, match="small letter"):
        new_guide(workshop.settings(), guide_id)
    assert sorted(tmp_path.rglob("*")) == before
