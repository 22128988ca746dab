"""Whom a broadcast is for."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from bot.chat.people import SUBSCRIPTIONS


@dataclass(frozen=True)
class Audience:
    """Who fits all of it; an empty tuple and None ask for nothing.

    `countries` are those of the settings, "" for people who named none; `active_days` counts back
    from today: 0 is today alone.
    """

    category: str = "news"
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    active_days: int | None = None

    def __post_init__(self) -> None:
        """Raises ValueError for a category that nobody can subscribe to."""
        if self.category not in SUBSCRIPTIONS:
            raise ValueError(f"no such category: {self.category}")

    @property
    def subscription(self) -> int:
        """The bit of `people.subscriptions` that must be set."""
        return SUBSCRIPTIONS[self.category]

    def as_json(self) -> dict[str, Any]:
        return {name: _plain(value) for name, value in asdict(self).items()}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """Raises ValueError or TypeError for what `as_json` never writes."""
        return cls(
            category=kept.get("category", "news"),
            languages=_names(kept.get("languages", ())),
            countries=_names(kept.get("countries", ())),
            roles=_names(kept.get("roles", ())),
            active_days=kept.get("active_days"),
        )


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _names(kept: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kept))
