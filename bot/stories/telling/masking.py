"""From the text and what was found in it to what is sent: pure functions."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bot.chat.visit import Visit
from bot.stories.model import OWN_SIGN, OWN_WORD, Body, Mask
from bot.stories.redaction import Found, find
from bot.stories.redaction.labels import label
from bot.stories.telling.drafts import Draft, Span


def placeholder(kind: str, language: str) -> str:
    """What stands in the text instead; the author's own choice gives no kind away."""
    return OWN_SIGN if kind == OWN_WORD else label(kind, language)


def found_in(visit: Visit, text: str) -> tuple[Found, ...]:
    """What is found in the text, looked for once a visit."""
    key = f"found {visit.language.code} {text}"
    if key not in visit.memory:
        visit.memory[key] = find(text, visit.language.code)
    found = visit.memory[key]
    assert isinstance(found, tuple)
    return found


def chosen(text: str, found: Iterable[Found], draft: Draft) -> tuple[Found, ...]:
    """What is masked in the end, sorted and apart.

    What the author called no personal data stays readable, unless a checksum says otherwise; the
    words of their own choice are masked where nothing else is.
    """
    kept = set(draft.kept)
    held = [one for one in found if one.certain or (one.start, one.end) not in kept]
    free = _outside(_joined(text, draft.added), held)
    own = [Found(*span, OWN_WORD, False) for span in (_trimmed(text, *one) for one in free) if span]
    return tuple(sorted([*held, *own]))


def with_masks(text: str, spans: Sequence[Found], language: str) -> tuple[str, tuple[Mask, ...]]:
    """The masked text, and where in it the placeholders stand. `spans` sorted and apart."""
    pieces: list[str] = []
    masks: list[Mask] = []
    done = length = 0
    for one in spans:
        sign = placeholder(one.kind, language)
        length += one.start - done
        pieces += [text[done : one.start], sign]
        masks.append(Mask(length, length + len(sign), one.kind))
        length += len(sign)
        done = one.end
    return "".join([*pieces, text[done:]]), tuple(masks)


def body_of(visit: Visit, draft: Draft) -> Body:
    """What moderators will see of the draft."""
    spans = chosen(draft.text, found_in(visit, draft.text), draft)
    text, masks = with_masks(draft.text, spans, visit.language.code)
    return Body(
        text=text,
        teller=draft.teller or "other",
        sector=draft.sector or "other",
        tags=draft.tags,
        nickname=draft.nickname,
        company=draft.company,
        masks=masks,
    )


def counts(spans: Iterable[Found]) -> Counter[str]:
    return Counter(one.kind for one in spans)


def _joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """Neighbours with nothing but white space in between become one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = first + len(words.strip())
    return (first, last) if first < last else None


def _outside(spans: Iterable[Span], held: Sequence[Found]) -> Iterator[Span]:
    """The pieces of the spans that nothing of `held` covers; `held` sorted and apart."""
    for first, last in spans:
        start = first
        for one in held:
            if one.end <= start or one.start >= last:
                continue
            if start < one.start:
                yield start, one.start
            start = one.end
        if start < last:
            yield start, last
