"""What an editor writes, read and validated."""

from dataclasses import dataclass
from pathlib import Path

from bot.guides.library import Library, load_library
from bot.settings import Settings
from bot.shipped import locales_folder, templates_folder
from bot.texts.catalogue import load_catalogues
from bot.texts.language import load_languages


@dataclass(frozen=True)
class Content:
    """What an editor writes: `templates/` and `locales/`, loaded and validated."""

    library: Library
    templates: Path

    @classmethod
    def load(cls, settings: Settings) -> "Content":
        """Raises ContentError with file and line of each mistake."""
        templates = templates_folder(settings.templates_dir)
        catalogues = load_catalogues(locales_folder(settings.locales_dir))
        languages = load_languages(catalogues, templates)
        return cls(load_library(templates, languages), templates)
