"""Free text finds guides: inflected, without accents, mistyped, in another language."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guides.likeness import Likeness
from bot.guides.model import Guide
from bot.guides.search import Finder
from bot.texts.stems import stems


def guide(guide_id: str, title: str, **examples: list[str]) -> Guide:
    return Guide.model_validate(
        {
            "id": guide_id,
            "title": title,
            "icon": "📞",
            "summary": "A summary.",
            "start": "end",
            "questions": {},
            "outcomes": {"end": {"text": "Done."}},
            "examples": examples,
        }
    )


GUIDES = [
    guide(
        "opt_out",
        "Stop the calls",
        en=["they call me all day", "robocalls every morning", "take me off your list"],
        it=["mi chiamano di continuo", "basta telefonate pubblicitarie"],
        pl=["ciągle do mnie dzwonią", "nękają mnie telefonami"],
    ),
    guide(
        "technician",
        "It does not work",
        en=["my internet is down", "the modem blinks red", "the technician did not come"],
        it=["internet non funziona", "il tecnico non è venuto"],
        pl=["nie działa internet", "technik nie przyszedł"],
    ),
    guide(
        "scam",
        "Is this call a fraud?",
        en=["they asked for my card number", "a caller from my bank wants a code"],
        it=["è una truffa?", "vogliono il codice della carta"],
        pl=["czy to oszustwo", "chcą kodu z banku"],
    ),
]
TITLES = {("it", "technician", "It does not work"): "Un guasto"}


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder(GUIDES, lambda *key: TITLES.get(key))


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("They are CALLING me", "en", "opt_out"),
        ("robocals", "en", "opt_out"),
        ("teh technican never came", "en", "technician"),
        ("my modems blinking", "en", "technician"),
        ("fraud", "en", "scam"),
        ("bank card", "en", "scam"),
        ("e una truffaaa", "it", "scam"),
        ("TELEFONATA pubblicitaria", "it", "opt_out"),
        ("ho un guasto", "it", "technician"),
        ("ciagle dzwonia", "pl", "opt_out"),
        ("oszustwa", "pl", "scam"),
        ("nie dziala mi intrnet", "pl", "technician"),
        ("il tecnico non è venuto", "en", "technician"),
    ],
)
def test_how_people_say_it(finder: Finder, text: str, language: str, found: str) -> None:
    assert finder.find(text, language)[0] == found


@pytest.mark.parametrize(
    "text",
    ["", "🔥🔥", "the", "pizza with mushrooms", "asdf qwer zxcv", "how much is a ticket to Rome",
     "xx " * 2000],
)  # fmt: skip
def test_what_is_near_to_nothing_finds_nothing(finder: Finder, text: str) -> None:
    assert finder.find(text, "en") == []


def test_no_more_than_asked_for(finder: Finder) -> None:
    assert len(finder.find("call", "en")) == 2
    assert len(finder.find("call", "en", limit=1)) == 1


def test_each_example_finds_its_own_guide(finder: Finder) -> None:
    for one in GUIDES:
        for language in ("en", "it", "pl"):
            for example in getattr(one.examples, language):
                assert finder.find(example, language)[0] == one.id


def test_without_guides_nothing_is_found() -> None:
    assert Finder([]).find("call", "en") == []


@given(st.text(), st.sampled_from(["en", "it", "pl"]))
def test_any_text_may_be_looked_for(text: str, language: str) -> None:
    ids = {one.id for one in GUIDES}
    assert set(Finder(GUIDES[:1]).find(text, language)) <= ids


def test_it_is_fast(finder: Finder) -> None:
    text = "the technican from teh bank wants my intrnet modem caed numbr every mornig"
    begun = time.perf_counter()
    for _ in range(20):
        finder.find(text, "en")
    assert (time.perf_counter() - begun) / 20 < 0.02


def test_words_that_say_nothing_are_left_out() -> None:
    assert list(stems("The calls are calling me", "en")) == [{"call"}, {"call"}]


def test_likeness_forgives_a_letter_and_no_more() -> None:
    known = Likeness(["register", "modem"])
    near = known.near("regster")
    assert near is not None
    assert near[0] == "register"
    assert known.near("moden") is not None
    assert known.near("mod") is None
    assert known.near("registry office") is None
    assert known.near("banana") is None
