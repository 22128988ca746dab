"""Values by their names: one each, the last one kept."""

from pathlib import Path

from bot.storage import values
from bot.storage.engine import open_engine
from bot.storage.migrate import migrate


def test_a_value_is_kept_until_it_is_dropped(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    migrate(engine)
    with engine.connect() as connection:
        assert values.find(connection, "color") is None
        values.keep(connection, "color", "red")
        values.keep(connection, "color", "blue")
        values.keep(connection, "shape", "round")
        assert values.find(connection, "color") == "blue"
        assert values.kept(connection, "color", "size") == {"color": "blue"}
        values.drop(connection, "color")
        assert values.find(connection, "color") is None
        assert values.find(connection, "shape") == "round"
    engine.dispose()
