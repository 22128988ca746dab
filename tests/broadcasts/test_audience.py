"""Whom a broadcast is for, and its way through the row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.broadcasts.audience import Audience
from bot.chat.people import SUBSCRIPTIONS

NAMES = st.lists(st.sampled_from(("it", "pl", "en", "")), unique=True).map(tuple)


@given(
    st.builds(
        Audience,
        category=st.sampled_from(sorted(SUBSCRIPTIONS)),
        languages=NAMES,
        countries=NAMES,
        roles=NAMES,
        active_days=st.none() | st.integers(0, 365),
    )
)
def test_it_comes_back_from_the_row(audience: Audience) -> None:
    assert Audience.from_json(audience.as_json()) == audience


def test_what_is_not_said_asks_for_nothing() -> None:
    assert Audience.from_json({}) == Audience("news")


def test_there_are_only_categories_that_people_can_leave() -> None:
    with pytest.raises(ValueError, match="no such category"):
        Audience("adverts")
