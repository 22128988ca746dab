"""Whether what stands before a word speaks of it: "sig. Rossi", "Cognome?" "Ferri"."""

import re

from bot.stories.redaction.names.cases import WHOLE_WORDS
from bot.stories.redaction.story import Story

GAPS = frozenset({" ", ". ", ".", ": ", ", ", ' "', " (", " „", " «", " '", "-", " “", "\n", ",\n"})
ASKED = frozenset({"nome", "cognome", "chiama", "chiami", "chiamava"})
ANSWER = re.compile(r" ?\?[\"»”'’]?[ \n]?(?:- ?)?[\"«“'‘]?")
# Whole Italian words end on a vowel, and of shortened ones these.
SHORTENED = frozenset({"ssa", "ra", "na", "ina", "le", "mo", "ma", "dottssa", "sigra", "e"})


def leads(story: Story, section: str, index: int) -> bool:
    """Whether the last word of a section's phrase speaks of the next: no new sentence starts there."""
    gap, low = story.gap(index), story.words[index].low
    if story.language == "it" and section == "introductions" and low in ASKED:
        return gap in GAPS or bool(ANSWER.fullmatch(gap))
    if story.language == "it" and gap.startswith("."):
        return gap in GAPS and (low[-1] not in "aeiou" or low in SHORTENED)
    return gap in GAPS and (gap != ". " or low not in WHOLE_WORDS)
