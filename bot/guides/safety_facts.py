"""The safety facts of a country, as a reader sees them."""

from bot.guides.facts import Facts
from bot.guides.shown import shown_value
from bot.texts.language import Language

TOPIC = "safety"


def safety_lines(facts: Facts, country: str | None, language: Language) -> dict[str, str]:
    """Shown values by fact id; where the country is not known those of all, by `IT.<fact id>`.

    A line that nobody confirmed well enough is left out: a number that does not answer is worse
    than none.
    """
    return {
        fact.id if country else fact.key: shown_value(fact, language)
        for fact in facts
        if fact.topic == TOPIC and country in {None, fact.country} and fact.confidence != "low"
    }
