"""How long something takes, in words."""

import math

from bot.texts.language import Language

MINUTE, HOUR = 60, 3600


def spoken_duration(seconds: float, language: Language) -> str:
    """To the minute, rounded up: `2 h 5 min`."""
    if seconds < MINUTE:
        return language.say("less than a minute")
    minutes = math.ceil(seconds / MINUTE)
    hours, rest = divmod(minutes, MINUTE)
    if not hours:
        return language.say("%(minutes)s min", minutes=rest)
    if not rest:
        return language.say("%(hours)s h", hours=language.number(hours))
    return language.say("%(hours)s h %(minutes)s min", hours=language.number(hours), minutes=rest)
