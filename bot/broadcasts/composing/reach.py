"""How many people a draft is for, and how long it would take."""

from bot.broadcasts import store
from bot.broadcasts.composing.around import Around
from bot.broadcasts.composing.drafts import Draft
from bot.broadcasts.progress import ideal_seconds
from bot.broadcasts.running.durations import spoken_duration
from bot.chat.visit import Visit


def reach(around: Around, visit: Visit, draft: Draft) -> dict[str, object]:
    """`people` and `duration` for a page; the count looks at everybody's row."""
    today, holders = visit.now.date(), around.rights.members
    count = store.count(visit.connection, draft.audience, today, holders)
    seconds = ideal_seconds(count * draft.cost, around.rate)
    return {
        "people": count,
        "number": visit.language.number(count),
        "duration": spoken_duration(seconds, visit.language),
    }
