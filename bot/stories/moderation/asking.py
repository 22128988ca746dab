"""Words of moderators: a message with a code is answered by a reply, to a question or a reason."""

import re
from typing import NamedTuple

from bot.chat.screens import Screen
from bot.chat.touch import Answer, Touch
from bot.stories import store as submission_store
from bot.stories.moderation import verdicts
from bot.stories.moderation.decisions import Decisions
from bot.texts.html import escape
from bot.texts.language import Language

LONGEST_WORDS = 500
ASK, REASON = "ask", "reason"
_CODE = re.compile(rf"\(({ASK}|{REASON}) ([0-9a-f]{{16}})\)\s*\Z")


class Wanted(NamedTuple):
    """What the words of a reply are for."""

    what: str
    key: str


def question_screen(key: str, language: Language, notice: str = "") -> Screen:
    text = language.page("moderation_ask", code=f"({ASK} {key})")
    return Screen(text).with_notice(notice)


def reason_screen(key: str, language: Language, notice: str = "") -> Screen:
    text = language.page("moderation_reason", code=f"({REASON} {key})")
    return Screen(text).with_notice(notice)


def wanted_in(text: str) -> Wanted | None:
    """The code at the end of a message of the bot's own; None where there is none."""
    found = _CODE.search(text)
    return Wanted(found[1], found[2]) if found else None


def replied(touch: Touch) -> Wanted | None:
    """What the message answers; None for any other message."""
    original = touch.replied_to
    return wanted_in(original.text or "") if original else None


def take(touch: Touch, wanted: Wanted, decisions: Decisions) -> Answer:
    """The words of somebody who may, as they were typed."""
    one = submission_store.find(touch.connection, wanted.key)
    if one is None or not verdicts.is_open(one):
        cards = decisions.cards.of(touch.connection, wanted.key)
        done = verdicts.sentence(verdicts.verdict_of(next(iter(cards), None), one), touch.language)
        text = touch.language.say("Already done: %(what)s", what=done)
        return Answer(screen=Screen(escape(text)))
    words = touch.text.strip()
    mistake = _mistake(words, touch.language)
    if mistake:
        again = question_screen if wanted.what == ASK else reason_screen
        return Answer(screen=again(wanted.key, touch.language, escape(mistake)))
    if wanted.what == ASK:
        answer = decisions.ask(touch, one, words)
    else:
        answer = decisions.reject(touch, one, words)
    return Answer(screen=Screen(escape(answer.toast)), erased=answer.erased)


def _mistake(words: str, language: Language) -> str:
    if not words:
        return language.say("Please write it in words.")
    if len(words) > LONGEST_WORDS:
        return language.say(
            "That is %(count)s characters, and %(most)s is the most.",
            count=len(words),
            most=LONGEST_WORDS,
        )
    return ""
