"""The numbers in words, as Telegram HTML: what the picture shows, and more."""

from functools import partial

from bot.statistics.board import Look
from bot.statistics.chart import Named
from bot.texts.language import Language


def page(look: Look, language: Language, named: Named) -> str:
    say = language.say
    categories = {
        "news": say("News"),
        "daily": say("Best of the day"),
        "weekly": say("Best of the week"),
        "service": say("Service notices"),
    }
    states = {
        "delivered": say("arrived"),
        "pending": say("waiting"),
        "sending": say("on the way"),
        "blocked": say("blocked me"),
        "failed": say("failed"),
        "unknown": say("unknown"),
        "skipped": say("left before their turn"),
    }
    return language.page(
        "stats",
        numbers=look.numbers,
        time=f"{look.at:%H:%M}",
        number=language.number,
        day=language.long_date(look.numbers.day),
        since=language.long_date(look.numbers.guides.since),
        named=partial(named, language),
        categories=categories,
        states=states,
    )
