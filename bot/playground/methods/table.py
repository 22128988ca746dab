"""All methods the playground knows, found without regard to case, as at Telegram."""

from collections.abc import Mapping

from bot.playground.methods import copies, deletions, incoming, media, own, rooms, texts
from bot.playground.methods.spec import Method

TABLE: Mapping[str, tuple[str, Method]] = {
    name.lower(): (name, method)
    for theme in (incoming, own, texts, media, copies, deletions, rooms)
    for name, method in theme.METHODS.items()
}
