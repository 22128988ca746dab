"""Everything that guides are made of, loaded once: trees, facts, languages, search and coach."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.chat.visit import Visit
from bot.guides.coach import Coach, load_coach
from bot.guides.context import Context
from bot.guides.facts import Facts, load_facts
from bot.guides.loader import load_guides
from bot.guides.model import Guide
from bot.guides.pages import GuidePages
from bot.guides.search import Finder
from bot.texts.language import Language


@dataclass(frozen=True)
class Library:
    guides: Mapping[str, Guide]
    facts: Facts
    languages: Mapping[str, Language]
    finder: Finder
    coach: Coach

    def context(self, visit: Visit) -> Context:
        coach = self.coach.listener(visit.language.code)
        return Context(visit.person.country, visit.today, self.facts, coach)

    def pages(self, visit: Visit) -> GuidePages:
        return GuidePages(self.guides, self.languages, visit.language, self.context(visit))


def load_library(templates: Path, languages: Mapping[str, Language]) -> Library:
    """Raises ContentError with file and line of each mistake in guides, facts or word lists."""
    facts = load_facts(templates / "facts")
    guides = load_guides(templates / "guides")
    finder = Finder(
        guides.values(),
        lambda language, domain, message: languages[language].gettext(message, domain),
    )
    return Library(guides, facts, languages, finder, load_coach(templates / "coach"))
