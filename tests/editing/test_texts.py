"""`galateo texts` after an editor changed, added or took away a sentence."""

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from bot.editing.texts import update_texts
from tests.editing.workshop import Workshop, replace


def catalogue(workshop: Workshop, language: str) -> Catalog:
    with workshop.catalogue(language).open("rb") as file:
        return read_po(file, locale=language)


def translated(workshop: Workshop, language: str) -> dict[object, object]:
    return {one.id: one.string for one in catalogue(workshop, language) if one.id}


def test_without_a_change_every_translation_stays(workshop: Workshop) -> None:
    before = {language: translated(workshop, language) for language in ("it", "pl")}
    update_texts(workshop.settings())
    assert {language: translated(workshop, language) for language in ("it", "pl")} == before


def test_a_changed_sentence_keeps_its_translation_to_be_looked_at(workshop: Workshop) -> None:
    replace(workshop.guide, "label: That day is over", "label: That day is long over")
    update_texts(workshop.settings())
    message = catalogue(workshop, "it")["That day is long over"]
    assert message.string == "Quel giorno è passato"
    assert message.fuzzy
    assert "That day is over" not in translated(workshop, "it")


def test_a_new_sentence_waits_for_words(workshop: Workshop) -> None:
    new = "    steps:                            #"
    replace(workshop.guide, new, f"      - Something else entirely here.\n{new}")
    update_texts(workshop.settings())
    assert translated(workshop, "pl")["Something else entirely here."] == ""


def test_a_new_language_file_is_made(workshop: Workshop) -> None:
    workshop.catalogue("pl").unlink()
    update_texts(workshop.settings())
    assert set(translated(workshop, "pl")) == set(translated(workshop, "it"))
    assert set(translated(workshop, "pl").values()) == {""}
