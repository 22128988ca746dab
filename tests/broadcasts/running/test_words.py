"""Durations, and what stands under a broadcast."""

import pytest

from bot.broadcasts.running.durations import spoken_duration
from bot.broadcasts.running.footer import Footers
from tests.broadcasts.composing.composer import LANGUAGES


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "less than a minute"), (59.9, "less than a minute"), (60, "1 min"), (61, "2 min"),
     (3600, "1 h"), (3601, "1 h 1 min"), (33_334, "9 h 16 min"), (3_600_000, "1,000 h")],
)  # fmt: skip
def test_durations(seconds: float, words: str) -> None:
    assert spoken_duration(seconds, LANGUAGES["en"]) == words


def test_every_broadcast_has_the_way_to_fewer_messages() -> None:
    footers = Footers(lambda: LANGUAGES, "en")
    screen = footers(12, "it", [["Go", "guide", "opt_out"], ["More", "link", "https://a.b"]])
    (go, more), (fewer,) = screen.rows
    assert (go.data, more.url, fewer.data) == ("bc:12:b:1:it", "https://a.b", "subs")
    assert footers(12, "xx", []).rows[0][0].data == "subs"
