"""What a person wants to get, and the hours in which nothing comes: pure."""

from dataclasses import replace

from bot.chat.people import QUIET_FROM, QUIET_TO, SUBSCRIPTIONS, Person

SERVICE = "service"
HOURS = range(24)
NEVER = 0


def wants(person: Person, category: str) -> bool:
    return bool(person.subscriptions & SUBSCRIPTIONS[category])


def wanted(person: Person) -> tuple[str, ...]:
    """The categories the person gets."""
    return tuple(category for category in SUBSCRIPTIONS if wants(person, category))


def subscribed(person: Person, category: str, *, on: bool) -> Person:
    """Set, not toggled: a press that arrives twice changes nothing."""
    bit = SUBSCRIPTIONS[category]
    kept = person.subscriptions & ~bit
    return replace(person, subscriptions=kept | bit if on else kept)


def stopped(person: Person) -> Person:
    """Of all that comes unasked, service notices alone are left to whoever wants them."""
    return replace(person, subscriptions=person.subscriptions & SUBSCRIPTIONS[SERVICE])


def quiet_hours(person: Person) -> tuple[int, int] | None:
    """From and to, in hours of the day; None where it is never quiet."""
    start = QUIET_FROM if person.quiet_from is None else person.quiet_from
    end = QUIET_TO if person.quiet_to is None else person.quiet_to
    return None if start == end else (start, end)


def quietened(person: Person, start: int, end: int) -> Person:
    """Two equal hours: never quiet."""
    return replace(person, quiet_from=start, quiet_to=end)


def never_quiet(person: Person) -> Person:
    return quietened(person, NEVER, NEVER)
