"""What only Italian stories hold: codes dictated letter by letter, numbers before their word."""

import re
from collections.abc import Iterator
from itertools import chain

from bot.stories.redaction.numerals import numerals
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

LETTERS = (
    r"(?:effe|acca|elle|emme|enne|erre|esse|zeta|zita|kappa|cappa|ics|ipsilon|ypsilon|doppia vu|doppia v|vu doppia|i lunga|bi|ci"
    r"|di|gi|pi|cu|qu|ti|vi|vu|[a-z]|trattino|barra|slash|punto|spazio)"
)
FIGURE = r"(?:zero|uno|due|tre|quattro|cinque|sei|sette|otto|nove)"
FIGURES = re.compile(
    rf"\b{FIGURE}(?:[ ,.\-]{{1,3}}{FIGURE}){{4,}}\b|(?<![\d.,/] )(?<![\d.,/])\b\d(?: \d){{4,}}\b(?![.,/]\d)"
)
COUNTING = ("uno due tre", "1 2 3 4", "tre due uno", "5 4 3 2", "0 1 2 3")
CLEAR = re.compile(
    r"\b(?:effe|acca|elle|emme|enne|erre|esse|zeta|kappa|cappa|ics|ipsilon|doppia)\b"
)
CITIES = (
    r"(?:ancona|bari|bologna|como|domodossola|empoli|firenze|genova|hotel|imola|jolly|jersey|kappa|kursaal|livorno|milano|napoli"
    r"|otranto|palermo|padova|quarto|roma|savona|torino|udine|venezia|vicenza|washington|wagner|ics|xeres|york|ipsilon|yogurt"
    r"|zara|zebra|zeta|zurigo|alfa|bravo|charlie|delta|echo|foxtrot|golf|india|juliet|kilo|lima|mike|november|oscar|papa|quebec"
    r"|romeo|sierra|tango|uniform|victor|whiskey|xray|yankee|zulu)"
)
SHAPES = (
    re.compile(
        r"\br\.? ?g\.?(?: ?n\.? ?r\.?| ?e\.?| ?c\.?)? ?(?:n(?:\.|umero|r\.?|°)? ?)?\d{1,6}/\d{2,4}\b"
    ),
    re.compile(r"\b(?:[0-9a-f]{2}[:\-]){5}[0-9a-f]{2}\b"),
    re.compile(
        r"\b(?:numero|num\.|n\.|n°|nr\.?|nº) ?(?=[a-z0-9/.\-]*\d{3})(?P<code>[a-z]{1,4}[\-/ ]?\d{3,}\w*|\d{5,}\w*)\b"
    ),
    re.compile(
        r"\b(?:cifre|codice|numer[oi]|pin|otp|puk|password)\b\W{0,3}(?:[a-z]+ ){0,2}?(?P<code>\d(?:[ ,.\-]{1,2}\d){3,})\b"
    ),
    re.compile(r"\b[a-z]{1,4}-[a-z]{1,4} ?\d{3,}(?: \d{2,})*(?: [a-z]\b)?"),
    re.compile(r"\b(?:cvv2?|cvc2?|codice (?:di )?sicurezza)\W{0,3}(?:è|era)? ?(?P<code>\d{3,4})\b"),
    re.compile(
        r"\b(?:codice|cod\.?|matricola|operat(?:ore|rice)|badge|id) ?(?:n\.? ?|è |: ?)?(?P<code>[a-z]{1,4}[\-/]\d{2,}|\d{3,}/[a-z])\b"
    ),
    # A health card, a prescription, a registered letter.
    re.compile(r"\b80380\d{15}\b|\b\d{4}a\d{8,12}\b|\b\d{11,12}-\d\b"),
)
BEFORE_ITS_WORD = re.compile(
    r"\b(?P<code>(?=[a-z0-9/\-]*\d{3})[a-z0-9]+(?:[/\-][a-z0-9]+)*)(?:,|\)|\"|')? ?,?(?:\(? ?(?:è|era|sarebbe|come|quale|cioè|ossia)"
    r"(?: proprio| sempre| anche)?) (?:il |la |l')?(?:mi[oa] |suo |sua |nostr[oa] |vostr[oa] )?(?:numero |codice )*"
    r"(?:di |d'|del |della |dell')?(?:codice|cliente|pratica|contratto|ticket|ordine|polizza|matricola|tessera|pin|puk|otp|utenza"
    r"|protocollo|segnalazione|prenotazione|reclamo|spedizione|tracking|contatore|pod|pdr|sblocco|conferma|fattura)\b"
)
YEAR = re.compile(
    r"\b(?:(?:sono|è|era|siamo|sei) (?:una? |nat[oa] )?(?:del|dell')|class?e(?: di ferro)?(?: del)?|leva(?: del)?)[ :]{0,2}"
    r"(?P<date>'\d{2}\b(?! ?%)|(?<=dell')\d{2}\b(?! ?%)|19\d\d\b|(?<=classe )(?:\d{2}|20[01]\d)\b|(?<=del )\d{1,2}[/.\-]\d{1,2}[/.\-](?:19)?\d{2}\b(?<![/.\-][012]\d))"
)
SAID = (
    r"(?:primo|un|uno|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici|dicia\w+"
    r"|diciotto|(?:vent|trent|quarant|cinquant|sessant|settant|ottant|novant)\w{1,8}|mille\w{4,}|duemila\w*|\d{1,4})"
)
BORN = re.compile(
    rf"\bnat[oaie*@ə]\b[^.!?\n]{{0,20}}? (?:il|l'|lo|nel|del) ?(?P<date>{SAID} (?:del|di|/) ?{SAID}(?: (?:del|di|/) ?'?{SAID})?)\b(?! \w+ dopo)"
)
MASKED_PHONE = re.compile(
    r"\b(?:0\d{1,3}|3\d{2})[ ./\-]?(?=[\dx*. /\-]*[x*])[\dx*]{1,4}(?:[ ./\-]?[\dx*]{1,7}){1,3}(?![\w*])"
)
OLD = re.compile(
    r"\b(?:madre|padre|mamma|papà|nonn[ao]|marito|moglie|zi[ao]|suocer[ao]|signora|vedov[ao])(?: [a-zàèéìòù']+){0,2},? ?"
    r"[,(] ?(?P<date>19[0-9]\d) ?[,)]"
)
FEWEST_PARTS, FEWEST_DIGITS, REACH = 4, 2, 60


DIGITS = (
    r"(?:\d{1,4}|zero|un[oa]?|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici"
    r"|dicia\w+|diciotto|(?:vent|trent|quarant|cinquant|sessant|settant|ottant|novant)\w{1,8})"
)
GAP = r"(?:[ ,.\-]{1,3}(?:e |poi |di nuovo )?)"
SPELLED, BY_CITIES = (
    re.compile(
        rf"(?<![\w'])(?:{part}|{DIGITS})\b(?:{GAP}(?:{part}|{DIGITS})\b(?!')){{{FEWEST_PARTS - 1},30}}"
    )
    for part in (LETTERS, CITIES)
)
A_CITY = re.compile(rf"(?<!\w){CITIES}[ ,.\-]{{1,3}}(?:{CITIES}|{DIGITS})\b")


def find_italian(story: Story) -> Iterator[Found]:
    if story.language != "it":
        return
    for pattern in (*SHAPES, BEFORE_ITS_WORD):
        for match in story.matches(pattern, story.low):
            group = "code" if "code" in pattern.groupindex else 0
            if match.start(group) not in story.ordinary:
                yield Found(*match.span(group), "code")
    yield from _born(story)
    for match in story.matches(MASKED_PHONE, story.low):
        yield Found(match.start(), match.end(), "phone")
    for match in FIGURES.finditer(story.low):
        if not match[0].startswith(COUNTING):
            yield Found(match.start(), match.end(), "code")
    yield from _dictated(story)


def _born(story: Story) -> Iterator[Found]:
    dates = chain(story.matches(YEAR, story.low), story.matches(OLD, story.low))
    for match in chain(dates, BORN.finditer(story.low)):
        yield Found(*match.span("date"), "birth_date")


def _dictated(story: Story) -> Iterator[Found]:
    """As in "erre esse esse emme ottanta", "Firenze Kappa 382 Livorno Washington"."""
    for cue, pattern in ((CLEAR, SPELLED), (A_CITY, BY_CITIES)):
        for told in cue.finditer(story.low):
            for match in pattern.finditer(
                story.low, max(0, told.start() - REACH), told.end() + REACH
            ):
                if told.start() in range(*match.span()) and _digits(match[0]) > FEWEST_DIGITS:
                    yield Found(match.start(), match.end(), "code")


def _digits(text: str) -> int:
    values = numerals("it")
    return sum(
        len(values.get(word, word if word.isdigit() else "")) for word in re.findall(r"\w+", text)
    )
