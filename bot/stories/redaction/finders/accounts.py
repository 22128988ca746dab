"""Bank accounts with their country: told by the checksum, or by their length."""

import re
from collections.abc import Iterator

from stdnum import iban

from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

IBAN = re.compile(r"\b[a-z]{2} ?\d{2}(?:[ .\-]{0,2}[a-z0-9]){11,30}\b")
IBAN_LENGTHS = {"it": 27, "pl": 28, "gb": 22, "de": 22, "fr": 27, "es": 24, "ie": 22, "sm": 27}
# So much of an account that a slip spoils; less of it is a code and the words that follow.
DIGITS_OF_ACCOUNT = 0.6


def find_accounts(story: Story) -> Iterator[Found]:
    for match in story.matches(IBAN, story.low):
        compact = re.sub(r"[ .\-]", "", match[0])
        length = IBAN_LENGTHS.get(compact[:2])
        if length is None or len(compact) < length:
            if iban.is_valid(compact):
                yield Found(match.start(), match.end(), "iban", certain=True)
            continue
        end = _after(story.low, match.start(), length)
        valid = iban.is_valid(compact[:length])
        if valid or sum(char.isdigit() for char in compact[:length]) > length * DIGITS_OF_ACCOUNT:
            yield Found(match.start(), end, "iban", valid)


def _after(low: str, start: int, count: int) -> int:
    """Where `count` letters and digits from `start` end."""
    at = start
    while count:
        count -= low[at].isalnum()
        at += 1
    return at
