"""Who the bot talks to: the little that is kept of a person."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

ZONES = {"IT": "Europe/Rome", "PL": "Europe/Warsaw", "GB": "Europe/London"}
DEFAULT_ZONES = {"it": "Europe/Rome", "pl": "Europe/Warsaw"}
MENU = "menu"
NEWS, DAILY, SERVICE, WEEKLY = 1, 2, 4, 8
"""The bits of `people.subscriptions`."""
SUBSCRIPTIONS = {"news": NEWS, "daily": DAILY, "service": SERVICE, "weekly": WEEKLY}
SUBSCRIBED = NEWS | SERVICE  # as the table has it
QUIET_FROM, QUIET_TO = 21, 9


@dataclass(frozen=True)
class Person:
    """`place` is a code of the screen they are at; `screen_id` the message that shows it.

    `subscriptions` are bits, as `people` has them; quiet hours are hours of the day in their zone,
    None where they chose none. `is_new` is true in the update that made them known.
    """

    chat_id: int
    language: str
    country: str | None = None
    time_zone: str | None = None
    place: str = MENU
    screen_id: int | None = None
    blocked: bool = False
    is_new: bool = False
    subscriptions: int = SUBSCRIBED
    quiet_from: int | None = None
    quiet_to: int | None = None

    @property
    def zone(self) -> tzinfo:
        """Their own setting, else that of the country, else that of the language, else UTC."""
        name = self.time_zone or ZONES.get(self.country or "") or DEFAULT_ZONES.get(self.language)
        return ZoneInfo(name or "UTC")

    @property
    def clock(self) -> str:
        """`Europe/Rome 21 9`: the time zone, the hour from which it is quiet and the one from which
        it is not.
        """
        start = QUIET_FROM if self.quiet_from is None else self.quiet_from
        end = QUIET_TO if self.quiet_to is None else self.quiet_to
        return f"{self.zone} {start} {end}"

    def today(self, now: datetime) -> date:
        return now.astimezone(self.zone).date()
