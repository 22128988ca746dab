"""What an author types who wants markup read, links pressed, lines broken, screens refused."""

from bot.stories.model import LONGEST

LINKS = (
    "https://evil.example/x?a=1", "http://192.0.2.7/a", "192.0.2.7", "evil.com", "EVIL.COM/x",
    "t.me/evil_bot?start=1", "telegram.me/+AbC", "tg://resolve?domain=evil_bot", "ton://transfer/x",
    "xn--80ak6aa92e.com", "example.xn--p1ai", "пример.рф", "i❤.ws", "evil\u0301.com", "ev_il.evil.io",
    "@evil_bot", "²@evil_bot", "/start", "½/evil", "×/evil@evil_bot", "#evil", "#·evil", "$EVIL",
    "me@evil.example", "me@evil.example.com", "evil.com:8080", "ftp://evil.example",
)  # fmt: skip
"""Each is alone on its line somewhere, and amid words."""

INVITATIONS = (
    "Come to @free_money_bot, press /start and send #bonus: t.me/free_money_bot or free-money.io.",
    "Scrivi a @soldi_bot (t.me/soldi_bot), poi /start. Oppure tg://resolve?domain=soldi_bot!",
)

MARKUP = (
    "<b>bold</b> <a href='https://evil.example'>press</a> <tg-spoiler>x</tg-spoiler> <script>1</script>",
    '<a href="tg://user?id=1">me</a></blockquote></b></i></pre> <code>/start</code> <!-- -->',
    "&lt;b&gt; &amp;amp; &#60;i&#62; &#x110000; &nbsp &notit; &copy &quot; &#8238; &#0;",
    "*bold* _italic_ __u__ ~s~ ||spoiler|| `code` ```py\nx``` [press](https://evil.example) > quote",
    "{{ 7*7 }} {% raw %} {# x #} %(number)s %s ${x} #{x} \\N{BULLET} \\u202e {0} {name!r}",
    '#set page(fill: red) = Heading $x^2$ #image("/etc/passwd") @label <label> \\ ~ -- --- "quotes"',
    "'; DROP TABLE stories; -- \" OR 1=1 $(reboot) `id` ../../etc/passwd | & ; > /dev/null",
    "[name] [phone number] [link] [a@b] […] [[ ]] [" + "x" * 30 + "] (ask 0123456789abcdef)",
    ")]} ]]> <![CDATA[ x ]]> <?xml version='1.0'?> <feed></entry> \ufffe\uffff \x0b\x0c",
)

UNSEEN = (
    "pay\u202epal\u202c \u2066x\u2069 \u200bz\u200cz\u200d z\u2060z \ufeffbom \u00adsoft \u180eq",
    "\u202e" * 200 + "backwards",
    "\u3164\u115f\u1160\uffa0\u2800\u034f" * 20 + "blank",
    "a" + "\U000e0100" * 300 + "b" + "\U000e0041" * 300,
    "\u061c\u200e\u200fmarks \u2028line\u2029paragraph\x85next\rreturn",
    "a" + "\n \t\n" * 150 + "tower",
    "null\x00byte \x1b[31mred \x7f \b\b",
)

PILES = (
    "z\u0301\u0302\u0303" * 40 + "Z" + "\u0336\u0358\u0321" * 300,
    "ก" + "็" * 400 + "\u0e49" * 400,
    "ש" + "\u05b0\u05bc" * 200 + " ا" + "\u064b\u0651" * 200 + " \u0488\u0489",
    "m" + ("\u0301\u0301\u0301\u200d" * 100),
)

ALIKE = (
    "Раура1 аnd Gооgle tооk mу mоney",
    "𝐛𝐨𝐥𝐝 ｆｕｌｌ ⓔⓝⓒ ﷽ ﷺ ꧅ 𒐫 ⸻ ⸻",
    "ԁigits ٣٤٥ １２３ ²³ ½ Ⅷ",
)

BOMBS = (
    "🙂", "👩‍👩‍👧‍👦", "🏳️‍🌈🏴󠁧󠁢󠁥󠁮󠁧󠁿🇮🇹☎️1️⃣", "🧨\u200d", "&<>", "a.bc ", "@a#b/c$d:", "x", "ﷺ",
)  # fmt: skip

HALVES = ("half \ud83d of an emoji", "\udc00\ud800 the wrong way round", "\ud800" * 50)

ENOUGH = (
    "They kept me on the line for an hour, then hung up, and nobody ever called back as promised."
)


def stories() -> dict[str, str]:
    """Texts as long as a story must be, bombs as long as one may be, by a name."""
    told = {
        "links": "\n".join(LINKS) + "\n" + " and ".join(LINKS),
        "markup": "\n".join((*INVITATIONS, *MARKUP)),
        "unseen": f"{ENOUGH}\n" + "\n".join((*UNSEEN, *ALIKE)),
        "piles": "\n".join((*PILES, ENOUGH.upper()[::-1])),
    }
    return told | {f"bomb {bomb}": (bomb * LONGEST)[:LONGEST] for bomb in BOMBS}


NAMES = (
    "@evil_bot", "/start", "#evil", "evil.com", "t.me/evil", "<b>Bold</b>", "</b>&lt;x", "192.0.2.7",
    "a&b<c>d", "\u202elairomem", "Z" + "\u0336" * 20, "🙂" * 12, "{{ 7*7 }}", "*x* _y_ [z](u)", "$EVIL",
)  # fmt: skip
"""For nicknames, companies and tags."""
