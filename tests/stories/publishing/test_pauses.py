"""Pauses after failures."""

from hypothesis import given
from hypothesis import strategies as st

from bot.stories.publishing.channel.pauses import LONGEST_SECONDS, Pauses


@given(st.integers(1, 2000))
def test_they_grow_up_to_an_hour(failures: int) -> None:
    pauses = Pauses(lambda: 100.0)
    for _ in range(failures):
        pauses.fail("channel")
    assert pauses._until["channel"] - 100.0 == min(
        LONGEST_SECONDS, 5.0 * 2 ** min(failures - 1, 20)
    )


def test_each_key_waits_for_itself_until_it_works() -> None:
    now = [0.0]
    pauses = Pauses(lambda: now[0])
    pauses.fail(1)
    pauses.hold(2, 30)
    assert [pauses.over(key) for key in (1, 2, 3)] == [False, False, True]
    now[0] = 5.0
    assert [pauses.over(key) for key in (1, 2, 3)] == [True, False, True]
    pauses.fail(1)
    pauses.end(1)
    assert pauses.over(1)
    pauses.fail(1)
    now[0] = 10.0
    assert pauses.over(1)
