"""A process that has the bot imported and forks it at each start, so that dying is cheap.

Reads a plan (JSON) from each line of its input; answers with the bot's process id, and with its
exit code when it has ended.
"""

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn
from unittest.mock import patch

from sqlalchemy import Connection
from telegram import Update

from bot.chat import store
from bot.chat.desk import Desk
from bot.chat.work import Work
from bot.cli.serving import until_stopped
from bot.logs import set_up_logs
from bot.running import serve
from bot.settings import load_settings
from tests.chaos.broadcasts import guards as broadcasts
from tests.chaos.content import content_at_hand
from tests.chaos.stories.guards import GUARDS
from tests.chaos.stories.hurry import hurry, read_lists


@dataclass(frozen=True)
class Plan:
    """The bot kills itself when it comes to `point` for the `count`-th time; never for 0.

    With a `cue` it counts once that file is there, and from the first press whose data begins with
    `since`, or from the point of that name. `broken` names the part that is taken out. `hurried`:
    workers look every moment. `lively`: it is shown often how far a broadcast is.
    """

    settings: dict[str, Any]
    log: str
    point: str = ""
    count: int = 0
    broken: str = ""
    since: str = ""
    cue: str = ""
    hurried: bool = False
    lively: bool = False

    def line(self) -> bytes:
        return json.dumps(asdict(self)).encode() + b"\n"


@dataclass
class Killer:
    point: str
    count: int
    since: str = ""
    cue: str = ""
    reached: int = field(default=0)
    counts: bool = field(default=False)

    def __call__(self, point: str) -> None:
        self.hear(point)
        self.reached += self.counts and point == self.point
        if self.reached == self.count > 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def hear(self, what: str) -> None:
        """A point, or the data of a press, while its unit is at work."""
        if not self.counts and what.startswith(self.since):
            self.counts = not self.cue or Path(self.cue).exists()


def _overhear(killer: Killer) -> None:
    taken = Desk.take

    def take(desk: Desk, connection: Connection, update: Update) -> Work | None:
        if update.callback_query is not None:
            killer.hear(update.callback_query.data or "")
        return taken(desk, connection, update)

    patch.object(Desk, "take", take).start()


def _without_dedupe() -> None:
    """Ids are noted and a repetition is worked on all the same."""
    noted = store.take

    def take(connection: Connection, update_id: int, now: datetime) -> bool:
        noted(connection, update_id, now)
        return True

    store.take = take


def _without_debts() -> None:
    def owe(connection: Connection, debt: store.Debt) -> None:
        """Nothing is noted."""

    store.owe = owe


BREAKS: dict[str, Callable[[], None]] = {
    "": lambda: None,
    "dedupe": _without_dedupe,
    "owed": _without_debts,
    **GUARDS,
    **broadcasts.GUARDS,
}


def run(plan: Plan) -> NoReturn:
    code = 1
    try:
        _write_to(Path(plan.log))
        set_up_logs("INFO")
        BREAKS[plan.broken]()
        if plan.hurried:
            hurry()
        if plan.lively:
            broadcasts.show_often()
        killer = Killer(plan.point, plan.count, plan.since, plan.cue)
        _overhear(killer)
        settings = load_settings(**plan.settings, _env_file=None)
        with content_at_hand():
            until_stopped(serve(settings, probe=killer))
        code = 0
    except BaseException:  # noqa: BLE001 - told in the log, and by the exit code
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _write_to(log: Path) -> None:
    """The pipes belong to the parent."""
    with log.open("ab") as file, Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)


def main() -> None:
    with content_at_hand():
        read_lists()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            run(Plan(**json.loads(line)))
        print(child, flush=True)  # noqa: T201 - this is how it answers
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
