"""Numbers that identify nobody: prices, dates, times, durations, measures, articles of law."""

import re
from collections.abc import Iterator
from functools import cache

from bot.stories.redaction.polish_numbers import THINGS, TYRE

NUMBER = r"(?:\d{1,3}(?:[ .,']\d{3})+|\d{1,9})(?:[.,]\d{1,2})?"
MONEY = r"(?:€|£|\$|\beur\b|\beuro\b|\busd\b|\bgbp\b|\bpln\b|\bzł)"
MONTHS = {
    "en": "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?",
    "it": "gen(?:naio)?|feb(?:braio)?|mar(?:zo)?|apr(?:ile)?|mag(?:gio)?|giu(?:gno)?|lug(?:lio)?"
    "|ago(?:sto)?|sett?(?:embre)?|ott(?:obre)?|nov(?:embre)?|dic(?:embre)?",
    "pl": "stycz(?:e[ńn]|nia|niu)|lut(?:y|ego|ym)|mar(?:zec|ca|cu)|kwie(?:cie[ńn]|tnia|tniu)|maj[au]?"
    "|czerw(?:iec|ca|cu)|lip(?:iec|ca|cu)|sierp(?:ie[ńn]|nia|niu)|wrze(?:sie[ńn]|[śs]nia|[śs]niu)"
    "|pa[źz]dziernik[au]?|listopad(?:a|zie)?|grud(?:zie[ńn]|nia|niu)|pa[źz]|wrz|kwi|gru|sty",
}
UNITS = {
    "en": "seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|times?|calls?"
    "|pounds?|quid|dollars?|bucks|pence|p|cents?|percent|per cent|miles?|customers?|people|emails?"
    "|visits?|pages?|letters?|working|points?|grand|callers?|units?|tickets?|bills?|children|kids|engineers?|agents?|weeks|attempts|transfers|options?|questions?|rooms?|parcels?|men|women|menus?|am|pm|a\\.m|p\\.m",
    "it": "second[oi]|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|volt[ae]|chiamat[ae]"
    "|euro|centesim[oi]|lire|per ?cento|chilometri|metri|clienti|persone|mail|pagine|telefonate"
    "|squilli|lavorativi|punti|rate|operatori|tentativi|mila|milioni|bollett[ae]|figli|persona|reclami|tecnici|raccomandat[ae]|uscite|risposte|domande|uomini|donne|gatti|operatrici|bambini|telefoni|pacchi|piani|stanze|fatture|posti|stagioni"
    "|minutini|giornate|appuntamenti|interventi|episodi|stelle|gradi|chil[io]|gramm[io]|litri|kilowatt|watt|volt|pollici"
    "|canali|colleghi|colleghe|postazioni|turni|contratti|vendite|linee|ticket|lettere|solleciti|messaggi|email|utenti"
    "|ragazz[ie]|anziani|casi|passaggi|opzioni|euri|cent|dollari|sterline|franchi|nipoti|famiglie|condomini|appartamenti"
    "|abitanti|dipendenti|voti|passi|gradini|copie|fogli|moduli|firme|documenti|allegati|pratiche|feriali|consecutivi"
    "|lord[io]|nett[io]|solari|notti|sere|mattine|pomeriggi|quintali|ettari|semestri|trimestri|bimestri|decibel|follower|like|visualizzazioni|recensioni|iscritti|commenti|metri|pollici|colori|impiegati",
    "pl": "sekund[ayę]?|minut[ayę]?|min|godzin[ayę]?|godz|dni|dnia|dzie[ńn]|tygodni[eau]?|tydzie[ńn]"
    "|miesi[ąęae]c[eyau]*|lat|lata|rok[u]?|raz[yóoem]*|po[łl][ąa]cze[ńn]i?a?|telefon[óo]w|telefonach|telefony|z[łl]|z[łl]ot\\w*|pln|m-c\\w{0,2}|mies"
    "|gr|grosz\\w*|procent|kilometr\\w*|klient[óo]w|osób|stron|roboczych|punkt[óo]w|mail[ie]|tys|mln|zdań|dzieci|os[óo]b\\w*|piętrach|pyta\\w+|ludzi|pokoj\\w*|kwadrans\\w*|miesiącach|minutach|godzinach|dniach|latach",
}
# Few of these are told in numbers that long: more digits before them are a code or a telephone.
COUNTED = {
    "pl": "faktur\\w*|rachun\\w*|paczk\\w*|pism\\w*|technik\\w*|reklamacj\\w*|sztuk\\w*|szt|sms\\w*|wiadomoś\\w+"
    "|list(?:y|ów|ach)|prób\\w*|wizyt\\w*|rozmów|rozmow[yaę]|rozmowach|zgłosze[nń]\\w*|konsultant\\w*|operator\\w*"
    "|pracownik\\w*|stanowisk\\w*|numer(?:y|ów|ach)|umów|umowy|rat|raty|kanał\\w*|program\\w*|metr\\w*|litr\\w*"
    "|stopni\\w*|pięter|piętra|piętro|mieszkań|mieszkania|kobiet\\w*|mężczyzn\\w*|kot(?:y|ów)|ps(?:y|ów)"
    "|urządze\\w+|kroków|kroki|gwiazd\\w+|opcj\\w+|użytkownik\\w*|wyświetle\\w+|słów|gig\\w*"
    "|kilowat\\w*|ofert\\w*|skarg\\w*|pani|panów|sekundach|tygodniach|lat\\w*|razem|pracowników|cali|proc|pkt"
    "|odcin\\w+|sezon\\w*|przycisk\\w*|anten\\w*|żarów\\w+|panel\\w*|okien|okna|zakład\\w*|sklep\\w*|filmów|zdję[ćc]\\w*"
}
MEASURES = "%|°|gb|mb|kb|tb|mbps|mb/s|gbps|giga|mega|kwh|kw|mc|m3|m²|m2|km|cm|mm|kg|g|ml|l|°c|x"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
# Not after an area code, as in "0532 16.02.84".
AREA = r"(?<!\b0\d )(?<!\b0\d\d )(?<!\b0\d\d\d )(?<!\b3\d\d )"
LAW = (
    r"(?:\b(?:art|artt|artykuł\w*|articol[oi]|articles?|sections?|legge|law|act|acts|d\.? ?lgs|dlgs"
    r"|decreto|regolamento|regulation|directive|direttiva|dyrektyw\w*|ustaw\w*|dz\.? ?u|comma|par"
    r"|ust|pkt|delibera(?:zione)?|k\.c|k\.p|paragraf\w*|d\. ?p\. ?r|dpr|d\. ?l|d\. ?m|dpcm|l\.(?= ?n?\.? ?\d+/\d)|sentenza|cassazione|cass|modello"
    r"|ordinanza|circolare)\.?|§) ?(?:\(?(?:ue|ce|civ|agcom|arera|europeo)\.?\)? ?)?(?:n(?:\.|umero|r\.?)? ?)?"
    r"\d+(?:[/.\-]\d+)*(?:/[a-z]{2,5})?"
)


# "At 5.30", where no more digits are beside it.
CLOCK = {"en": (r"(?<![\d.])(?<!\d )(?:[01]?\d|2[0-3])\.[0-5]\d ?(?:[ap]m)?\b(?!\.?\d| \d)",)}


@cache
def counted_units(language: str) -> re.Pattern[str]:
    """What is counted: minutes, times, calls."""
    return re.compile("|".join([UNITS[language], *_counted(language)]))


def _counted(language: str) -> list[str]:
    return [COUNTED[language]] if language in COUNTED else []


@cache
def ordinary_numbers(language: str) -> re.Pattern[str]:
    """What starts with a digit is tried only at digits, the rest only where a word or sign starts."""
    digits, words = "|".join(_from_a_digit(language)), "|".join(_from_a_word(language))
    return re.compile(rf"(?=\d)(?:{digits})|(?:(?=\w)\b|(?=[^\w\s]))(?:{words})")


def _from_a_digit(language: str) -> Iterator[str]:
    month, units = MONTHS[language], UNITS[language]
    yield rf"(?<![\d.,]){NUMBER} ?(?:[kK]\b|{MONEY})"
    # "0755 500 3826 ore pasti", "3 4 7 1 chiamate pure": a telephone, no count.
    yield (
        r"(?<![\d.,])(?!(?<=\d[ \-])\d{3}(?! \d{3}\b)|(?<=\d\d[ \-]\d\d )|(?<=\d \d )\d\b)"
        rf"{NUMBER} ?-?(?:{units})\b"
    )
    yield rf"(?<![\d.,]){NUMBER} ?(?:{MEASURES})(?![\w])"
    yield rf"(?<![\d./\-]){AREA}{DAY}(?P<s>[./\-]){DAY}(?P=s)(?:\d{{4}}|\d{{2}})(?![\d/\-]|\.\d)"
    yield r"(?<![\d./\-])\d{4}-\d{2}-\d{2}(?![\d/\-])"
    yield rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th|[°º.])?(?: of)? (?:{month})\b\.?(?:,? \d{{4}}\b)?"
    yield r"(?<![\d.:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])"
    yield r"(?<![\d./])\d{1,2}[. ](?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})[. ](?:19|20)\d\d\b"
    yield from (
        rf"(?<![\w.,/\-])(?<!\d )\d{{1,3}} (?:{counted})\b" for counted in _counted(language)
    )
    yield from CLOCK.get(language, ())
    if language == "pl":
        yield TYRE


def _from_a_word(language: str) -> Iterator[str]:
    month = MONTHS[language]
    yield rf"{MONEY} ?{NUMBER}(?!\d)"
    yield rf"\b(?:{month})\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}}\b)?(?! ?\d)"
    yield rf"\b(?:{month})\.? (?:19|20)\d\d\b"
    yield (
        r"\b(?:ważn\w+|scad\w+|expir\w+|exp|valid\w*)\.?:? ?(?:do |il |on |until )?"
        r"\d\d/(?:20)?\d\d(?![\d/])"
    )
    if language == "it":
        yield (
            r"\b(?:(?:del|il|dal|al|di|lo|sul|per il) |l'|dell'|dall')"
            rf"{DAY}[/.](?:0?[1-9]|1[0-2])(?![\d/.\-])"
        )
    yield LAW
    if language == "pl":
        yield from THINGS
