"""What is said under a reported story, taken off alone: the story stays."""

from bot.chat.screens import Button, Screen, packed
from bot.chat.touch import Answer
from bot.stories.model import Kind
from bot.stories.moderation.publisher import Publisher
from bot.stories.moderation.reports.pressed import Pressed
from bot.stories.reading.store import Note, notes_before
from bot.stories.shown import author_html
from bot.stories.words import KIND
from bot.texts.html import clipped, escape
from bot.texts.language import Language

LIST, TAKE = "notes", "note"
KINDS = (Kind.COMMENT, Kind.REPLY, Kind.CORRECTION)
SHOWN, LONGEST_SHOWN, ALL = 10, 150, 10**9


def list_notes(pressed: Pressed) -> Answer:
    """The newest of them, numbered by their position, with a button each."""
    say, number = pressed.touch.language.say, pressed.number
    notes = notes_before(pressed.touch.connection, number, KINDS, ALL, SHOWN)
    if not notes:
        return Answer(say("Nothing is said under #%(number)s.", number=number), alert=True)
    head = say("Under #%(number)s. A press takes one off for good:", number=number)
    lines = [_line(note, pressed.touch.language) for note in reversed(notes)]
    buttons = [Button(f"🗑 {one.position}", f"rep:{number}:{TAKE}:{one.position}") for one in notes]
    return Answer(screen=Screen("\n\n".join([escape(head), *lines]), packed(reversed(buttons))))


def take_off(pressed: Pressed, publisher: Publisher) -> Answer:
    """`erased` where it was there."""
    touch, say = pressed.touch, pressed.touch.language.say
    if not publisher.take_off_note(touch.connection, pressed.number, pressed.place):
        return Answer(say("It is no longer there."))
    return Answer(say("It is taken off."), erased=True)


def _line(note: Note, language: Language) -> str:
    words = author_html(clipped(note.text, LONGEST_SHOWN), links=False)
    return f"<b>{note.position}</b> · {escape(language.say(KIND[note.kind]))}\n{words}"
