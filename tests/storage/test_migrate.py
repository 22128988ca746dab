"""Migrations: an upgraded database is the one that the code expects."""

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, text

from bot.errors import GalateoError
from bot.storage import migrate as migrating
from bot.storage.engine import open_engine
from bot.storage.migrate import FOLDER, migrate, newest, schema_of
from bot.storage.tables import metadata


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return open_engine(f"sqlite:///{tmp_path / 'bot.db'}")


def test_the_upgraded_schema_is_that_of_the_tables(engine: Engine) -> None:
    migrating._upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_what_the_comparison_cannot_see_is_alike_too(engine: Engine, tmp_path: Path) -> None:
    """Primary keys, foreign keys and what they cascade, as SQLite tells them."""
    migrating._upgrade(engine)
    fresh = open_engine(f"sqlite:///{tmp_path / 'fresh.db'}")
    assert migrate(fresh)
    assert _shape(engine) == _shape(fresh)
    engine.dispose()
    fresh.dispose()


def _shape(engine: Engine) -> dict[str, object]:
    pragmas = ("table_info", "foreign_key_list", "index_list")
    with engine.connect() as connection:
        return {
            f"{pragma} {table}": sorted(
                str(tuple(row)[pragma == "index_list" :])  # indexes are numbered as they come
                for row in connection.exec_driver_sql(f"PRAGMA {pragma}({table})")
            )
            for table in (*metadata.tables, "alembic_version")
            for pragma in pragmas
        }


def test_a_second_time_nothing_is_to_be_done(engine: Engine) -> None:
    assert migrate(engine)
    assert not migrate(engine)
    with engine.connect() as connection:
        assert schema_of(connection) == newest()
    engine.dispose()


def test_ids_are_numbers_in_a_row_and_each_follows_the_one_before() -> None:
    paths = sorted((FOLDER / "versions").glob("[0-9]*.py"))
    assert [path.name[:4] for path in paths] == [f"{n:04}" for n in range(1, len(paths) + 1)]
    for number, path in enumerate(paths):
        before = f'"{number:04}"' if number else "None"
        assert f"down_revision = {before}" in path.read_text()


def test_a_database_of_a_newer_bot_is_refused_and_untouched(engine: Engine) -> None:
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(GalateoError, match="schema 9999, newer than this version knows"):
        migrate(engine)
    engine.dispose()


def test_a_migration_that_fails_leaves_the_old_schema(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "migrations"
    shutil.copytree(FOLDER, folder)
    number = f"{int(newest()) + 1:04}"
    (folder / "versions" / f"{number}_broken.py").write_text(
        f"from alembic import op\nrevision = {number!r}\ndown_revision = {newest()!r}\n"
        "def upgrade():\n"
        "    op.execute('CREATE TABLE half (x)')\n"
        "    op.execute('NO SQL AT ALL')\n"
    )
    migrate(engine)
    before = newest()
    monkeypatch.setattr(migrating, "FOLDER", folder)
    with pytest.raises(Exception, match="NO"):
        migrate(engine)
    with engine.connect() as connection:
        assert schema_of(connection) == before
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
    assert "half" not in tables
    engine.dispose()
