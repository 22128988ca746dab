"""What became of a broadcast: the numbers, as they are counted at the moment."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from bot.broadcasts.progress import Progress
from bot.broadcasts.running import store
from bot.broadcasts.running.amending.store import job_of
from bot.broadcasts.running.figures import store as figures
from bot.broadcasts.running.footer import LINK
from bot.broadcasts.running.states import CORRECT, CORRECTED, KEPT, RECALL, RECALLED
from bot.broadcasts.running.store import Broadcast
from bot.broadcasts.states import RecipientState
from bot.storage.broadcast_tables import DELIVERED
from bot.texts.language import Language

MOST_REASONS = 5
Counted = tuple[str, int]


@dataclass(frozen=True)
class Report:
    """People in each outcome. `presses` are labels with their counts, None for links, whose
    presses Telegram does not tell. `job` is what is being done to all messages, if anything: then
    reasons, presses and who left are not looked up.
    """

    progress: Progress
    delivered: int
    blocked: int
    failed: int
    unknown: int
    skipped: int
    recalled: int
    corrected: int
    kept: int
    reasons: Sequence[Counted]
    kept_reasons: Sequence[Counted]
    presses: Sequence[tuple[str, int | None]]
    unsubscribed: int
    job: str
    job_waiting: int

    @property
    def standing(self) -> Progress:
        """How far the recall or the correction is."""
        done = self.corrected if self.job == CORRECT else self.recalled
        return Progress(done + self.kept + self.job_waiting, self.job_waiting)


def report_of(connection: Connection, broadcast: Broadcast) -> Report:
    tally = figures.tally(connection, broadcast.id)
    waiting = tally[RecipientState.PENDING.value] + tally[RecipientState.SENDING.value]
    job = job_of(connection, broadcast.id) if tally[RECALL] or tally[CORRECT] else ""
    final = broadcast.is_over and not job
    subscription = broadcast.audience.subscription
    return Report(
        progress=Progress(sum(tally.values()), waiting),
        delivered=sum(tally[state] for state in DELIVERED),
        blocked=tally[RecipientState.BLOCKED.value],
        failed=tally[RecipientState.FAILED.value],
        unknown=tally[RecipientState.UNKNOWN.value],
        skipped=tally[RecipientState.SKIPPED.value],
        recalled=tally[RECALLED],
        corrected=tally[CORRECTED],
        kept=tally[KEPT],
        reasons=_reasons(connection, broadcast.id, RecipientState.FAILED.value) if final else (),
        kept_reasons=_reasons(connection, broadcast.id, KEPT) if final else (),
        presses=_presses(connection, broadcast.id) if final else (),
        unsubscribed=figures.unsubscribed(connection, broadcast.id, subscription) if final else 0,
        job=job,
        job_waiting=tally[job] if job else 0,
    )


def can_be_changed(report: Report) -> bool:
    """Whether something of it stands somewhere, and nothing is being done to it."""
    return not report.job and report.delivered > report.recalled


def rows_of(report: Report, language: Language, *, is_over: bool) -> list[tuple[str, str]]:
    """Outcomes that happened, in words and numbers."""
    say = language.say
    counts = (
        (say("Delivered"), report.delivered),
        (say("Blocked the bot or left"), report.blocked),
        (say("Failed"), report.failed),
        (say("Perhaps delivered, cut on the way"), report.unknown),
        (say("Left before their turn"), report.skipped),
        (say("Never sent") if is_over else say("Still waiting"), report.progress.waiting),
        (say("Recalled"), report.recalled),
        (say("Corrected"), report.corrected),
        (say("Stayed as it was"), report.kept),
    )
    first, *rest = ((name, count) for name, count in counts)
    shown = [first, *((name, count) for name, count in rest if count)]
    return [(name, language.number(count)) for name, count in shown]


def _reasons(connection: Connection, broadcast: int, state: str) -> Sequence[Counted]:
    return figures.reasons(connection, broadcast, state)[:MOST_REASONS]


def _presses(connection: Connection, broadcast: int) -> Sequence[tuple[str, int | None]]:
    counted = figures.presses(connection, broadcast)
    return [
        (label, None if kind == LINK else counted[f"{code}:{number}"])
        for code, content in sorted(store.contents(connection, broadcast).items())
        for number, (label, kind, _) in enumerate(content.buttons, start=1)
    ]
