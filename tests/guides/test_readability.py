"""The published indexes: syllables, sentences, and texts whose order everybody would agree on."""

import pytest

from bot.guides.readability import (
    INDEXES,
    english_syllables,
    flesch,
    gulpease,
    polish_fog,
    polish_syllables,
    sentence_count,
    words_of,
)

EASY = {
    "en": "The cat sat on the mat. It was glad. Then it slept.",
    "it": "Il gatto dorme qui. Poi si alza. Ora ha fame.",
    "pl": "Kot śpi na macie. Potem wstaje. Jest głodny.",
}
HARD = {
    "en": "Notwithstanding the aforementioned contractual obligations, the undersigned subscriber "
    "irrevocably acknowledges the applicability of supplementary administrative regulations.",
    "it": "Nonostante le summenzionate obbligazioni contrattuali, il sottoscritto abbonato riconosce "
    "irrevocabilmente l'applicabilità delle disposizioni amministrative supplementari.",
    "pl": "Niezależnie od wspomnianych zobowiązań umownych niżej podpisany abonent nieodwołalnie "
    "potwierdza zastosowanie uzupełniających postanowień administracyjnych.",
}


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        *(("the", 1), ("time", 1), ("little", 2), ("table", 2), ("tables", 2), ("walked", 1)),
        *(("wanted", 2), ("wishes", 2), ("people", 2), ("register", 3), ("rules", 1), ("15", 1)),
    ],
)
def test_english_syllables(word: str, syllables: int) -> None:
    assert english_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        *(("nie", 1), ("w", 1), ("dziecko", 2), ("zadzwonić", 3), ("sprzedawca", 3)),
        *(("telekomunikacja", 7), ("ciocia", 2), ("żółć", 1), ("kupiłem", 3)),
    ],
)
def test_polish_syllables(word: str, syllables: int) -> None:
    assert polish_syllables(word) == syllables


def test_the_formulas() -> None:
    """One sentence each, counted by hand."""
    assert flesch("The cat sat on the mat.") == pytest.approx(206.835 - 1.015 * 6 - 84.6)
    assert gulpease("Il gatto dorme.") == pytest.approx(89 + (300 * 1 - 10 * 12) / 3)
    assert polish_fog("Ala ma telewizor.") == pytest.approx(0.4 * (3 + 100 / 3))


def test_lines_and_bullets_end_a_sentence() -> None:
    assert sentence_count("First:\n• one thing\n• another • a third\n\nThe end. Really!") == 6


def test_dates_and_numbers_are_words_and_end_nothing() -> None:
    assert words_of("It's 3.5 €, by 15 May") == ["It's", "3.5", "by", "15", "May"]
    assert sentence_count("It costs 3.5 € in all.") == 1


@pytest.mark.parametrize("language", INDEXES)
def test_a_contract_is_harder_than_a_cat(language: str) -> None:
    index = INDEXES[language]
    easy, hard = index.measure(EASY[language]), index.measure(HARD[language])
    assert index.harder(hard) > index.harder(easy)
    assert (easy > hard) is index.rises_with_ease


def test_nothing_can_be_said_of_no_words() -> None:
    with pytest.raises(ValueError, match="without words"):
        gulpease("… !")
