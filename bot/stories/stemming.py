"""The words a story is found by, as the table of stems keeps them."""

from bot.texts.stems import stems

LONGEST_STEM = 40


def stems_of(text: str, language: str) -> set[str]:
    """Each stem of at most 40 characters; `language` is one of en, it, pl."""
    return {stem[:LONGEST_STEM] for word in stems(text, language) for stem in word if stem}
