"""Where a story is read: the place that `bot.stories.reading` shows."""

from bot.stories.reading.spot import Spot


def story_place(number: int) -> str:
    """Of its first page, in no list; a button with it as its data leads there too."""
    return f"stories:one:{Spot(number).code}"
