"""Numbers of things that only Polish stories write so: acts, standards, trains, tyres, speeds."""

DAY = r"(?:0?[1-9]|[12]\d|3[01])"
PUBLISHED = (
    r"\b(?:rozporządzeni\w+|zarządzeni\w+|uchwa[łl]\w*|norm\w{1,3}|pn|wyrok\w*|orzeczeni\w+|dyrektyw\w+"
    r"|tsue|etpcz|poz)\.? (?:nr\.? |numer |z |en |pn |iso |tsue |w sprawie |\(?ue\)? )*"
    r"(?:iso |en )?\(?(?:[ctivxl]+[-/])?\d+(?:[/.\-]\d+)*"
)
STANDARD = r"\bpn-(?:en|iso)[ \-](?:iso[ \-])?\d+(?:[\-:]\d+)*"
DECISION = (
    r"\bdecyzj\w+ (?:prezesa )?(?:uokik|uke|ure|uodo)\w*(?:-u)? (?:nr )?[a-z]{1,5}-\d{1,3}/\d{4}\b"
)
TRAIN = r"\b(?:ic|eic|eip|tlk|ir|km|skm|wkd|lo|fr|w6|lh) ?\d{2,5}\b(?![/\-]\d| \d)"
TYRE = r"\b\d{3}/\d\d ?z?r ?\d\d\b"
# As in "termin 1.03".
DAY_OF_A_MONTH = (
    r"\b(?:z|ze|do|od|dnia|dniu|przed|po|termin\w*|monit\w*|między|a|i) "
    rf"{DAY}\.(?:0?[1-9]|1[0-2])\b(?!\.?\d|[/\-]| \d)"
)
# As in "*100#".
SERVICE = r"\*\d{2,3}(?:\*\d{1,2})*#"
SIZE = r"\b(?:grzejnik|rozmiar|wymiar|format|opon|profil)\w*(?: o wymiarach)? \d{1,4}(?:/\d{1,4}){1,2}\b"
SPEED = (
    r"\b(?:światłow|łącz|internet|prędkoś|transfer|mega|kabl|wi-?fi|mb/s|parametr)\w*"
    r"(?: (?:do|z|na|w|o|ma|jest|był[oay]?|miał[ao]?|umow\w+|papierze|symetryczn\w+|to|tylko|wynosi\w*))*"
    r" \d{1,4}/\d{1,4}(?![\d/\-])"
    r"(?:,? (?:(?:na|po|w|zamiast) (?:kablu|wi-?fi|rzeczywistości|umowie) ?)?,? ?\d{1,4}/\d{1,4}\b(?![/\-]))?"
)
# As in "miałem 300/50": round both.
ROUND_SPEED = (
    r"\b(?:mam|mieliśmy|miał[ae]m|zrobili|dali|dostał[ae]m|obiecali|zamiast|wykupił[ae]m|jest|było)"
    r"(?: (?:umowę|internet|łącze|na|tylko))* \d{2,3}0/\d{1,2}0(?![\d/\-])"
)
THINGS = (
    PUBLISHED,
    STANDARD,
    DECISION,
    TRAIN,
    DAY_OF_A_MONTH,
    SERVICE,
    SIZE,
    SPEED,
    ROUND_SPEED,
)
