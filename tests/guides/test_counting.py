"""Counts of steps: whatever people do, asked less answered are those who stand at a question."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.counts import ANSWERED, ASKED, COUNTRY
from bot.guides.counting import counted
from bot.guides.model import Guide
from bot.guides.walk import Path, replay
from tests.guides.strategies import context, contexts, given_answers, guides
from tests.guides.test_conversation import TRIP


@st.composite
def steps(draw: st.DrawFn) -> tuple[Guide, list[Path]]:
    guide = draw(guides())
    return guide, [
        replay(guide, draw(given_answers(guide)), draw(contexts))
        for _ in range(draw(st.integers(1, 6)))
    ]


@given(steps())
def test_asked_less_answered_is_who_stands_there(walked: tuple[Guide, list[Path]]) -> None:
    guide, paths = walked
    counts: Counter[str] = Counter()
    for before, after in zip([None, *paths], paths, strict=False):
        counts.update(counted(guide, before, after))
    last = paths[-1]
    asked = COUNTRY if last.asks_country else last.end
    for question in (*guide.questions, COUNTRY):
        standing = counts[f"{ASKED}random:{question}"] - counts[f"{ANSWERED}random:{question}"]
        assert standing == (question == asked and question not in last.answers)
    assert all(len(name) <= 40 for name in counts)


@given(guides(), st.data())
def test_who_does_nothing_new_counts_nothing(guide: Guide, data: st.DataObject) -> None:
    path = replay(guide, data.draw(given_answers(guide)), context())
    assert counted(guide, path, path) == {}


def test_a_walk_from_the_door_to_the_end() -> None:
    answers = {"bags": ("red",), "when": "2026-11-01", "name": None}
    paths = [replay(TRIP, dict(list(answers.items())[:given]), context()) for given in range(4)]
    opened = counted(TRIP, None, paths[0])
    assert opened == {"started:trip": 1, "?trip:bags": 1}
    assert counted(TRIP, paths[0], paths[1]) == {"!trip:bags": 1, "?trip:when": 1}
    assert counted(TRIP, paths[2], paths[3]) == {"!trip:name": 1, "finished:trip": 1}
    assert counted(TRIP, paths[3], paths[0]) == {"started:trip": 1, "?trip:bags": 1}
