"""Italian streets: "via dei Mille 47/B, 38122", "al 12 di via Manzoni", "viale Po ventidue"."""

import re
from collections.abc import Iterator

from bot.stories.redaction.addresses.italian_houses import ALONE, house_number
from bot.stories.redaction.addresses.walking import Form, number_end, streets
from bot.stories.redaction.spans import Found
from bot.stories.redaction.story import Story

LINKS = frozenset(
    {"di", "del", "dello", "della", "dei", "degli", "delle", "dell", "da", "dal", "dalla", "dalle"}
    | {"d", "de", "e", "ed", "a", "al", "alla", "alle", "allo", "ai", "in", "la", "le", "lo", "l", "il"}
    | {"san", "santo", "santa", "sant", "ss", "s", "des", "du", "von", "am", "im", "der", "sul", "sulla"}
    | {"tre", "quattro", "cinque", "due", "per", "i", "gli", "agli", "dalli", "con", "fra", "prima", "via"}
    | {"don", "papa", "padre", "suor", "fra", "dott", "gen", "col", "cap", "mons", "ten", "prof", "ing", "avv"}
)  # fmt: skip
NAMES = frozenset(
    {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre"}
    | {
        "ottobre",
        "novembre",
        "dicembre",
        "romano",
        "romana",
        "italia",
        "natale",
        "chiesa",
        "regione",
    }
    | {"comune", "madonna", "stato", "prima", "santo", "gesù", "dio", "internet", "pasqua", "zia"}
)
# "Via" means "by" or "away" before these.
BY = frozenset(
    {"mail", "email", "pec", "sms", "fax", "posta", "web", "chat", "internet", "telefono", "app"}
    | {"whatsapp", "telegram", "radio", "cavo", "satellite", "bonifico", "skype", "messaggio", "e"}
    | {"raccomandata", "definitiva", "telematica", "breve", "bonaria", "giudiziale", "stragiudiziale"}
    | {"eccezionale", "preferenziale", "cautelare", "amministrativa", "ordinaria", "prioritaria"}
    | {"ufficiale", "formale", "informale", "esclusiva", "transitoria", "libera", "crucis", "lattea"}
    | {"wifi", "wi", "usb", "bluetooth", "cartacea", "sperimentale", "generale", "corriere", "tecnica"}
    | {"digitale", "orale", "scritta", "video", "zoom", "teams", "messenger", "cellulare", "smartphone"}
    | {"legale", "principale", "subordinata", "urgente", "epistolare", "etere", "computer"}
)  # fmt: skip
ORDINAL = r"(?:(?:[ivx]{1,4}|\d{1,2}[°ºªa^]|prim[ao]|second[ao]|terz[ao]|quart[ao]) )"
BEFORE = re.compile(
    rf"\b{ORDINAL}?(?:traversa|trav\.?|vico|parallela|prol(?:ungamento|\.))(?: di| a| della)? $|\b{ORDINAL}$"
)
NUMBER_BEFORE = re.compile(
    r"\b(?:(?:al|il|dal|del) )?(?:(?:numero|civico|n\.|n°|nr\.?) ?){0,2}(?:\d{1,4}(?: ?/? ?[a-z]\b)?|(?<=al )[a-zé]{3,20}"
    r"|(?<=il )[a-zé]{3,20}|(?<=civico )[a-zé]{3,20}|(?<=numero )[a-zé]{3,20})(?: bis)? (?:di|in) $"
)
CAPITALS = re.compile(
    r"[ .](?:(?:d[a-z']{1,4} ?|la |lo |le )?[A-ZÀ-Ù][\w'.]+ ?|[A-Z]\. ?){1,4}(?<! )"
)
ONE_WORD = re.compile(
    r"(?: (?:d[a-z]{1,4}|san|santa|sant|la|lo|le|monte|don))?[ '][^\W\d_]{3,}(?: [a-z][^\W\d_]{4,}(?=[,.;!?)\n]|\Z| a ))?"
)
HOME = re.compile(
    r"\b(?:abit\w+|viv\w+|resident\w*|residenza|risied\w+|domicilia\w*|domicilio|casa|indirizzo) ?(?::|è|in|a|di)* ?$"
)
SURELY_HOME = re.compile(r"\b(?:abit[aio]\w*|vivo|viviamo|resident[ei]) (?:in |a )?$")
IN_STREET = re.compile(
    r"\b(?:sto|stiamo|sta|casa|consegn\w*|sped\w+|tecnic[oi]|arriv\w+|trasfer\w+|trasloc\w+|sede|trov\w+|indirizzo|suon\w+"
    r"|citofon\w+|venut\w+|mandat\w+|palazz\w+|condominio|negozio|ufficio|studio|contatore|linea|fornitura|utenza|domicilio"
    r"|nat[oa]|abit\w+|viv\w+|fibra|guasto|pacco|ritir\w+|appartamento|garage|box|intervent\w+|allaccio)\b"
    r"[^.!?\n]{0,30}\b(?:in|di|a|da) $"
)
GERMAN = re.compile(
    r"\b[A-ZÄÖÜ][\w\-]*(?:stra(?:ß|ss)e|str\.|gasse|weg|platz|allee|ring|gässchen|promenade|dorf|hof|graben|ufer)[, ]{1,2}"
    r"\d{1,3}(?: ?/? ?[a-zA-Z]\b|/\d{1,2})?"
)
VENETIAN = re.compile(
    r"\b(?:Dorsoduro|Cannaregio|Castello|San Marco|San Polo|Santa Croce|Giudecca)[, ]{1,2}(?:n[.°] ?)?\d{1,4}(?:/?[a-zA-Z]\b)?"
)
PLACE = r"(?:[A-ZÀ-Ù][\w'.]*,? ){1,3}(?:n[.°] ?)?\d{1,4}(?: ?/? ?[a-zA-Z]\b)?"
AT_HOME = re.compile(
    r"\b(?i:indirizzo|abit\w+|viv[eoi]\w*|resident\w*|residenza|consegn\w+|spedi\w+|domicili\w+|casa|sede|recapit\w+"
    r"|sto|stiamo|ubicat\w+|civico)\b[^.!?\n\d]{0,34}?"
    rf"(?: in| a|:| è| al|,) (?P<place>{PLACE})(?![\d.,:]\d)"
)
HEROES = re.compile(
    r"\b(?i:in|a|di|al|da|tra|,) (?P<place>(?i:garibaldi|mazzini|cavour|matteotti|marconi|gramsci|manzoni|leopardi|carducci"
    r"|pascoli|verdi|rossini|puccini|galilei|vittorio emanuele(?: ii)?|umberto i|dante|petrarca|de gasperi|aldo moro|kennedy"
    r"|cesare battisti|battisti|bixio|crispi|cadorna|pertini|togliatti|d'annunzio|foscolo|alfieri|ariosto|buonarroti"
    r"|cristoforo colombo|xx settembre|iv novembre|xxv aprile|25 aprile|i maggio|corridoni|turati|mameli|nazario sauro"
    r"|duca d'aosta|principe amedeo|margherita),? (?:n[.°] ?)?\d{1,3}(?: ?/? ?[a-z]\b(?!'))?)(?![\d.,:]\d)"
)
ROAD = re.compile(
    r"\b(?:strada (?:statale|provinciale|regionale)|statale|provinciale|ss|sp|sr|s\. ?s\.|s\. ?p\.|s\. ?r\.|str\. ?(?:prov|stat|reg|com)\.) ?(?:n\.? ?)?"
    r"\d{1,3}\w{0,3}(?: (?!km|n\b)\w+)?(?:,? (?:al )?(?:km|chilometro)\.? ?\d+(?:[.,+]\d+)?|,? ?(?:n\.|n°|nr\.?|civico|numero) ?\d{1,4}"
    r"(?:/?[a-z]\b)?)"
)
BOX = re.compile(r"\b(?:casella postale|c\.p\.|c\. p\.) ?(?:n\.? ?)?\d{1,6}")
CORE = re.compile(
    r"(?:via|viale|v\.|piazz|corso|vic[ol]|largo|contrada|strada|rione|fraz|loc|p\.|c\.)"
)
FAMOUS = re.compile(
    r" (?:nazionale|veneto|vittorio veneto|condotti|monte ?napoleone|roma|italia|aurelia|appia|emilia|cassia|flaminia|salaria"
    r"|tuscolana|casilina|europa|duomo|affari|san pietro|navona|del popolo|di spagna|venezia|montecitorio|san marco|buenos aires"
    r"|del corso|maggiore|della signoria|del campo|plebiscito|del plebiscito|mazzini|solferino|sempione|trieste|unità)\b(?! \d)"
)
LOOK_BACK, REACH = 50, 130


def italian(story: Story) -> Iterator[Found]:
    form = Form(house_number(), LINKS, NAMES)
    for start, index in streets(story):
        following = story.words[index : index + 1]
        if following and following[0].low in BY and not following[0].text[0].isupper():
            continue
        end = number_end(story, index, form)
        before = BEFORE.search(story.low, max(0, start - LOOK_BACK), start)
        first = before.start() if before else start
        if end is None:
            yield from _without_number(story, first, story.words[index - 1].end)
        else:
            yield Found(first, end, "address")
    for pattern in (AT_HOME, HEROES):
        for match in story.matches(pattern, story.text, far=True):
            if match.end() - 1 not in story.ordinary:
                yield Found(*match.span("place"), "address")
    for pattern in (GERMAN, VENETIAN, BOX, ROAD, ALONE):
        text = story.text if pattern in {GERMAN, VENETIAN} else story.low
        for match in story.matches(pattern, text, far=True):
            yield Found(match.start(), match.end(), "address")


def _without_number(story: Story, start: int, end: int) -> Iterator[Found]:
    """A street with its number before it, or without one where somebody lives."""
    name, since = CAPITALS.match(story.text, end, end + REACH), max(0, start - LOOK_BACK)
    before = NUMBER_BEFORE.search(story.low, since, start)
    short = name or ONE_WORD.match(story.low, end)
    if before and short:
        yield Found(before.start(), short.end(), "address")
    elif name and (
        HOME.search(story.low, since, start)
        or (
            IN_STREET.search(story.low, since, start)
            and CORE.match(story.low, start)
            and not FAMOUS.match(story.low, end)
        )
    ):
        yield Found(start, name.end(), "address")
    elif short and SURELY_HOME.search(story.low, since, start):
        yield Found(start, short.end(), "address")
