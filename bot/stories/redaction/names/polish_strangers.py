"""Polish capitals that are nobody: a patron, a saint's day, a thing with a name, a hero of a film."""

import re

from bot.stories.redaction.names.people import People

# Between "im." and the name of a patron.
HONOURS = frozenset(
    {"ks", "gen", "płk", "mjr", "kard", "bp", "abp", "prof", "dr", "św", "bł", "papieża", "króla"}
    | {"królowej", "marszałka", "generała", "hetmana", "księdza", "świętego", "świętej", "i"}
    | {"profesora", "doktora", "kardynała", "prymasa", "prezydenta", "rotmistrza", "von", "de"}
)
LONGEST_PATRON = 5
SAINTLY = frozenset({"święty", "świętego", "świętemu", "świętym", "świętej", "świętą", "św"})
ANYBODY = re.compile(
    r"(?:(?:typow|przysłowiow|statystyczn|przeciętn|stereotypow)(?:y|a|ego|ej|emu|ą|ym|e) \w+"
    r"|(?:zwyk[łl]|każd|szar|niejed)\w+ (?:kowalsk|nowak|janusz|grażyn)\w*)"
)
DEAR = frozenset({"drogi", "droga", "kochany", "kochana", "szanowna"})
CALLED = ("o", "niku", "iku", "cie", "rze", "elu")
# How adjectives and actions end that say what somebody does.
QUALITIES = ("czny", "czna", "alny", "alna", "jny", "jna", "cji", "ości", "ania", "enia")
# How far before "nazywa się" or after "to" the thing stands.
REACH = 6
NEXT = 3
SHOWN = re.compile(
    r"(?:słucha|lecia|leci|śpiewa|nuci|ogląda|film|serial|piosen|książ|powieś|spektak|odcin|przeb[oó]"
    r"|hit|utw[oó]r|skrypt|program|projekt|szablon|moduł|szkoleni|akcj|kampani|system|ofert|promocj|pakiet"
    r"|taryf|usług|aplikacj|bot|grają|grał|gra|puszcz|tytuł|arię|kultow|czyta|mus?z?yczk|zagra)\w*"
    r"[^.!?\n„\"]{0,14}[„\"«'“]\Z"
)
LOOKS_BACK = 40
OF_A_STORY = re.compile(
    r",? (?:z|ze) (?:tej |tego |tych |starej |starego )?(?:bajki|filmu|serialu|telenoweli|kabaretu"
    r"|skeczu|biblii|mitologii|mitu|wiersza|piosenki|memów|mema|powieści|książki|kreskówki|lektury"
    r"|dowcipu|kawału|dobranocki|legendy|przysłowia)\b"
)


def nobody(people: People, index: int) -> bool:
    """Whether the words around a capital make it no person."""
    if people.story.language != "pl":
        return False
    return (
        _patron(people, index)
        or _signs_as(people, index)
        or _one_of_many(people, index)
        or _is_called(people, index)
        or _is_a_thing(people, index)
        or _on_stage(people, index)
    )


def _patron(people: People, index: int) -> bool:
    """As in "Szpital im. ks. Jerzego Popiełuszki"."""
    for at in range(index - 1, max(0, index - LONGEST_PATRON), -1):
        word = people.word(at)
        if word.low == "im" and people.story.gap(at) in {". ", "."}:
            return people.story.gap(at - 1) == " "
        led = word.text[0].isupper() or word.low in HONOURS
        if not led or people.story.gap(at) not in {" ", ". ", "."}:
            return False
    return False


def _one_of_many(people: People, index: int) -> bool:
    """As in "do świętego Michała", "statystyczny Kowalski", "Droga Poczto"."""
    low, after = people.word(index).low, people.word(min(index + 1, len(people.story.words) - 1))
    if ANYBODY.fullmatch(f"{low} {after.low}"):
        return True
    if index == 0 or people.story.gap(index - 1) not in {" ", ". "}:
        return False
    before = people.word(index - 1).low
    if before in DEAR and low.endswith(CALLED):
        return not (people.given_anywhere(index) or people.surname_anywhere(index))
    saint = before in SAINTLY and people.given(index)
    return saint or bool(ANYBODY.fullmatch(f"{before} {low}"))


def _signs_as(people: People, index: int) -> bool:
    """As in "Pozdrawiam, Wściekły Klient", "Operator Logistyczny"."""
    known = people.given_anywhere(index) or people.surname_anywhere(index)
    if known or index == 0:
        return False
    if people.story.gap(index) == " " and people.capital(index + 1) and _does(people, index + 1):
        return index in people.after("introductions")
    led = people.story.gap(index - 1) == " " and people.word(index - 1).text[0].isupper()
    return led and people.word(index).low.endswith(QUALITIES) and _does(people, index - 1)


def _does(people: People, index: int) -> bool:
    phrases, low = people.story.vocabulary.phrases, people.word(index).low
    return any(() in phrases[one].get(low, ()) for one in ("relations", "duties"))


def _is_called(people: People, index: int) -> bool:
    """As in "system nazywał się Feniks", "bot o imieniu Inka"."""
    if index not in people.after("introductions"):
        return False
    if ":" in people.story.gap(index - 1) or people.word(index - 1).low.startswith("nazwisk"):
        return False  # no machine has a surname, though it may ask for one
    for at in range(index - 1, max(-1, index - 1 - REACH), -1):
        if at < index - 1 and people.story.gap(at) not in {" ", ", "}:
            return False
        if people.word(at).low in people.story.vocabulary.phrases["things"]:
            return True
    return False


def _is_a_thing(people: People, index: int) -> bool:
    """As in "Karolina to moja piekarnia", "Marianna to nazwa wsi"."""
    words, things = people.story.words, people.story.vocabulary.phrases["things"]
    if not people.starts(index) or index + 1 >= len(words) or words[index + 1].low != "to":
        return False
    for at in range(index + 1, min(index + 2 + NEXT, len(words))):
        if people.story.gap(at - 1) != " ":
            return False
        if words[at].low in things:
            return True
    return False


def _on_stage(people: People, index: int) -> bool:
    """As in "słuchałem „Małgośki”", "Kopciuszek z bajki"."""
    word, low = people.word(index), people.story.low
    if OF_A_STORY.match(low, word.end):
        return True
    return bool(SHOWN.search(low, max(0, word.start - LOOKS_BACK), word.start))
