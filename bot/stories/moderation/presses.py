"""Presses on cards: `mod:<submission key>:<action>[:…]`. Rights and state are looked at each time."""

from collections.abc import Callable, Mapping

from bot.chat.touch import Answer, Touch
from bot.stories import store as submission_store
from bot.stories.model import State, Submission
from bot.stories.moderation import store, verdicts
from bot.stories.moderation.asking import question_screen, reason_screen
from bot.stories.moderation.card import MAIN, REJECT, REJECT_ALL, TAGS, Card, new_card
from bot.stories.moderation.decisions import Decisions, is_reason
from bot.stories.moderation.face import waiting
from bot.stories.moderation.press import Press, Turner, is_card_of
from bot.stories.moderation.word_presses import WordPresses


class Presses:
    def __init__(self, decisions: Decisions) -> None:
        self._decisions, self._cards = decisions, decisions.cards
        self._turner = Turner(decisions.cards, decisions.wake)
        words = WordPresses(decisions, self._turner)
        self._actions: Mapping[str, Callable[[Press], Answer]] = {
            "publish": lambda press: decisions.publish(press.touch, press.one),
            "aside": lambda press: self._state(press, State.ASIDE),
            "take_up": lambda press: self._state(press, State.WAITING),
            "links": lambda press: decisions.allow_links(
                press.touch, press.one, allowed=press.argument == "1"
            ),
            "tag": lambda press: decisions.toggle_tag(press.touch, press.one, press.argument),
            "own_tag": lambda press: decisions.drop_own_tag(press.touch, press.one, press.argument),
            "ask": lambda press: Answer(
                screen=question_screen(press.one.key, press.touch.language)
            ),
            "own_words": lambda press: Answer(
                screen=reason_screen(press.one.key, press.touch.language)
            ),
            "rejected": self._rejected,
            "rejected_all": self._rejected_all,
            "unfold": self._unfold,
            "page": lambda press: self._turner.turn(press, page=press.number),
            "words": words.open,
            "word": words.choose,
            "mask": words.mask,
            "tags": lambda press: self._turner.turn(press, panel=TAGS),
            "reject": lambda press: self._turner.turn(press, panel=REJECT),
            "reject_all": lambda press: self._turner.turn(press, panel=REJECT_ALL),
            "back": lambda press: self._turner.turn(press, panel=MAIN, chosen=()),
        }

    def press(self, touch: Touch) -> Answer:
        """By somebody who may."""
        _, key, action, argument = (*touch.data.split(":", 3), "", "", "")[:4]
        one = submission_store.find(touch.connection, key)
        card = self._card_under(touch, key)
        if one is None or not verdicts.is_open(one):
            return self._too_late(touch, one, card)
        if action not in self._actions:
            return Answer(touch.language.say("That button no longer does anything."))
        return self._actions[action](Press(touch, one, card, argument))

    def _card_under(self, touch: Touch, key: str) -> Card | None:
        """The pressed card; a row for it is made where a crash left none."""
        message = touch.message
        place = (touch.chat_id, message.message_id if message else None)
        cards = self._cards.of(touch.connection, key)
        known = next((card for card in cards if (card.chat, card.message) == place), None)
        if known is not None or not is_card_of(message, key):
            return known
        card = new_card(key, touch.chat_id, message.message_id if message else None)
        self._cards.put(touch.connection, [card])
        self._decisions.wake()
        return card

    def _too_late(self, touch: Touch, one: Submission | None, card: Card | None) -> Answer:
        """Somebody was first: the card is drawn anew and says what was done."""
        if card is not None:
            store.redraw(touch.connection, card.submission)
            self._decisions.wake()
        say = touch.language.say
        done = verdicts.sentence(verdicts.verdict_of(card, one), touch.language)
        return Answer(say("Already done: %(what)s", what=done), alert=True)

    def _state(self, press: Press, state: State) -> Answer:
        action = "aside" if state is State.ASIDE else "take_up"
        return self._decisions.set_state(press.touch, press.one, state, action)

    def _rejected(self, press: Press) -> Answer:
        if not is_reason(press.argument):
            return Answer(press.touch.language.say("That button no longer does anything."))
        return self._decisions.reject(press.touch, press.one, press.argument)

    def _rejected_all(self, press: Press) -> Answer:
        """This one and those folded into its card."""
        answer = self._rejected(press)
        others = press.card.others if press.card and answer.erased else ()
        for other in waiting(press.touch.connection, others):
            self._decisions.reject(press.touch, other, press.argument)
        return answer

    def _unfold(self, press: Press) -> Answer:
        if press.card is None:
            return Answer()
        others = waiting(press.touch.connection, press.card.others)
        cards = [new_card(other.key, press.card.chat) for other in others]
        self._cards.add(press.touch.connection, cards)
        return self._turner.turn(press, others=())
