"""The arithmetic of the two lanes, in time that is only a number."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.charges import Call
from bot.delivery.lanes import Lanes

FEW = settings(deadline=None, max_examples=30)
RATES = st.integers(1, 300).map(float)
SECONDS = 10.0
A_LITTLE = 1e-6


@dataclass(frozen=True)
class Sent:
    time: float
    cost: int
    bulk: bool


def simulate(
    lanes: Lanes,
    replies: list[float],
    *,
    start: float = 0.0,
    late: Iterator[float] | None = None,
    costs: Iterator[int] | None = None,
) -> list[Sent]:
    """Ten seconds with bulk messages always waiting, to new chats, and replies at those times."""
    late = late or itertools.repeat(0.0)
    costs = costs or itertools.repeat(1)
    chats = itertools.count(1)
    sent: list[Sent] = []
    ask, bulk = start, Call(next(chats), next(costs))
    coming = sorted(replies)
    while (now := min(ask, coming[0] if coming else ask)) < start + SECONDS:
        if coming and coming[0] == now:
            coming.pop(0)
            assert lanes.reply(now, Call(next(chats), 1)) == 0
            sent.append(Sent(now, 1, bulk=False))
        elif wait := lanes.bulk(now, bulk):
            ask = now + wait + next(late)
        else:
            sent.append(Sent(now, bulk.cost, bulk=True))
            bulk = Call(next(chats), next(costs))
    return sent


def seconds(sent: list[Sent]) -> Iterator[list[Sent]]:
    """For each message the sliding second that ends with it, its start not included."""
    first = 0
    for last, one in enumerate(sent):
        while sent[first].time + 1 <= one.time + A_LITTLE:
            first += 1
        yield sent[first : last + 1]


def most_in_a_second(sent: list[Sent]) -> int:
    return max((sum(s.cost for s in second) for second in seconds(sent)), default=0)


def gaps(sent: list[Sent]) -> list[float]:
    times = [s.time for s in sent if s.bulk]
    return [later - earlier for earlier, later in itertools.pairwise(times)]


@FEW
@given(RATES)
def test_bulk_alone_is_even_and_uses_the_rate(rate: float) -> None:
    sent = simulate(Lanes(rate=rate), [])
    assert most_in_a_second(sent) <= rate
    assert min(gaps(sent)) >= 1 / rate - 0.001
    assert len(sent) >= 0.96 * rate * SECONDS - 1


def test_a_slow_bot_does_not_ask_all_the_time() -> None:
    lanes, now, asked = Lanes(rate=0.1), 0.0, 0
    while now < 100:
        now += lanes.bulk(now, Call(asked, 1))
        asked += 1
    assert asked < 40


@FEW
@given(st.integers(20, 500).map(float), st.integers(1, 10))
def test_an_album_counts_all_its_pictures(rate: float, pictures: int) -> None:
    sent = simulate(Lanes(rate=rate), [], costs=itertools.repeat(pictures))
    assert most_in_a_second(sent) <= rate
    whole_albums = rate // pictures * pictures
    assert sum(s.cost for s in sent) >= 0.9 * whole_albums * SECONDS - pictures


@FEW
@given(RATES, st.lists(st.floats(0, 0.04), min_size=1))
def test_asking_late_costs_little_and_makes_no_burst(rate: float, delays: list[float]) -> None:
    sent = simulate(Lanes(rate=rate), [], late=itertools.cycle(delays))
    assert most_in_a_second(sent) <= rate
    assert len(sent) >= 0.94 * rate * SECONDS - 2


@FEW
@given(RATES, st.floats(0.2, 100))
def test_a_pause_is_not_made_up_for(rate: float, pause: float) -> None:
    lanes = Lanes(rate=rate)
    simulate(lanes, [])
    after = simulate(lanes, [], start=SECONDS + pause)
    assert min(gaps(after)) >= 1 / rate - 0.05
    assert len(after) <= rate * SECONDS + 1


@FEW
@given(st.integers(10, 300).map(float), st.floats(0.05, 0.85))
def test_steady_replies_and_bulk_together_keep_the_rate(rate: float, share: float) -> None:
    """From when the replies' pace could be seen: for one second from the first of them on."""
    every = 1 / (rate * share)
    replies = [n * every for n in range(1, int(SECONDS / every))]
    sent = [s for s in simulate(Lanes(rate=rate), replies) if s.time > every + 1]
    assert most_in_a_second(sent) <= rate
    assert sum(s.cost for s in sent) >= 0.9 * (rate - 2) * (SECONDS - every - 1)


@FEW
@given(st.integers(2, 100).map(float), st.lists(st.floats(0, SECONDS), max_size=300))
def test_bulk_takes_what_is_left_and_never_less_than_the_floor(
    rate: float, replies: list[float]
) -> None:
    """However the replies come: a bulk message fits into the second, or is of the floor."""
    sent = simulate(Lanes(rate=rate, floor=0.1), replies)
    floor_gap = 1 / (0.1 * rate)
    before = float("-inf")
    for second in seconds(sent):
        if second[-1].bulk:
            gap, before = second[-1].time - before, second[-1].time
            assert gap >= floor_gap - A_LITTLE or len(second) <= rate
    assert max(gaps(sent)) <= floor_gap + A_LITTLE


@FEW
@given(st.integers(2, 100).map(float), st.lists(st.floats(0, SECONDS), max_size=300))
def test_too_much_in_a_second_is_never_the_fault_of_bulk(rate: float, replies: list[float]) -> None:
    """Replies go at once, so that a sudden one may come on top of bulk messages that have gone:
    then a second has as many too many as replies at most.
    """
    sent = simulate(Lanes(rate=rate, floor=0.1), replies)
    for second in seconds(sent):
        answers = sum(not s.bulk for s in second)
        assert len(second) <= rate + answers
        assert len(second) - answers <= rate


CHATS = st.sampled_from([1, 2, 3, -5, "@news"])


@FEW
@given(st.lists(st.tuples(CHATS, st.floats(0, 3)), min_size=1, max_size=150))
def test_a_chat_gets_one_a_second_and_a_group_twenty_a_minute(
    wishes: list[tuple[int | str, float]],
) -> None:
    lanes = Lanes(rate=1000)
    sent: dict[int | str, list[float]] = {}
    now = 0.0
    for chat, pause in wishes:
        now += pause
        call = Call(chat, 1)
        while wait := lanes.bulk(now, call):
            now += wait
        sent.setdefault(chat, []).append(now)
    for chat, times in sent.items():
        assert all(b - a >= 1 - A_LITTLE for a, b in itertools.pairwise(times))
        if Call(chat, 1).to_group:
            assert all(b - a >= 60 - A_LITTLE for a, b in zip(times, times[20:], strict=False))


@FEW
@given(
    st.floats(0.01, 900),
    st.floats(0, 1).map(lambda part: part * 0.999),
    st.sampled_from([7, -7, "@seven"]),
)
def test_a_refused_chat_and_bulk_are_silent_exactly_as_long_as_asked(
    retry_after: float, part: float, chat: int | str
) -> None:
    lanes, call, other = Lanes(), Call(chat, 1), Call(8, 1)
    lanes.refused(100.0, call, retry_after)
    now = 100 + retry_after * part
    for cost in (0, 1):
        assert lanes.reply(now, Call(chat, cost)) == pytest.approx(100 + retry_after - now)
    assert lanes.bulk(now, other) == pytest.approx(100 + retry_after - now)
    assert lanes.reply(now, other) == 0
    assert lanes.reply(100 + retry_after, call) == 0
    assert lanes.bulk(100 + retry_after, Call(9, 1)) == 0


@FEW
@given(st.floats(1, 60), st.floats(1, 60), st.floats(0, 100))
def test_a_second_refused_chat_within_that_time_holds_everything(
    first: float, second: float, later: float
) -> None:
    lanes, calls = Lanes(), [Call(1, 1), Call(2, 1), Call(3, 1), Call(None, 0)]
    lanes.refused(0.0, calls[0], first)
    lanes.refused(later, calls[1], second)
    for call in calls[2:]:
        held = lanes.reply(later, call)
        assert held == pytest.approx(second if later < first else 0)
        assert lanes.reply(later + second, call) == 0


def test_the_same_chat_twice_holds_only_itself() -> None:
    lanes = Lanes()
    lanes.refused(0.0, Call(1, 1), 10)
    lanes.refused(1.0, Call(1, 1), 10)
    assert lanes.reply(1.0, Call(1, 1)) == 10
    assert lanes.reply(1.0, Call(2, 1)) == 0


def test_a_refused_setting_holds_nobody() -> None:
    lanes = Lanes()
    lanes.refused(0.0, Call(None, 0), 600)
    assert lanes.reply(0.0, Call(1, 1)) == lanes.bulk(0.0, Call(2, 1)) == 0


def test_who_waited_for_everybody_does_not_come_back_in_one_burst() -> None:
    lanes = Lanes(rate=10)
    lanes.refused(0.0, Call(1, 1), 3)
    lanes.refused(0.0, Call(2, 1), 3)
    now, went = 3.0, []
    for chat in range(100, 130):
        while wait := lanes.reply(now, Call(chat, 1)):
            now += wait
        went.append(now)
    assert most_in_a_second([Sent(time, 1, bulk=False) for time in went]) <= 10
    assert went[-1] < 6


def test_bulk_halves_after_a_refusal_and_recovers() -> None:
    lanes = Lanes(rate=100)
    paces = [len(simulate(lanes, []))]
    for chat in (1, 2, 3):  # three that were on their way together slow it once
        lanes.refused(SECONDS, Call(chat, 1), 2.0)
    for start in (12.0, 22.0, 32.0, 42.0):
        paces.append(len(simulate(lanes, [], start=start)))  # noqa: PERF401 - each follows the last
    assert paces[0] == pytest.approx(980, abs=5)
    assert paces[1] == pytest.approx(980 * 0.6, rel=0.05)  # from 0.5 to 0.7
    assert paces[2] == pytest.approx(980 * 0.8, rel=0.05)
    assert paces[4] == pytest.approx(980, abs=5)


@FEW
@given(st.integers(1, 60))
def test_refusals_without_end_leave_the_floor(times: int) -> None:
    lanes = Lanes(rate=100)
    for n in range(times):
        lanes.refused(n * 1.0, Call(1, 1), 1.0)
    assert len(simulate(lanes, [], start=float(times))) >= 100


def test_chats_are_forgotten_after_a_minute() -> None:
    lanes = Lanes(rate=30)
    for n in range(20_000):
        lanes.reply(n / 10, Call(n, 1))
        lanes.refused(n / 10, Call(n, 1), 0.05)
    assert len(lanes._paces) <= 601
    assert len(lanes._held) <= 2
