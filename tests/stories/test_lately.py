"""What is known for a while: no longer than told, of no more chats than told."""

from datetime import UTC, datetime, timedelta

from bot.stories.lately import Lately

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_it_is_known_for_as_long_as_told() -> None:
    lately = Lately[str](HOUR, 9)
    lately.keep(1, "a", NOW)
    assert lately.find(1, NOW + HOUR - timedelta(seconds=1)) == "a"
    assert lately.find(2, NOW) is None
    assert lately.find(1, NOW + HOUR) is None


def test_a_new_value_takes_the_place_of_the_old_and_its_time() -> None:
    lately = Lately[str](HOUR, 9)
    lately.keep(1, "a", NOW)
    lately.keep(2, "b", NOW + HOUR / 4)
    lately.keep(1, "c", NOW + HOUR / 2)
    assert lately.find(1, NOW + HOUR) == "c"
    lately.forget_old(NOW + HOUR * 5 / 4)
    assert lately.find(2, NOW) is None
    assert lately.find(1, NOW) == "c"


def test_what_is_forgotten_is_gone() -> None:
    lately = Lately[str](HOUR, 9)
    lately.keep(1, "a", NOW)
    lately.forget(1)
    lately.forget(1)
    assert lately.find(1, NOW) is None


def test_of_too_many_the_oldest_go() -> None:
    lately = Lately[int](HOUR, 3)
    for chat_id in range(5):
        lately.keep(chat_id, chat_id, NOW)
    assert [lately.find(chat_id, NOW) for chat_id in range(5)] == [None, None, 2, 3, 4]
