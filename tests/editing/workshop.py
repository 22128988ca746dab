"""An editor's folders: what is shipped, with one small guide and the facts of the EU alone."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from bot.editing.skeleton import new_guide
from bot.settings import Settings, load_settings
from bot.shipped import locales_folder, templates_folder
from bot.texts.catalogue import INTERFACE


@dataclass(frozen=True)
class Workshop:
    templates: Path
    locales: Path

    @property
    def guide(self) -> Path:
        return self.templates / "guides" / "small.yaml"

    def catalogue(self, language: str, domain: str = "small") -> Path:
        return self.locales / language / "LC_MESSAGES" / f"{domain}.po"

    def settings(self) -> Settings:
        return load_settings(templates_dir=self.templates, locales_dir=self.locales, _env_file=None)


def open_workshop(folder: Path) -> Workshop:
    """The guide is called small and is what `galateo new guide` makes."""
    workshop = Workshop(folder / "templates", folder / "locales")
    shutil.copytree(templates_folder(), workshop.templates, ignore=_left_out)
    for language in ("it", "pl"):
        path = workshop.catalogue(language, INTERFACE)
        path.parent.mkdir(parents=True)
        shutil.copy(locales_folder() / language / "LC_MESSAGES" / path.name, path)
    for path in workshop.templates.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    new_guide(workshop.settings(), "small")
    return workshop


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _left_out(folder: str, names: list[str]) -> list[str]:
    kept = {"guides": set(), "facts": {"eu.yaml"}}.get(Path(folder).name)
    return [] if kept is None else [name for name in names if name not in kept]
