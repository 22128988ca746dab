"""Where `templates/` and `locales/` are: in the project's folder, or inside the installed package."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def templates_folder(given: Path | None = None) -> Path:
    return given or _folder("templates")


def locales_folder(given: Path | None = None) -> Path:
    return given or _folder("locales")


def _folder(name: str) -> Path:
    inside = PACKAGE / "_shipped" / name
    return inside if inside.is_dir() else PACKAGE.parent / name
