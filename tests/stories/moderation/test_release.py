"""New ones reach moderators at their hours: all together, once, in an order that tells nothing."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.stories.model import State
from bot.stories.moderation import store
from bot.stories.moderation.release import last_mark
from tests.stories.moderation.office import LONG, Office

HOURS = st.lists(st.integers(0, 23), min_size=1, max_size=6, unique=True).map(sorted)
YEAR = datetime(2026, 1, 1, tzinfo=UTC)
TIMES = st.integers(0, 365 * 24 * 60).map(lambda minutes: YEAR + timedelta(minutes=minutes))


def moment(mark: str) -> datetime:
    return datetime.fromisoformat(f"{mark}:00:00+00:00")


@given(TIMES, HOURS)
def test_the_last_mark_is_the_latest_hour_that_has_come(now: datetime, hours: list[int]) -> None:
    mark = moment(last_mark(now, hours))
    assert mark <= now < mark + timedelta(days=1)
    assert mark.hour in hours
    between = (mark + timedelta(hours=passed) for passed in range(1, 25))
    assert not any(one <= now and one.hour in hours for one in between)


@given(TIMES, st.integers(0, 3000), HOURS)
def test_marks_never_go_back(now: datetime, minutes: int, hours: list[int]) -> None:
    later = now + timedelta(minutes=minutes)
    assert last_mark(now, hours) <= last_mark(later, hours)


async def waiting(desk: Office) -> int:
    return len(await desk.do(store.waiting_keys))


async def test_nothing_is_seen_before_its_hour_and_all_of_it_then(desk: Office) -> None:
    desk.restart(hours=(8, 12))
    await desk.round()
    for number in range(3):
        await desk.send(f"{number} " + LONG)
    desk.now = datetime(2026, 11, 22, 11, 59, 59, tzinfo=UTC)
    await desk.round()
    assert desk.messages() == []
    desk.now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    await desk.round()
    assert await waiting(desk) == 3
    late = await desk.send()
    desk.pass_(minutes=59)
    await desk.round()
    assert await desk.state(late) is State.NEW


async def test_an_hour_comes_once_over_midnight_and_after_a_restart(desk: Office) -> None:
    desk.restart(hours=(8, 20))
    desk.now = datetime(2026, 11, 22, 19, tzinfo=UTC)
    await desk.round()
    await desk.send()
    desk.now = datetime(2026, 11, 22, 20, 5, tzinfo=UTC)
    await desk.round()
    assert await waiting(desk) == 1
    await desk.send("Another one. " + LONG)
    for hour in range(5):
        desk.restart(hours=(8, 20))
        desk.now = datetime(2026, 11, 22, 21, tzinfo=UTC) + timedelta(hours=2 * hour)
        await desk.round()
        assert await waiting(desk) == 1
    desk.now = datetime(2026, 11, 23, 8, tzinfo=UTC)
    await desk.round()
    assert await waiting(desk) == 2


async def test_hours_slept_through_are_made_up_for_once(desk: Office) -> None:
    desk.restart(hours=(8, 12, 16))
    await desk.round()
    await desk.send()
    desk.now = datetime(2026, 11, 25, 3, tzinfo=UTC)
    desk.restart(hours=(8, 12, 16))
    await desk.round()
    assert await waiting(desk) == 1
    await desk.send("Another one. " + LONG)
    await desk.round()
    assert await waiting(desk) == 1


async def test_what_is_kept_of_a_release_is_its_hour(desk: Office) -> None:
    desk.restart(hours=(8, 12))
    desk.now = datetime(2026, 11, 22, 12, 34, 56, tzinfo=UTC)
    await desk.round()
    assert await desk.do(store.released) == "2026-11-22T12"


async def test_without_hours_each_comes_at_once(desk: Office) -> None:
    await desk.send()
    await desk.round()
    assert len(desk.messages()) == 1
    assert await desk.do(store.released) is None


async def test_cards_do_not_come_in_the_order_of_sending(desk: Office) -> None:
    desk.restart(hours=(8, 12))
    await desk.round()
    numbers = list(range(12))
    for number in numbers:
        await desk.send(f"Number{number} " + f"word{number} again{number} " * 30)
    desk.now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    await desk.round()
    texts = [message["text"] for message in desk.messages()]
    came = [next(n for n in numbers if f"Number{n} " in text) for text in texts]
    assert sorted(came) == numbers
    assert came != numbers


async def test_what_waits_without_a_card_gets_one_after_a_restart(desk: Office) -> None:
    desk.restart(private=True)
    await desk.send()
    await desk.round()
    assert await waiting(desk) == 1
    assert desk.messages() == []
    desk.restart()
    await desk.round()
    assert len(desk.messages()) == 1


async def test_cards_move_to_another_chat(desk: Office) -> None:
    await desk.send()
    await desk.round()
    await desk.mara.post("/start")
    desk.restart(moderators=(desk.mara.id,), private=True)
    await desk.do(desk.moderation.start)
    await desk.round()
    assert [message["text"] for message in desk.messages()] == ["This card is closed."]
    assert "two hours" in desk.messages(desk.mara.id)[-1]["text"]
