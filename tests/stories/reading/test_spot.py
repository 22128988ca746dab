"""Where a reader is: its code comes back as it was, fits a button, and nothing else is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stories.model import FEELINGS, REPORTS, SECTORS, TAGS, TELLERS
from bot.stories.reading.spot import BEST, SCOPES, Feed, Spot

CALLBACK_BYTES = 64
NAMES = ("new", *BEST, "random", "kept", "found", "alone")
CHOICES = {"tag": TAGS, "in": SECTORS, "by": TELLERS}
FEEDS = st.one_of(
    st.builds(Feed, st.sampled_from(NAMES), scope=st.sampled_from(SCOPES)),
    *(
        st.builds(Feed, st.just(name), st.sampled_from(values), scope=st.sampled_from(SCOPES))
        for name, values in CHOICES.items()
    ),
    st.builds(
        lambda number, place, scope: Feed("own", f"{number}.{place}", scope),
        st.integers(1, 10**9 - 1),
        st.integers(0, 5),
        st.sampled_from(SCOPES),
    ),
)
LONGEST = (
    *(f"stories:feel:{one}:" for one in FEELINGS),
    *(f"stories:report:{one}:" for one in REPORTS),
)


@st.composite
def spots(draw: st.DrawFn) -> Spot:
    """Only the best have a key that is not 0."""
    feed = draw(FEEDS)
    key = draw(st.integers(-99_999, 99_999)) if feed.name in BEST else 0
    return Spot(draw(st.integers(1, 9_999_999)), feed, key, draw(st.integers(1, 99)))


@given(spots())
def test_a_spot_comes_back_from_its_code_which_fits_a_button(spot: Spot) -> None:
    assert Spot.parse(spot.code) == spot
    assert all(len(prefix + spot.code) <= CALLBACK_BYTES for prefix in LONGEST)


@given(spots(), st.integers(0, 200), st.characters())
def test_a_changed_code_is_a_spot_or_nothing(spot: Spot, place: int, sign: str) -> None:
    code = spot.code
    changed = code[: place % len(code)] + sign + code[place % len(code) + 1 :]
    found = Spot.parse(changed)
    assert found is None or isinstance(found, Spot)


@pytest.mark.parametrize(
    "code",
    ["", ":", "17", "17:new", "17:new:o:0", "17:new:x:0:1", "17:new:de:0:1", "17:nothing:o:0:1", "1٧:new:o:0:1",
     "17:tag-none:o:0:1", "17:own-x:o:0:1", "17:own-1.2.3:o:0:1", "17:in-:o:0:1", "-1:new:o:0:1",
     "17:new:o:0:1:", "9999999999:new:o:0:1", "17:new:o:0:1\n"],
)  # fmt: skip
def test_what_is_no_spot_is_none(code: str) -> None:
    assert Spot.parse(code) is None
