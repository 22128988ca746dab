"""So much a day, and anew tomorrow."""

from datetime import date

from bot.stories.telling.allowance import NOTES_A_DAY, STORIES_A_DAY, Allowance

TODAY, TOMORROW = date(2026, 11, 22), date(2026, 11, 23)


def test_stories_and_the_rest_are_counted_apart() -> None:
    allowance = Allowance()
    for _ in range(STORIES_A_DAY):
        assert allowance.has_left(1, "story", TODAY)
        allowance.use(1, "story", TODAY)
    assert not allowance.has_left(1, "story", TODAY)
    assert allowance.has_left(2, "story", TODAY)
    for _ in range(NOTES_A_DAY):
        assert allowance.has_left(1, "comment", TODAY)
        allowance.use(1, "comment", TODAY)
    assert not allowance.has_left(1, "reply", TODAY)
    assert allowance.has_left(1, "story", TOMORROW)
