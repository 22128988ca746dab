"""How easy a text is to read, by the published index of its language.

- English: Flesch reading ease (R. Flesch, A new readability yardstick, Journal of Applied
  Psychology 32, 1948); 60 to 70 is plain English.
- Italian: Gulpease (P. Lucisano, M. E. Piemontese, Scuola e città 39, 1988); below 60 it is hard
  with lower secondary school, below 80 with primary school alone.
- Polish: Gunning's fog index (R. Gunning, The technique of clear writing, 1952) in the form
  fitted to Polish, where a long word has four syllables or more (W. Pisarek; FOG-PL, University
  of Wrocław); its value counts years of school, and 10 to 12 is meant for the general public.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,:]*")
_SENTENCE_END = re.compile(r"[.!?…:;]+(?=\s|$)|\n+|(?:^|\s)[•–—](?=\s)")
_ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(
    r"(?:(?:[^aeiouyl]|[aeiouy]l)e|[^aeiouytd]ed|(?:[^aeiouylszxcgh]|[aeiouy]l)es)$"
)
_POLISH_VOWELS = re.compile(r"(?:i(?=[aąeęoóu]))?[aąeęioóuy]")
LONG_IN_POLISH = 4


@dataclass(frozen=True)
class Index:
    """`harder` sorts texts, the hardest last."""

    name: str
    measure: Callable[[str], float]
    rises_with_ease: bool

    def harder(self, value: float) -> float:
        return -value if self.rises_with_ease else value


def flesch(text: str) -> float:
    words, sentences = words_of(text), sentence_count(text)
    syllables = sum(map(english_syllables, words))
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * syllables / len(words)


def gulpease(text: str) -> float:
    words, sentences = words_of(text), sentence_count(text)
    letters = sum(sign.isalnum() for word in words for sign in word)
    return 89 + (300 * sentences - 10 * letters) / len(words)


def polish_fog(text: str) -> float:
    """Words count in the form in which they stand, not in the dictionary's."""
    words, sentences = words_of(text), sentence_count(text)
    long = sum(polish_syllables(word) >= LONG_IN_POLISH for word in words)
    return 0.4 * (len(words) / sentences + 100 * long / len(words))


INDEXES: Mapping[str, Index] = {
    "en": Index("Flesch reading ease", flesch, rises_with_ease=True),
    "it": Index("Gulpease", gulpease, rises_with_ease=True),
    "pl": Index("FOG-PL", polish_fog, rises_with_ease=False),
}


def words_of(text: str) -> list[str]:
    """Raises ValueError for a text without words: nothing can be said of it."""
    words: list[str] = _WORD.findall(text)
    if not words:
        raise ValueError("a text without words")
    return words


def sentence_count(text: str) -> int:
    """Lines and what stands behind a bullet or a colon count as sentences, as a reader stops there."""
    parts = _SENTENCE_END.split(text)
    return max(1, sum(bool(_WORD.search(part)) for part in parts))


def english_syllables(word: str) -> int:
    """By groups of vowels without silent endings: right for about nine words in ten."""
    lower = word.casefold()
    groups = len(_ENGLISH_VOWELS.findall(lower)) - bool(_SILENT_END.search(lower))
    return max(1, groups)


def polish_syllables(word: str) -> int:
    """Every vowel is one, but for an i that only softens what stands before it."""
    return max(1, len(_POLISH_VOWELS.findall(word.casefold())))
