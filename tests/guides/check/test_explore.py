"""The walk through all places finds what people find, over random guides."""

from hypothesis import given
from hypothesis import strategies as st

from bot.guides.answers import fits
from bot.guides.check.explore import explore, in_words
from bot.guides.check.samples import Samples
from bot.guides.conditions import holds
from bot.guides.model import COUNTRIES, Answer, Country, Guide, Question
from bot.guides.walk import Path, replay
from tests.guides.strategies import FACTS, TODAY, context, guides
from tests.guides.test_walk import LOOP, plausible_answers

countries = st.sampled_from(COUNTRIES)


@given(guides(), countries)
def test_each_place_found_is_where_its_answers_lead(guide: Guide, country: Country) -> None:
    for path in explore(guide, FACTS, country, TODAY).visits.values():
        assert replay(guide, path.answers, context(country)) == path


@given(
    guides().flatmap(lambda guide: st.tuples(st.just(guide), plausible_answers(guide))), countries
)
def test_wherever_people_come_the_walk_was_there(
    walk: tuple[Guide, dict[str, Answer]], country: Country
) -> None:
    guide, answers = walk
    found = explore(guide, FACTS, country, TODAY)
    path = replay(guide, answers, context(country))
    assert set(path.nodes) <= {state[0] for state in found.visits}
    node, answer = guide.node(path.end), answers.get(path.end)
    if isinstance(node, Question) and fits(node, answer, path.answers, context(country)):
        given_now = {**path.answers, path.end: answer}
        taken = any(holds(branch.when, given_now, context(country)) for branch in node.next)
        assert taken or path.end in {stuck.end for stuck, _ in found.stuck}


@given(guides(), countries)
def test_samples_are_answers_that_fit(guide: Guide, country: Country) -> None:
    samples = Samples(guide, context(country))
    for node_id, node in guide.questions.items():
        for answer in samples.answers(node_id, {}):
            assert fits(node, answer, {}, context(country))


def test_samples_stand_on_both_sides_of_each_test() -> None:
    guide = LOOP.model_copy(
        update={
            "questions": {
                "since": Question.model_validate(
                    {
                        "kind": "date",
                        "ask": "Since?",
                        "short": "Since",
                        "when_in_time": "past",
                        "next": [{"to": "done", "when": {"since": {"over": "period"}}}],
                    }
                ),
                "euro": Question.model_validate(
                    {
                        "kind": "number",
                        "ask": "How much?",
                        "short": "Euro",
                        "optional": True,
                        "highest": 100,
                        "next": [{"to": "done", "when": {"euro": {"above": 10}}}],
                    }
                ),
            }
        }
    )
    samples = Samples(guide, context())
    days = samples.answers("since", {})
    assert {"2026-11-07", "2026-11-08", "2026-11-22", "1990-01-01"} == set(days)
    assert samples.answers("euro", {}) == [0.0, 100.0, 10.0, 9.0, 11.0, None]


def test_answers_are_told_in_words() -> None:
    path = Path(("plugged", "works", "done"), {"plugged": "yes", "works": None, "done": "plugged"})
    assert in_words(LOOP, path) == "plugged=yes, works=skipped"
