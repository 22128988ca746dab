"""Numbers of a broadcast that runs."""

from bot.broadcasts.progress import Progress, Speed, ideal_seconds
from bot.broadcasts.states import MOVES, BroadcastState


def test_how_far_it_is() -> None:
    seen = Progress(100, 37)
    assert (seen.done, seen.percent) == (63, 63)
    assert seen.bar(10) == "▓▓▓▓▓▓░░░░"
    assert Progress(1000, 1).percent == 99
    assert Progress(0, 0).percent == 100
    assert Progress(0, 0).bar(4) == "▓▓▓▓"


def test_how_long_it_takes() -> None:
    assert ideal_seconds(6000, 30) == 200
    assert ideal_seconds(6000, 30, pace=50) == 400


def test_how_fast_it_goes_counts_the_last_half_minute() -> None:
    speed = Speed()
    assert speed.seconds_left(10) is None
    for second in range(61):
        speed.note(float(second), 100 * second if second < 30 else 3000 + 10 * (second - 30))
    assert speed.per_second == 10
    assert speed.seconds_left(101) == 11


def test_what_is_over_stays_over() -> None:
    over = (BroadcastState.DONE, BroadcastState.CANCELLED, BroadcastState.STOPPED)
    assert not any(one in MOVES for one in over)
    assert BroadcastState.SENDING in MOVES[BroadcastState.PAUSED]
    assert BroadcastState.SENDING not in MOVES[BroadcastState.DRAFT]
