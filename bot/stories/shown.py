"""Author's text as it is shown: escaped, without tricks of direction, links not live.

Telegram turns addresses, @names, #tags and /commands of any message into links. A word joiner, which
nobody sees, keeps it from doing so.
"""

import re
import unicodedata
from typing import NamedTuple

from bot.texts.html import escape

JOINER = "\N{WORD JOINER}"
ZERO_WIDTH_JOINER = "\N{ZERO WIDTH JOINER}"
MOST_MARKS = 3  # letters piled with accents climb out of their line
# A joiner comes behind each match: at most one for each of these signs, which page lengths rely on.
_LIVE = re.compile(
    r"(?<=[^\s.])\.(?=[^\W\d_]{2})"  # exam.ple
    r"|(?<=\d)\.(?=\d{1,3}\.\d{1,3}\.\d{1,3}(?!\d))"  # 192.0.2.1
    r"|:/(?=/)"  # tg://
    r"|[@#$](?=\S)"  # @name, a@b, #tag, $TAG
    r"|(?<![0-9A-Za-zÀ-ÖØ-öø-ɏ])/(?=\w)"  # /command
)
# What moderators are shown as a link, and may allow; nothing else of a text is ever live.
LINK = re.compile(
    r"(?:https?|tg)://\S+|(?<![^\W_])(?:www\.|t\.me/)\S+"
    r"|(?<![^\W_])[\w.+-]{1,64}@(?:[^\W_][\w-]{0,62}\.){1,8}[a-z]{2,12}(?![^\W_])"
    r"|(?<![^\W_])(?:[^\W_][\w-]{0,62}\.){1,8}[a-z]{2,12}(?:/\S*)?(?![^\W_])"
    r"|(?<![^\W_])@[A-Za-z]\w{3,31}",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"\n(?:[^\S\n]*\n){2,}")
_LINE_ENDS = re.compile(r"\r\n|[\r\u2028\u2029]")
# Fillers and selectors that count as letters or accents and leave nothing on the screen.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
_TAGS_AND_SELECTORS = range(0xE0000, 0xE1000)
_NO_CHARACTER = 0xFFFE  # the last two code points of each plane


class _Kept(NamedTuple):
    """The last character that is shown, and how many accents stand on its letter."""

    sign: str
    marks: int


def clean(text: str) -> str:
    r"""Without characters that are not seen: control, zero-width, direction; emoji stay whole.

    Lines end in `\n`, at most one is empty in a row; ends are trimmed.
    """
    shown: list[str] = []
    last = _Kept("", 0)
    for sign in _LINE_ENDS.sub("\n", text):
        if not sign.isascii():
            kept = _after(last, sign)
        else:
            kept = _Kept(sign, 0) if sign.isprintable() or sign in "\n\t" else None
        if kept is not None:
            shown.append(sign)
            last = kept
    return _BREAKS.sub("\n\n", "".join(shown)).strip()


def author_html(text: str, *, links: bool) -> str:
    """Telegram HTML that shows the text as it was typed; `links` leaves what LINK finds live."""
    plain = clean(text)
    found = LINK.finditer(plain) if links else ()
    allowed = {place for match in found for place in range(*match.span())}

    def broken(match: re.Match[str]) -> str:
        return match[0] if match.start() in allowed else match[0] + JOINER

    return escape(_LIVE.sub(broken, plain))


def _after(last: _Kept, sign: str) -> _Kept | None:
    """None for a sign that is left out."""
    category = unicodedata.category(sign)
    if sign == ZERO_WIDTH_JOINER:
        return last._replace(sign=sign) if _may_be_joined(last.sign) else None
    if category in {"Cc", "Cf", "Cs", "Co"} or _is_blank(sign):
        return None
    if category not in {"Mn", "Me"}:
        return _Kept(sign, 0)
    return _Kept(sign, last.marks + 1) if last.marks < MOST_MARKS else None


def _may_be_joined(sign: str) -> bool:
    """A joiner holds emoji together; elsewhere it is a trick."""
    return bool(sign) and unicodedata.category(sign) in {"So", "Sk", "Mn"}


def _is_blank(sign: str) -> bool:
    code = ord(sign)
    return sign in _BLANK or code in _TAGS_AND_SELECTORS or code & _NO_CHARACTER == _NO_CHARACTER
