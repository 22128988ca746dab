"""Author's text as it is shown: escaped, without tricks of direction, links not live.

Telegram turns addresses, @names, #tags and /commands of any message into links. A word joiner, which
nobody sees, keeps it from doing so.
"""

import re
import unicodedata

from bot.texts.html import escape

JOINER = "\N{WORD JOINER}"
ZERO_WIDTH_JOINER = "\N{ZERO WIDTH JOINER}"
_MARK = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
_MARKS = re.compile(
    rf"({_MARK}{{3}}){_MARK}+"
)  # letters piled with accents climb out of their line
_LIVE = re.compile(
    r"(?<=[^\W_])\.(?=[^\W\d_]{2})"  # exam.ple
    r"|:/(?=/)"  # tg://
    r"|(?<![^\W_])[@#$/](?=[^\W])"  # @name, #tag, $TAG, /command
    r"|(?<=[^\W_])@(?=[^\W_])"  # a@b
)
_BREAKS = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    r"""Without characters that are not seen: control, zero-width, direction; emoji stay whole.

    Lines end in `\n`, at most one is empty in a row; ends are trimmed.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    kept = "".join(
        sign for place, sign in enumerate(lines) if not _is_hidden(sign, lines[place - 1 : place])
    )
    return _BREAKS.sub("\n\n", _MARKS.sub(r"\1", kept)).strip()


def author_html(text: str, *, links: bool) -> str:
    """Telegram HTML that shows the text as it was typed; `links` leaves addresses live."""
    plain = clean(text)
    return escape(plain if links else _LIVE.sub(rf"\g<0>{JOINER}", plain))


def _is_hidden(sign: str, before: str) -> bool:
    """A joiner holds emoji together; elsewhere it is a trick."""
    if sign == ZERO_WIDTH_JOINER:
        return not before or unicodedata.category(before) not in {"So", "Sk", "Mn"}
    return sign not in "\n\t" and unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co"}
