"""A span of personal data, and how spans that touch each other become one."""

from collections.abc import Iterable
from dataclasses import dataclass

KINDS = (
    "phone",
    "email",
    "iban",
    "card",
    "tax_id",
    "national_id",
    "plate",
    "address",
    "birth_date",
    "code",
    "username",
    "link",
    "name",
)
# Whose kind a merged span takes; the more specific rule first.
RANK = {
    kind: rank
    for rank, kind in enumerate(
        (
            "email",
            "link",
            "iban",
            "card",
            "tax_id",
            "national_id",
            "birth_date",
            "address",
            "phone",
            "code",
            "plate",
            "username",
            "name",
        )
    )
}


@dataclass(frozen=True, order=True, slots=True)
class Found:
    """Code points `start` to `end` of the text; `certain` when a checksum holds."""

    start: int
    end: int
    kind: str
    certain: bool = False


def merged(spans: Iterable[Found]) -> tuple[Found, ...]:
    """Sorted and apart: spans that overlap become one, so nothing a rule found is left over."""
    result: list[Found] = []
    for span in sorted(spans):
        if result and span.start < result[-1].end:
            result[-1] = _union(result[-1], span)
        elif span.start < span.end:
            result.append(span)
    return tuple(result)


def _union(first: Found, second: Found) -> Found:
    best = min(first, second, key=lambda span: (not span.certain, RANK[span.kind]))
    end = max(first.end, second.end)
    return Found(first.start, end, best.kind, best.certain)
