"""Masking more: which numbered words of a text are chosen, and doing it."""

from dataclasses import dataclass, replace

from bot.chat.touch import Answer
from bot.stories.moderation.card import MAIN, WORDS
from bot.stories.moderation.decisions import Decisions
from bot.stories.moderation.press import Press, Turner
from bot.stories.moderation.word_masks import text_digest, without, words_of


@dataclass(frozen=True)
class WordPresses:
    """Numbers count in one text: once somebody has changed it, they are chosen anew."""

    decisions: Decisions
    turner: Turner

    def open(self, press: Press) -> Answer:
        """The numbered words; what was chosen in another text counts no more."""
        seen = text_digest(press.one.body.text)
        card = press.card
        chosen = card.chosen if card and card.seen == seen else ()
        return self.turner.turn(
            press, panel=WORDS, words_page=press.number, seen=seen, chosen=chosen
        )

    def choose(self, press: Press) -> Answer:
        card, number = press.card, press.number
        if card is None or not _is_same_text(press):
            return self._changed(press)
        if number >= len(words_of(press.one.body.text)):
            return Answer()
        return self.turner.turn(press, chosen=tuple(sorted({number} ^ set(card.chosen))))

    def mask(self, press: Press) -> Answer:
        card = press.card
        if card is None or not _is_same_text(press):
            return self._changed(press)
        answer = self.decisions.change_text(
            press.touch, press.one, without(press.one.body, card.chosen)
        )
        self.turner.turn(press, panel=MAIN, chosen=(), seen="")
        return answer

    def _changed(self, press: Press) -> Answer:
        self.open(replace(press, argument=""))
        return Answer(press.touch.language.say("The text has changed: please choose again."))


def _is_same_text(press: Press) -> bool:
    seen = text_digest(press.one.body.text)
    pressed = press.argument.rpartition(":")[2]
    return press.card is not None and press.card.seen == seen == pressed
