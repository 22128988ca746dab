"""How a card looks: its text and buttons, one of its panels, or the line that is left of it."""

from collections import OrderedDict
from dataclasses import replace
from hashlib import blake2b

from sqlalchemy import Connection

from bot.chat.screens import Screen
from bot.stories import store as submission_store
from bot.stories.model import State, Submission
from bot.stories.moderation.buttons import (
    WORDS_A_PAGE,
    main_rows,
    reason_rows,
    tag_rows,
    word_rows,
)
from bot.stories.moderation.card import REJECT, REJECT_ALL, TAGS, WORDS, Card
from bot.stories.moderation.card_text import Address, Look, card_text, dead, told
from bot.stories.moderation.duplicates import Duplicates
from bot.stories.moderation.hints import Mark, links_in, marks
from bot.stories.moderation.insults import Insults
from bot.stories.moderation.marked import marked, plain_of
from bot.stories.moderation.verdicts import is_open, line, verdict_of
from bot.stories.moderation.word_masks import words_of
from bot.texts.folding import folded_words
from bot.texts.html import clipped
from bot.texts.language import Language

REMEMBERED = 100
LONGEST_WORD = 40


class Face:
    """`address` is where a published story is read. Remembers marks, by the digest of their text."""

    def __init__(self, insults: Insults, duplicates: Duplicates, address: Address) -> None:
        self._insults, self._duplicates, self._address = insults, duplicates, address
        self._marks: OrderedDict[bytes, list[Mark]] = OrderedDict()

    def screen(
        self, connection: Connection, card: Card, one: Submission | None, language: Language
    ) -> Screen:
        """Of what is decided a line is left, without a word of the story."""
        if one is None or card.verdict or not is_open(one):
            return self._left(verdict_of(card, one), language)
        if card.panel == WORDS:
            return _words(card, one, language)
        look = self._look(connection, card, one)
        count = len(look.text.pages())
        here = replace(card, page=min(card.page, count - 1))
        text = card_text(look, here.page, language, self._address)
        if card.panel in {REJECT, REJECT_ALL}:
            rows = reason_rows(one, language, all_of_them=card.panel == REJECT_ALL)
        elif card.panel == TAGS:
            rows = tag_rows(one, language)
        else:
            rows = main_rows(
                here, one, language, count=count, others=look.others, links=bool(look.links)
            )
        return Screen(text, rows)

    def _left(self, verdict: str, language: Language) -> Screen:
        number = verdict.partition(":")[2]
        address = self._address(int(number)) if number.isdigit() else ""
        return Screen(line(verdict, language, address))

    def _look(self, connection: Connection, card: Card, one: Submission) -> Look:
        return Look(
            one,
            marked(told(one), self._marks_of(one)),
            links_in(plain_of(one.body.text)),
            self._duplicates.of(connection, one, card.others),
            len(waiting(connection, card.others)),
            self._insults,
        )

    def _marks_of(self, one: Submission) -> list[Mark]:
        text = plain_of(told(one))
        name = blake2b(f"{one.language} {one.body.company}\0{text}".encode()).digest()
        if name not in self._marks:
            known = frozenset(folded_words(one.body.company))
            self._marks[name] = marks(text, one.language, self._insults, known)
        self._marks.move_to_end(name)
        if len(self._marks) > REMEMBERED:
            self._marks.popitem(last=False)
        return self._marks[name]


def waiting(connection: Connection, keys: tuple[str, ...]) -> list[Submission]:
    """Those of them that nobody has decided."""
    found = (submission_store.find(connection, key) for key in keys)
    return [one for one in found if one is not None and one.state is State.WAITING]


def _words(card: Card, one: Submission, language: Language) -> Screen:
    spans = words_of(one.body.text)
    last = max(0, len(spans) - 1) // WORDS_A_PAGE
    card = replace(card, words_page=min(card.words_page, last))
    first = card.words_page * WORDS_A_PAGE
    words = [
        (number + 1, dead(clipped(one.body.text[slice(*spans[number])], LONGEST_WORD)))
        for number in range(first, min(len(spans), first + WORDS_A_PAGE))
    ]
    rows = word_rows(card, one, language, count=len(spans))
    return Screen(language.page("moderation_words", words=words), rows)
