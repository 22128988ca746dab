"""A choice answered by typing its label or its number."""

from collections.abc import Mapping

from bot.texts.folding import folded_words


def read_choice(text: str, labels: Mapping[str, str]) -> str | None:
    """The id of the label typed (case, accents, emoji and punctuation aside), or of the n-th one.

    A label that is itself a number wins over the position; two equal labels are no answer.
    """
    typed = folded_words(text)
    if not typed:
        return None
    named = [choice for choice, label in labels.items() if folded_words(label) == typed]
    if named:
        return named[0] if len(named) == 1 else None
    position = typed[0] if len(typed) == 1 else ""
    if not (position.isascii() and position.isdecimal() and len(position) < len("1000")):
        return None
    return dict(enumerate(labels, start=1)).get(int(position))
