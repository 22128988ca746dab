"""No list, vote or search walks or sorts a whole table: SQLite says how it would do each query."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from sqlalchemy import event

from tests.stories.reading.archive import filled
from tests.stories.reading.operations import OPERATIONS, Stand

Plans = dict[str, list[str]]
SUBQUERY = "SCAN anon_1"  # of the hundred rows that its LIMIT lets through


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plans]:
    """Every statement that reading makes, with its plan."""
    engine, found = filled(tmp_path_factory.mktemp("plans") / "full.db", 1_000), Plans()

    def explain(_: Any, cursor: Any, statement: str, parameters: Any, *__: Any) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")) and statement not in found:
            rows = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found[statement] = [row[3] for row in rows]

    with engine.connect() as connection:
        stand = Stand(connection, 1_000)
        event.listen(engine, "before_cursor_execute", explain)
        for operation in OPERATIONS.values():
            for seed in range(3):
                operation(stand, Random(seed))()
        yield found


def test_nothing_scans_a_table(plans: Plans) -> None:
    assert len(plans) > 25
    scans = {
        statement: plan
        for statement, plan in plans.items()
        if any(step.startswith("SCAN") and step != SUBQUERY for step in plan)
    }
    assert not scans


def test_only_the_best_of_some_days_are_sorted(plans: Plans) -> None:
    sorting = [statement for statement, plan in plans.items() if "TEMP B-TREE" in " ".join(plan)]
    assert sorting
    assert all("published_on >=" in statement for statement in sorting)


def test_nothing_is_counted_or_skipped(plans: Plans) -> None:
    """The one count is of the 32 rows that a LIMIT lets through."""
    counting = [statement for statement in plans if "count(" in statement]
    assert all("LIMIT" in statement for statement in counting)
    assert len(counting) == 1


def test_the_best_of_some_days_are_found_by_their_day(plans: Plans) -> None:
    steps = [plan[0] for statement, plan in plans.items() if "published_on >=" in statement]
    assert steps
    assert all("published_on>" in step for step in steps)
