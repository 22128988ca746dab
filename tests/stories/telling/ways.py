"""Ways through the composer that several tests begin with."""

from tests.stories.telling.teller import STORY, Teller

PERSONAL = "My address is mario.rossi@example.com and they kept me on the line for an hour. "
IBAN = "IT60X0542811101000000123456"


def at_text(person: Teller) -> None:
    person.type("/story")
    person.press("Begin", "Customer", "Phone and internet", "Go on", "Skip", "Skip")


def at_masks(person: Teller, text: str = STORY) -> None:
    at_text(person)
    person.type(text)
    person.press("Go on")


def at_confirm(person: Teller, text: str = STORY) -> None:
    at_masks(person, text)
    person.press("Go on")


def send_data(person: Teller) -> str:
    """What the button that sends carries."""
    return person.buttons["✅ Send"].data or ""
