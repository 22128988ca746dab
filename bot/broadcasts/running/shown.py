"""A broadcast on a screen: how far it is, what became of it, and what can be done."""

from datetime import datetime, timedelta, tzinfo

from bot.broadcasts.composing.times import spoken_time
from bot.broadcasts.composing.words import category_name
from bot.broadcasts.progress import Progress
from bot.broadcasts.running.durations import spoken_duration
from bot.broadcasts.running.report import Report, can_be_changed, rows_of
from bot.broadcasts.running.states import RECALL
from bot.broadcasts.running.store import Broadcast
from bot.broadcasts.running.words import state_name, state_sign
from bot.broadcasts.states import BroadcastState
from bot.broadcasts.store import FASTEST
from bot.chat.screens import Button, Screen
from bot.texts.language import Language

WINDOW = timedelta(hours=48)
"""For how long Telegram lets a bot delete or edit what it sent."""
SLOWEST, STEP = 25, 25
"""Percent of what the limits allow."""


def shown(
    broadcast: Broadcast,
    report: Report,
    language: Language,
    *,
    now: datetime,
    zone: tzinfo,
    speed: float | None = None,
    seconds_left: int | None = None,
) -> Screen:
    """`speed` is people a second, None where it is not known; `seconds_left` is None while nothing
    moves.
    """
    text = language.page(
        "broadcast_live",
        at=spoken_time(broadcast.at, zone, language) if broadcast.at else "",
        speed=None if speed is None else language.number(round(speed, 1)),
        moves=bool(speed),
        left="" if seconds_left is None else spoken_duration(seconds_left, language),
        **_described(broadcast, language),
        **_counted(report, language, is_over=broadcast.is_over),
    )
    return Screen(text, keys(broadcast, report, language, now))


def keys(
    broadcast: Broadcast, report: Report, language: Language, now: datetime
) -> tuple[tuple[Button, ...], ...]:
    """What can be done to it in its state."""
    say, prefix = language.say, f"bc:{broadcast.id}"
    cancel = Button(say("✖️ Cancel"), f"{prefix}:cancel")
    if broadcast.state is BroadcastState.SCHEDULED:
        return ((Button(say("✏️ Back to the draft"), f"bc:back:{broadcast.id}"),), (cancel,))
    if broadcast.is_over:
        return _afterwards(broadcast, report, language, now)
    pause = Button(say("⏸ Pause"), f"{prefix}:pause")
    if broadcast.state is BroadcastState.PAUSED:
        pause = Button(say("▶️ Go on"), f"{prefix}:on")
    paces = []
    if broadcast.pace > SLOWEST:
        paces.append(Button(say("🐢 Slower"), f"{prefix}:slower"))
    if broadcast.pace < FASTEST:
        paces.append(Button(say("🐇 Faster"), f"{prefix}:faster"))
    return ((pause, cancel), tuple(paces))


def is_changeable(broadcast: Broadcast, report: Report, now: datetime) -> bool:
    """Whether it can be recalled or corrected: over, and not for longer than Telegram allows."""
    ended = broadcast.ended_at
    return ended is not None and now < ended + WINDOW and can_be_changed(report)


def _afterwards(
    broadcast: Broadcast, report: Report, language: Language, now: datetime
) -> tuple[tuple[Button, ...], ...]:
    say, prefix = language.say, f"bc:{broadcast.id}"
    table = (Button(say("📄 List (CSV)"), f"{prefix}:csv"),)
    if not is_changeable(broadcast, report, now):
        return (table,)
    change = (
        Button(say("↩️ Recall"), f"{prefix}:recall"),
        Button(say("✏️ Correct"), f"{prefix}:correct"),
    )
    return (table, change)


def _bar(progress: Progress, language: Language) -> str:
    done, total = language.number(progress.done), language.number(progress.total)
    return f"{progress.bar()} {progress.percent} % · {done} / {total}"


def _described(broadcast: Broadcast, language: Language) -> dict[str, object]:
    return {
        "number": broadcast.id,
        "sign": state_sign(broadcast.state),
        "state": state_name(broadcast.state, language),
        "code": broadcast.state.value,
        "category": category_name(broadcast.audience.category, language),
        "begun": broadcast.begun_at is not None,
        "pace": broadcast.pace,
        "reason": broadcast.reason,
        "is_over": broadcast.is_over,
    }


def _counted(report: Report, language: Language, *, is_over: bool) -> dict[str, object]:
    return {
        "bar": _bar(report.progress, language),
        "rows": rows_of(report, language, is_over=is_over),
        "reasons": report.reasons,
        "kept_reasons": report.kept_reasons,
        "presses": report.presses,
        "unsubscribed": language.number(report.unsubscribed),
        "job": report.job,
        "is_recall": report.job == RECALL,
        "job_bar": _bar(report.standing, language),
    }
