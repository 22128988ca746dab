"""What follows the name of an Italian street: "n. 12/A, scala B, 3° piano, int. 7, 20121"."""

import re
from functools import cache

from bot.stories.redaction.numerals import numerals

LEAD = (
    r"(?:[, ]{1,3}|,? ?\n|,? ?[\-(] ?)(?:(?:all'|al|dal|il|è il|a l|presso il) ?)?"
    r"(?:(?:numero civico|civico numero|civ(?:ico|\.)? ?n(?:umero|r|[.°º])?|n(?:umero|[.°º])? ?civ(?:ico|\.)?"
    r"|numero|civico|civ|nr|num|n°|nº|n|no)(?:[.°º: ]{1,3}|(?=\d)))?"
)
SUFFIX = (
    r"(?:(?: ?(?:/|\\|-|barra) ?| )?(?:[a-z](?!\. ?[\da-z]\b)|bis|ter|quater|rosso|nero|ross[ao]|r)\b(?: ?/ ?\d{1,3}\b)?"
    r"|(?:[/\\\-]| barra )\d{1,4}(?: ?/? ?[a-z]\b(?!'))?)?"
)
INSIDE = (
    r"(?:interno|interni|int|scala|sc|piano|pno|palazzina|palazzo|pal|palaz|edificio|edif|ed|appartamento|appart"
    r"|app|apt|lotto|isolato|is|blocco|bl|corpo|torre|capannone|stabile|box|citofono|campanello|cancello|portone"
    r"|fabbricato|fabbr|villetta|villino|villa|ingresso|porta|modulo|lato|bungalow|piazzola|stanza|camera"
    r"|negozio|unità|casa|cortile|settore|gruppo|podere|pod|maso|villaggio|baita|chalet)"
)
ORDINAL = (
    r"(?:\d{1,2}[°ºoªa^]|primo|secondo|terzo|quarto|quinto|sesto|settimo|ottavo|nono|decimo|ultimo)"
)
FLOOR = rf"(?:terra|terreno|rialzato|ammezzato|attico|{ORDINAL})"
SIDE = r"(?:sinistr[ao]|destr[ao]|sx|dx|unic[ao]|centro|centrale)"
SAID = r"(?:uno|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|quindici|venti)"
INNER = (
    rf"(?:(?:al |alla |all'|alle |nella |nel )?{INSIDE}\b\.? ?(?:n(?:umero|[.°º])? ?)?"
    rf"(?:{FLOOR}(?!\w)|{SIDE}\b|[a-z]\b(?!')(?:[/ \-]?\d{{1,3}}\b)?|\d{{1,4}}(?:[/\- ]?[a-z]\b(?!')|/\d{{1,3}}| bis\b)?"
    rf"|[ivx]{{1,4}}\b|{SAID}\b)"
    rf"|(?:al |all')?(?:{FLOOR}|{SAID}) ?(?:piano|p\.|pno|p\b)|p(?:iano)?\.? ?(?:terra|t\.|t\b|\d{{1,2}}\b))"
)
ESTATE = (
    r"(?:complesso|residence|residenza|condominio|cond\.|parco|villaggio|lottizzazione|case popolari|centro)"
    r" (?:[\w'.]+ ){0,3}?[\w'.]+"
)
POSTCODE = r"(?:(?:[, \-]{1,3}|,? ?\n)\(?(?:cap:? ?)?(?:i-)?\d{5}\b)?"
MORE = rf"(?:[ ,\-/]{{0,3}}\(?{INNER}\)?){{0,6}}"
REST = rf"(?:,? ?\(?{ESTATE}(?=[, ]+{INNER}))?{MORE}{POSTCODE}"
KILOMETRE = r"[, ]{1,2}(?:al )?(?:km|chilometro)\.? ?(?:\d+(?:[.,+]\d+)?)"
NONE = r"[, ]{1,2}(?:n\.? ?)?(?:s\.? ?n\.? ?c\b\.?|s\.? ?n\b\.?|s/n\b|senza numero(?: civico)?\b)"
# A house of no street: two of its parts tell it, or one beside the estate's name.
ALONE = re.compile(rf"\b(?:{ESTATE}[, ]{{1,2}}{INNER}|{INNER}[ ,\-]{{1,3}}{INNER}){MORE}{POSTCODE}")


@cache
def house_number() -> re.Pattern[str]:
    """From the end of the street's name on; `number` is there when the house has one."""
    said = "|".join(
        sorted(
            (word for word, value in numerals("it").items() if value.isdigit()),
            key=len,
            reverse=True,
        )
    )
    digits = rf"\d{{1,4}}(?![\d.,]\d){SUFFIX}"
    spoken = rf"(?:{said})\b(?: barra (?:\w\b|{said}\b)|(?: barra)? (?:bis|ter|[b-df-h])\b(?!'))?"
    return re.compile(
        rf"(?:{LEAD}(?P<number>{digits}|{spoken})|{NONE}|{KILOMETRE}"
        rf"|(?:,? ?{ESTATE})?,? ?(?={INNER})(?={INSIDE}|{FLOOR} p))(?!\d| ?(?:€|euro\b)){REST}"
    )
