"""What a walk depends on besides the guide and the answers."""

from dataclasses import dataclass
from datetime import date

from bot.guides.coach import Listener, hears_nothing
from bot.guides.facts import Facts


@dataclass(frozen=True)
class Context:
    """`country` is None until it was asked; `today` is the date in the person's time zone.

    `coach` listens in the person's language.
    """

    country: str | None
    today: date
    facts: Facts
    coach: Listener = hears_nothing


class CountryNeededError(Exception):
    """The guide comes to something that depends on the country, and it is not known yet."""
