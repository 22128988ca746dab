"""`galateo new guide`: a small guide that works, for an editor to rewrite."""

import re
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.errors import GalateoError
from bot.guides.model import GuideId
from bot.settings import Settings
from bot.shipped import locales_folder, templates_folder
from bot.texts.catalogue import SOURCE
from bot.texts.language import LANGUAGES

PLACE = re.compile(r"\bID\b")


def new_guide(settings: Settings, guide_id: str) -> list[Path]:
    """The files it made: the guide and its translations.

    Raises GalateoError for an id that is none, or where one of the files is there already.
    """
    try:
        TypeAdapter(GuideId).validate_python(guide_id)
    except ValidationError:
        raise GalateoError(
            f"{guide_id} cannot be a guide's id: it begins with a small letter, then come small "
            "letters, digits or _, 16 at most"
        ) from None
    templates = templates_folder(settings.templates_dir)
    copies = _copies(templates, locales_folder(settings.locales_dir), guide_id)
    there = [str(path) for path in copies.values() if path.exists()]
    if there:
        raise GalateoError(f"there already: {', '.join(there)}")
    for skeleton, path in copies.items():
        text = skeleton.read_text(encoding="utf-8")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PLACE.sub(guide_id, text, count=1), encoding="utf-8")
    return list(copies.values())


def _copies(templates: Path, locales: Path, guide_id: str) -> dict[Path, Path]:
    """Where each file of the skeleton goes."""
    folder = templates / "skeleton"
    copies = {folder / "guide.yaml": templates / "guides" / f"{guide_id}.yaml"}
    for code in LANGUAGES:
        if code != SOURCE:
            copies[folder / f"{code}.po"] = locales / code / "LC_MESSAGES" / f"{guide_id}.po"
    return copies
