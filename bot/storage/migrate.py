"""Bringing a database to the newest schema; quick when it already is."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from bot.errors import GalateoError

FOLDER = Path(__file__).parent / "migrations"


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
    if current == newest():
        return False
    if current is not None and current > newest():
        raise GalateoError(
            f"The database has schema {current}, newer than this version knows ({newest()}): "
            "update Galateo, or restore the backup made before the update"
        )
    _upgrade(engine)
    return True


def _upgrade(engine: Engine) -> None:
    # Imported here: it costs a start that has nothing to migrate a third of a second.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
