"""What stands before a name: titles, introductions, and who somebody is to the teller."""

from dataclasses import dataclass

from bot.stories.redaction.names.people import People

# After these even an unknown word in small letters is a name.
SURE = frozenset(
    {
        ("mr",), ("mrs",), ("ms",), ("sig",), ("signor",), ("sig", "ra"), ("dott",), ("dott", "ssa"),
        ("avv",), ("geom",), ("rag",), ("mi", "chiamo"), ("my", "name", "is"), ("nazywam", "się"),
        ("mam", "na", "imię"), ("my", "names"), ("my", "name", "s"), ("mio", "nome", "è"),
        ("il", "mio", "nome", "è"), ("moje", "imię", "to"), ("si", "chiama"), ("si", "chiamava"),
    }
)  # fmt: skip
# After these a word in small letters that no list of common words holds.
PROBABLE = frozenset(
    {
        ("signora",), ("signorina",), ("signore",), ("dottoressa",), ("dottor",), ("dottore",), ("dr",),
        ("named",), ("di", "nome"), ("un", "certo"), ("una", "certa"), ("un", "tale"), ("goes", "by"),
        ("guy", "called"), ("a", "guy", "called"), ("someone", "called"), ("somebody", "called"),
        ("miss",), ("doctor",), ("avvocato",), ("ingegner",), ("geometra",), ("ragionier",), ("sig", "na"),
        ("tale",), ("chiedo", "di"), ("chiede", "di"), ("asked", "for"), ("cognome",), ("surname",),
        ("first", "name"), ("last", "name"), ("his", "name", "is"), ("her", "name", "is"),
        ("his", "name", "was"), ("her", "name", "was"), ("si", "chiamano"), ("qui", "parla"), ("firmato",),
        ("firmata",), ("intestato", "a"), ("intestata", "a"), ("a", "nome", "di"), ("a", "nome"),
        ("in", "the", "name", "of"), ("known", "as"), ("maiden", "name"), ("signed",), ("auntie",),
    }
)  # fmt: skip


@dataclass(frozen=True)
class Cues:
    """Indices of the words that stand right after a title, an introduction and so on."""

    titles: frozenset[int]
    introductions: frozenset[int]
    weak: frozenset[int]
    relations: frozenset[int]
    sure: frozenset[int]
    probable: frozenset[int]
    spoken_to: frozenset[int]
    presented: frozenset[int]

    @property
    def all(self) -> frozenset[int]:
        return self.titles.union(
            self.introductions,
            self.weak,
            self.relations,
            self.sure,
            self.probable,
            self.spoken_to,
            self.presented,
        )


def read_cues(people: People) -> Cues:
    return Cues(
        titles=people.after("titles"),
        introductions=people.after("introductions"),
        weak=people.after("weak_introductions"),
        relations=people.after("relations"),
        sure=_after(people, SURE),
        probable=_after(people, PROBABLE),
        spoken_to=people.after("spoken_to"),
        presented=people.after("presenting"),
    )


def _after(people: People, phrases: frozenset[tuple[str, ...]]) -> frozenset[int]:
    story = people.story
    return frozenset(
        phrase.last
        for section in ("titles", "introductions")
        for phrase in story.phrases(section)
        if tuple(word.low for word in story.words[phrase.first : phrase.last]) in phrases
        and phrase.last < len(story.words)
        and story.gap(phrase.last - 1) in {" ", ". ", ".", " (", ": "}
    )
