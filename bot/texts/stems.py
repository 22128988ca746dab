"""The words of a sentence as stems, in the three languages, without the words that say nothing."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Protocol

import snowballstemmer  # type: ignore[import-untyped]

from bot.texts.folding import fold, folded_words

_ALGORITHMS = {"en": "english", "it": "italian", "pl": "polish"}
_STOPPED = {
    "en": "a about after again all always am an and any are as at be been before being but by can could did do "
    "does dont for from get got had has have he her him his how i id if im in into is it its ive just "
    "let like me my never no not now of off on or our out over please s she should so some still t than "
    "that the their them then there these they this those to too up us very want was we were what "
    "when where which who why will with would you your bloody damn fucking hell shit",
    "it": "a ad agli ai al alla alle allo anche ancora avere c che chi ci come con cosa cui d da dai "
    "dal dalla dalle de degli dei del della delle dello di dopo dove e ed era fa fare gli ha hanno "
    "ho i il in io l la le lei li lo loro lui ma mai me mi mia mie miei mio mo ne nei nel nella non "
    "o ogni per perche piu po poi prima qua qualcuno quando quel quella quello questa questo qui se sempre "
    "sei si sia sono sta stanno sto su sul sulla suo te ti tra tu tua tuo tutti tutto un una uno "
    "vi voglio vorrei cazzo merda porca dannati maledetti",
    "pl": "a aby ale bardzo bez bo by byc byl byla bylo chce ci cie co czy dla do dlaczego gdy gdzie "
    "go i ich ile im ja jak jakas jakis jego jej jest jestem juz kiedy kto ktora ktore ktory ktos "
    "ma mam mi mna mnie moj moja moje mojego moze mozna mu my na nad nam nas nic nie niech nigdy niz o od "
    "on ona one oni oraz po pod przed przez przy sa sie swoj ta tak tam te tego tej ten to tu ty "
    "tylko tym u w we wszystko zawsze z za ze zeby znowu kurde kurwa cholera",
}
_WORD = re.compile(r"[^\W_]+")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's name


@cache
def _stemmer(language: str) -> _Stemmer:
    stemmer: _Stemmer = snowballstemmer.stemmer(_ALGORITHMS[language])
    return stemmer


@cache
def _stop_words(language: str) -> frozenset[str]:
    return frozenset(_STOPPED[language].split())


def stems(text: str, language: str) -> Iterator[frozenset[str]]:
    """A set for each word that says something: its stems with and without its accents."""
    stemmer = _stemmer(language)
    for word in dict.fromkeys(_WORD.findall(text.casefold())):
        bare = "".join(folded_words(word))
        if bare and bare not in _stop_words(language):
            yield frozenset({fold(stemmer.stemWord(word)), stemmer.stemWord(bare)})
