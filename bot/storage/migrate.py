"""Bringing a database to the newest schema; quick when it already is."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from bot.errors import GalateoError
from bot.storage import broadcast_tables, story_tables, submission_tables
from bot.storage.tables import metadata

# Their tables belong to every database.
_PARTS = (broadcast_tables.broadcasts, story_tables.stories, submission_tables.submissions)
assert all(table.metadata is metadata for table in _PARTS)

FOLDER = Path(__file__).parent / "migrations"
_VERSION_TABLE = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def newest() -> str:
    """The id of the last migration: files are named `NNNN_what.py`, ids are `NNNN`."""
    return max(path.name[:4] for path in (FOLDER / "versions").glob("[0-9]*.py"))


def schema_of(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return str(version) if version else None


def migrate(engine: Engine) -> bool:
    """Whether anything had to be done; raises GalateoError for a database of a newer Galateo."""
    with engine.connect() as connection:
        current = schema_of(connection)
        empty = not inspect(connection).get_table_names()
    if current == newest():
        return False
    if current is not None and current > newest():
        raise GalateoError(
            f"The database has schema {current}, newer than this version knows ({newest()}): "
            "update Galateo, or restore the backup made before the update"
        )
    _make(engine) if empty else _upgrade(engine)
    return True


def _make(engine: Engine) -> None:
    """A new database gets its tables at once; a test holds them against the migrations."""
    with engine.begin() as connection:
        metadata.create_all(connection)
        connection.execute(text(_VERSION_TABLE))
        connection.execute(text("INSERT INTO alembic_version VALUES (:id)"), {"id": newest()})


def _upgrade(engine: Engine) -> None:
    # Imported here: it costs a start a third of a second and the process some ten megabytes.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
