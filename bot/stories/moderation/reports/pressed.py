"""A press under what tells of a report."""

from dataclasses import dataclass

from bot.chat.touch import Touch


@dataclass(frozen=True)
class Pressed:
    """A button of a report of story `number`; `place` is what stands behind its action: the message
    below which a question is, or the position of a comment.
    """

    touch: Touch
    number: int
    place: int
