"""The parts of a text where digits are: all that most rules read."""

import re

DIGITS = re.compile(r"\d+")
# How far from a digit a rule looks, before and after it.
NEAR, FAR = (24, 48), (70, 130)
Windows = tuple[tuple[int, int], ...]


def around_digits(text: str, *, far: bool) -> Windows:
    """Where each part starts and ends: sorted and apart, though the last may end past the text."""
    before, after = FAR if far else NEAR
    result: list[tuple[int, int]] = []
    for match in DIGITS.finditer(text):
        start, end = max(0, match.start() - before), match.end() + after
        if result and start <= result[-1][1]:
            result[-1] = result[-1][0], end
        else:
            result.append((start, end))
    return tuple(result)


def starts_of_digits(text: str, windows: Windows) -> Windows:
    """Where each group of digits starts, and where the window ends that it is in."""
    return tuple(
        (match.start(), window[1]) for window in windows for match in DIGITS.finditer(text, *window)
    )
