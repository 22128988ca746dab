"""What a block needs to be shown: facts of the country, answers given, letters in its language."""

from collections.abc import Iterator, Mapping
from datetime import date

from bot.guides.check.problem import Level
from bot.guides.facts import STALE_AFTER_DAYS, Fact, Facts, is_period
from bot.guides.functions import LETTER_LANGUAGE
from bot.guides.model import Block, Country
from bot.guides.walk import Path
from bot.guides.words import FUNCTIONS, calls, facts_used, letters_used
from bot.texts.language import LANGUAGES

Letters = Mapping[tuple[str, str], str]
"""The template of each letter by name and language."""


class Needs:
    def __init__(self, facts: Facts, letters: Letters, today: date) -> None:
        self._facts, self._letters, self._today = facts, letters, today

    def missing(self, block: Block, path: Path, country: Country) -> Iterator[tuple[str, Level]]:
        """Sentences on what would fail on this screen, and warnings on facts that are shaky."""
        for fact_id in sorted({*block.facts, *facts_used(block.text)}):
            yield from self._about(fact_id, country)
        yield from self._deadlines(block.text, path, country)
        for name in sorted(letters_used(block.text)):
            yield from self._about_letter(name, path, country)

    def _about(self, fact_id: str, country: Country) -> Iterator[tuple[str, Level]]:
        fact = self._facts.find(country, fact_id)
        if fact is None:
            yield f"there is no fact {fact_id}", "error"
        elif fact.is_shaky(self._today):
            yield f"fact {fact.key} {_weakness(fact, self._today)}", "warning"

    def _deadlines(self, text: str, path: Path, country: Country) -> Iterator[tuple[str, Level]]:
        for call in sorted(calls(text), key=str):
            if call.function != "deadline" or len(call.arguments) != FUNCTIONS["deadline"]:
                continue
            question_id, fact_id = call.arguments
            if path.answers.get(question_id) is None:
                yield f"{call} where {question_id} is not answered", "error"
            fact = self._facts.find(country, fact_id)
            if fact is not None and not is_period(fact):
                yield f"{call} with a fact that is no period of whole days or months", "error"

    def _about_letter(self, name: str, path: Path, country: Country) -> Iterator[tuple[str, Level]]:
        own = LETTER_LANGUAGE.get(country)
        for language in (own,) if own else LANGUAGES:
            text = self._letters.get((name, language))
            if text is None:
                continue
            for fact_id in sorted(facts_used(text)):
                for sentence, level in self._about(fact_id, country):
                    yield f"letter {name}.{language}: {sentence}", level
            for sentence, level in self._deadlines(text, path, country):
                yield f"letter {name}.{language}: {sentence}", level


def _weakness(fact: Fact, today: date) -> str:
    if (today - fact.month).days > STALE_AFTER_DAYS:
        return f"was last confirmed in {fact.confirmed}"
    return "is of low confidence"
