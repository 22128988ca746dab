"""`galateo draw`: a guide's tree as a picture."""

from pathlib import Path

from bot.editing.drawing.conditions import Wording
from bot.editing.drawing.graph import boxes_of
from bot.editing.drawing.mermaid import mermaid
from bot.editing.drawing.svg import svg
from bot.errors import ContentError, GalateoError
from bot.guides.loader import load_sources
from bot.settings import Settings
from bot.shipped import locales_folder, templates_folder
from bot.texts.catalogue import load_catalogues
from bot.texts.language import LANGUAGES, load_languages

FORMATS = (".svg", ".png", ".mmd")
DOTS = 108  # an inch, at which the picture is half as large again as on a screen


def draw(settings: Settings, guide_id: str, language_code: str, output: Path) -> None:
    """Writes the picture; its form follows the file's ending."""
    if output.suffix not in FORMATS:
        raise GalateoError(f"{output} must end in {', '.join(FORMATS)}")
    drawn = picture(settings, guide_id, language_code, output.suffix)
    try:
        output.write_bytes(drawn)
    except OSError as error:
        raise GalateoError(f"{output} cannot be written: {error.strerror}") from None


def picture(settings: Settings, guide_id: str, language_code: str, form: str) -> bytes:
    """Raises GalateoError for a guide or a language that is not there."""
    templates = templates_folder(settings.templates_dir)
    languages = load_languages(load_catalogues(locales_folder(settings.locales_dir)), templates)
    guides = {source.guide.id: source.guide for source in load_sources(templates / "guides")}
    if guide_id not in guides:
        raise ContentError([f"there is no guide {guide_id}, only {', '.join(sorted(guides))}"])
    if language_code not in languages:
        raise GalateoError(f"there is no language {language_code}, only {', '.join(LANGUAGES)}")
    guide, language = guides[guide_id], languages[language_code]
    titles = {one.id: language.gettext(one.title, one.id) for one in guides.values()}
    boxes = boxes_of(guide, Wording(guide, language), titles)
    if form == ".mmd":
        return mermaid(titles[guide_id], boxes).encode()
    drawn = svg(
        titles[guide_id],
        boxes,
        {
            "question": language.say("question"),
            "outcome": language.say("outcome"),
            "guide": language.say("another guide"),
            "missing": language.say("not there yet"),
        },
    ).encode()
    return _png(drawn) if form == ".png" else drawn


def _png(drawn: bytes) -> bytes:
    import typst  # noqa: PLC0415 - keeps the other forms quick

    page = "#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg))"
    made = typst.compile(page.encode(), format="png", ppi=DOTS, sys_inputs={"svg": drawn.decode()})
    return bytes(made)
