"""Replay: any answers in, always a valid path out, over random guides and the real ones."""

import itertools
from collections.abc import Mapping
from pathlib import Path as File

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guides.answers import fits
from bot.guides.context import Context
from bot.guides.facts import load_facts
from bot.guides.loader import load_guides
from bot.guides.model import COUNTRIES, Answer, Guide
from bot.guides.walk import Path, replay
from tests.guides.strategies import TODAY, context, contexts, given_answers, guides

TEMPLATES = File(__file__).parents[2] / "templates"
REAL_FACTS = load_facts(TEMPLATES / "facts")
REAL_GUIDES = list(load_guides(TEMPLATES / "guides").values())


@st.composite
def walks(draw: st.DrawFn) -> tuple[Guide, dict[str, Answer], Context]:
    if REAL_GUIDES and draw(st.integers(0, 4)) == 0:
        guide = draw(st.sampled_from(REAL_GUIDES))
        country = draw(st.sampled_from([None, *COUNTRIES]))
        return guide, draw(plausible_answers(guide)), Context(country, TODAY, REAL_FACTS)
    guide = draw(guides())
    answers = draw(st.one_of(given_answers(guide), plausible_answers(guide)))
    return guide, answers, draw(contexts)


@st.composite
def plausible_answers(draw: st.DrawFn, guide: Guide) -> dict[str, Answer]:
    """Answers such as the buttons give, so that paths grow long."""
    found: dict[str, Answer] = {}
    for name, question in guide.questions.items():
        choices = list(question.choices) or ["yes", "no"]
        one = st.sampled_from(choices)
        of_kind: dict[str, st.SearchStrategy[Answer]] = {
            "choice": one,
            "yes_no": one,
            "several": st.lists(one, unique=True).map(tuple),
            "text": st.text("ab", min_size=1, max_size=5),
            "date": st.sampled_from(["2026-11-22", "2026-11-01", "2020-01-01"]),
            "number": st.sampled_from([5.0, 10.0, 20.0]),
        }
        found[name] = draw(of_kind[question.kind])
    for name, outcome in guide.outcomes.items():
        steps = [step.to for step in outcome.steps if step.to]
        goes_on = draw(st.booleans())
        if steps and goes_on:
            found[name] = draw(st.sampled_from(steps))
    return found


def afresh(guide: Guide, answers: Mapping[str, Answer], where: Context) -> Path:
    """Walking from the start, one answer after the other, each given once."""
    waiting = dict(answers)
    path = replay(guide, {}, where)
    while path.end in waiting and not path.asks_country:
        path = replay(guide, {**path.answers, path.end: waiting.pop(path.end)}, where)
    return path


@given(walks())
def test_a_path_starts_at_the_start_and_ends_at_a_node_that_exists(
    walk: tuple[Guide, dict[str, Answer], Context],
) -> None:
    guide, answers, where = walk
    path = replay(guide, answers, where)
    assert path.nodes[0] == guide.start
    assert len(set(path.nodes)) == len(path.nodes)
    assert all(guide.node(node) for node in path.nodes)


@given(walks())
def test_each_node_but_the_last_is_answered_and_nothing_else_is_kept(
    walk: tuple[Guide, dict[str, Answer], Context],
) -> None:
    guide, answers, where = walk
    path = replay(guide, answers, where)
    answered = list(path.nodes[:-1])
    if path.asks_country and path.end in path.answers:
        answered.append(path.end)
    assert list(path.answers) == answered
    assert path.answers.items() <= answers.items()


@given(walks())
def test_each_kept_answer_fits_what_was_answered_before_it(
    walk: tuple[Guide, dict[str, Answer], Context],
) -> None:
    guide, answers, where = walk
    before: dict[str, Answer] = {}
    for node_id, answer in replay(guide, answers, where).answers.items():
        node = guide.node(node_id)
        assert node is not None
        assert fits(node, answer, before, where)
        before[node_id] = answer


@given(walks())
def test_each_step_goes_where_the_guide_leads(
    walk: tuple[Guide, dict[str, Answer], Context],
) -> None:
    guide, answers, where = walk
    nodes = replay(guide, answers, where).nodes
    for here, there in itertools.pairwise(nodes):
        assert there in guide.targets(here)


@given(walks())
def test_replaying_what_was_kept_changes_nothing(
    walk: tuple[Guide, dict[str, Answer], Context],
) -> None:
    guide, answers, where = walk
    path = replay(guide, answers, where)
    assert replay(guide, path.answers, where) == path


@given(walks())
def test_replaying_equals_walking_afresh(walk: tuple[Guide, dict[str, Answer], Context]) -> None:
    guide, answers, where = walk
    assert afresh(guide, answers, where) == replay(guide, answers, where)


@given(walks())
def test_a_country_known_is_never_asked(walk: tuple[Guide, dict[str, Answer], Context]) -> None:
    guide, answers, where = walk
    path = replay(guide, answers, where)
    assert where.country is None or not path.asks_country


LOOP = Guide.model_validate(
    {
        "id": "loop",
        "title": "Loop",
        "icon": "➿",
        "summary": "It asks again.",
        "start": "plugged",
        "questions": {
            "plugged": {"kind": "yes_no", "ask": "In?", "short": "In", "next": "works"},
            "works": {
                "kind": "choice",
                "ask": "Works?",
                "short": "Works",
                "choices": {"now": "Now", "broken": "Broken", "unsure": "Unsure", "odd": "Odd"},
                "next": [
                    {"to": "done", "when": {"works": "now"}},
                    {"to": "plugged", "when": {"works": "broken"}},
                    {"to": "works", "when": {"works": "unsure"}},
                ],
            },
        },
        "outcomes": {
            "done": {"text": "Well.", "steps": [{"to": "plugged", "label": "Again"}]},
        },
    }
)


@pytest.mark.parametrize(
    ("works", "nodes", "kept"),
    [
        ("now", ("plugged", "works", "done"), {"plugged": "yes", "works": "now"}),
        ("broken", ("plugged",), {}),
        ("unsure", ("plugged", "works"), {"plugged": "yes"}),
        ("odd", ("plugged", "works"), {"plugged": "yes"}),
    ],
)
def test_a_loop_asks_again_and_drops_the_answers_from_there_on(
    works: str, nodes: tuple[str, ...], kept: dict[str, Answer]
) -> None:
    path = replay(LOOP, {"plugged": "yes", "works": works}, context())
    assert (path.nodes, path.answers) == (nodes, kept)


def test_a_step_behind_an_outcome_can_begin_anew() -> None:
    answers = {"plugged": "no", "works": "now", "done": "plugged"}
    assert replay(LOOP, answers, context()) == Path(("plugged",), {})


def test_the_country_is_asked_before_the_first_node_that_needs_it() -> None:
    guide = Guide.model_validate(
        {
            "id": "where",
            "title": "Where",
            "icon": "🌍",
            "summary": "It depends.",
            "start": "sure",
            "questions": {
                "sure": {"kind": "yes_no", "ask": "Sure?", "short": "Sure", "next": "rule"},
            },
            "outcomes": {"rule": {"text": "In {{ country() }} it is {{ fact('period') }}."}},
        }
    )
    unknown = replay(guide, {"sure": "yes"}, context(None))
    assert (unknown.end, unknown.asks_country) == ("rule", True)
    assert not replay(guide, {"sure": "yes"}, context("PL")).asks_country
    assert not replay(guide, {}, context(None)).asks_country


def test_a_node_that_is_not_there_is_an_error_of_the_guide() -> None:
    broken = LOOP.model_copy(update={"start": "nowhere"})
    with pytest.raises(LookupError, match="loop has no node nowhere"):
        replay(broken, {}, context())
