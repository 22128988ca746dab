"""Running one unit of work: in a SAVEPOINT beside others, or in a transaction of its own."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection


@dataclass
class Job:
    """`apart` runs after the commit of its group, in no transaction."""

    unit: Callable[[Connection], Any]
    future: asyncio.Future[Any]
    apart: bool = False
    result: Any = None
    error: Exception | None = None


def attempt(connection: Connection, job: Job) -> bool:
    """Whether the transaction outlived it: a full or failing disk makes SQLite give up all of it,
    and the units that ran before would be answered as committed.
    """
    try:
        with connection.begin_nested():
            job.result = job.unit(connection)
    except Exception as error:  # noqa: BLE001 - handed to the one who waits for this unit
        job.error = _raisable(error)
        return not connection.in_transaction() or _is_open(connection)
    return True


def attempt_alone(connection: Connection, job: Job) -> None:
    """Anew, with a commit of its own."""
    try:
        job.result, job.error = job.unit(connection), None
        connection.commit()
    except Exception as error:  # noqa: BLE001 - handed to the one who waits for this unit
        job.error = _raisable(error)
        undo(connection)


def commits(connection: Connection) -> bool:
    try:
        connection.commit()
    except Exception:  # noqa: BLE001 - whatever the commit met, each unit is tried alone
        return False
    return True


def undo(connection: Connection) -> None:
    """Back to no transaction, over a new connection where this one is beyond that."""
    try:
        connection.rollback()
        connection.connection.rollback()  # after a failed COMMIT SQLAlchemy thinks that it is over
    except Exception:  # noqa: BLE001 - the units are answered with errors of their own
        connection.invalidate()


def _is_open(connection: Connection) -> bool:
    return bool(getattr(connection.connection.driver_connection, "in_transaction", True))


def _raisable(error: Exception) -> Exception:
    # A future takes no StopIteration.
    return RuntimeError("a unit stopped") if isinstance(error, StopIteration) else error
