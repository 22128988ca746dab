"""Numbers that identify nobody: prices, dates, times, durations, measures, articles of law."""

import re
from functools import cache

NUMBER = r"(?:\d{1,3}(?:[ .,']\d{3})+|\d{1,9})(?:[.,]\d{1,2})?"
MONEY = r"(?:€|£|\$|\beur\b|\beuro\b|\busd\b|\bgbp\b|\bpln\b|\bzł)"
MONTHS = {
    "en": "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?",
    "it": "gen(?:naio)?|feb(?:braio)?|mar(?:zo)?|apr(?:ile)?|mag(?:gio)?|giu(?:gno)?|lug(?:lio)?"
    "|ago(?:sto)?|sett?(?:embre)?|ott(?:obre)?|nov(?:embre)?|dic(?:embre)?",
    "pl": "stycz(?:eń|nia|niu)|lut(?:y|ego|ym)|mar(?:zec|ca|cu)|kwie(?:cień|tnia|tniu)|maj[au]?"
    "|czerw(?:iec|ca|cu)|lip(?:iec|ca|cu)|sierp(?:ień|nia|niu)|wrze(?:sień|śnia|śniu)"
    "|październik[au]?|listopad(?:a|zie)?|grud(?:zień|nia|niu)",
}
UNITS = {
    "en": "seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|times?|calls?"
    "|pounds?|quid|dollars?|bucks|pence|p|cents?|percent|per cent|miles?|customers?|people|emails?"
    "|visits?|pages?|letters?|working|points?|grand|callers?|units?|tickets?|bills?|children|kids|engineers?|agents?|weeks|attempts|transfers|options?|questions?|rooms?|parcels?|men|women|menus?|am|pm|a\\.m|p\\.m",
    "it": "second[oi]|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|volt[ae]|chiamat[ae]"
    "|euro|centesim[oi]|lire|per ?cento|chilometri|metri|clienti|persone|mail|pagine|telefonate"
    "|squilli|lavorativi|punti|rate|operatori|tentativi|mila|milioni|bollett[ae]|figli|persona|reclami|tecnici|raccomandat[ae]|uscite|risposte|domande|uomini|donne|gatti|operatrici|bambini|telefoni|pacchi|piani|stanze|fatture|posti|stagioni",
    "pl": "sekund[ayę]?|minut[ayę]?|min|godzin[ayę]?|godz|dni|dnia|dzień|tygodni[eau]?|tydzień"
    "|miesi[ąę]c[eyau]*|lat|lata|rok[u]?|raz[yóoem]*|połącze[ńn]i?a?|telefon[óo]w|telefonach|telefony|zł|złot\\w*"
    "|gr|grosz\\w*|procent|kilometr\\w*|klientów|osób|stron|roboczych|punktów|mail[ie]|tys|mln|zdań|faktur\\w*|rachun\\w*|dzieci|os[óo]b\\w*|piętrach|paczk\\w*|pism\\w*|pyta\\w+|ludzi|pokoj\\w*|technik\\w*|reklamacj\\w*|kwadrans\\w*|miesiącach|minutach|godzinach|dniach|latach",
}
MEASURES = "%|°|gb|mb|kb|tb|mbps|mb/s|gbps|giga|mega|kwh|kw|mc|m3|m²|m2|km|cm|mm|kg|g|ml|l|°c|x"
LAW = (
    r"(?:\b(?:art|artt|artykuł\w*|articol[oi]|articles?|sections?|legge|law|act|acts|d\.? ?lgs|dlgs"
    r"|decreto|regolamento|regulation|directive|direttiva|dyrektyw\w*|ustaw\w*|dz\.? ?u|comma|par"
    r"|ust|pkt|delibera|k\.c|k\.p|paragraf\w*)\.?|§) ?(?:n\.? ?)?\d+(?:[/.\-]\d+)*"
)


@cache
def counted_units(language: str) -> re.Pattern[str]:
    """What is counted: minutes, times, calls."""
    return re.compile(UNITS[language])


@cache
def ordinary_numbers(language: str) -> re.Pattern[str]:
    month = MONTHS[language]
    return re.compile(
        "|".join(
            (
                rf"{MONEY} ?{NUMBER}(?!\d)",
                rf"(?<![\d.,]){NUMBER} ?(?:[kK]\b|{MONEY}|-?(?:{UNITS[language]})\b)",
                rf"(?<![\d.,]){NUMBER} ?(?:{MEASURES})(?![\w])",
                r"(?<![\d./\-])\d{1,2}(?P<s>[./\-])\d{1,2}(?P=s)(?:\d{4}|\d{2})(?![\d/\-]|\.\d)",
                r"(?<![\d./\-])\d{4}-\d{2}-\d{2}(?![\d/\-])",
                rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th|[°º.])?(?: of)? (?:{month})\b\.?(?:,? \d{{4}}\b)?",
                rf"\b(?:{month})\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}}\b)?(?! ?\d)",
                rf"\b(?:{month})\.? (?:19|20)\d\d\b",
                r"(?<![\d.:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])",
                LAW,
            )
        )
    )
