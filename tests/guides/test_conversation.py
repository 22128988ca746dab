"""A conversation: answers changed, ticks, calendar pages, looking back; and what is refused."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guides.context import Context
from bot.guides.conversation import (
    LIST_OF_ANSWERS,
    Conversation,
    RefusedError,
    answered,
    moved,
    neighbour,
    pruned,
    question_at,
    shown,
    ticked,
    ticks,
    turned,
)
from bot.guides.model import Answer, Block, Guide
from bot.guides.walk import replay
from tests.guides.strategies import answers, context
from tests.guides.test_walk import LOOP, afresh, walks

Walk = tuple[Guide, dict[str, Answer], Context]

TRIP = Guide.model_validate(
    {
        "id": "trip",
        "title": "Trip",
        "icon": "🧳",
        "summary": "All kinds of questions.",
        "start": "bags",
        "questions": {
            "bags": {
                "kind": "several",
                "ask": "Which?",
                "short": "Bags",
                "choices": {"red": "Red", "blue": "Blue", "old": "Old"},
                "next": "when",
            },
            "when": {"kind": "date", "ask": "When?", "short": "When", "next": "name"},
            "name": {
                "kind": "text",
                "ask": "Name?",
                "short": "Name",
                "optional": True,
                "next": "end",
            },
        },
        "outcomes": {"end": {"text": "Go."}},
    }
)
PACKED = Conversation({"bags": ("red",), "when": "2026-11-01", "name": None})


@given(walks(), answers, st.data())
def test_an_answer_changed_equals_walking_afresh_with_it(
    walk: Walk, answer: Answer, data: st.DataObject
) -> None:
    guide, given_before, where = walk
    path = replay(guide, given_before, where)
    node_id = data.draw(st.sampled_from(path.nodes))
    before = Conversation(path.answers, data.draw(st.sampled_from([None, node_id])))
    try:
        after = answered(guide, before, where, node_id, answer)
    except RefusedError:
        return
    expected = afresh(guide, {**path.answers, node_id: answer}, where)
    assert after.answers == expected.answers
    assert shown(after, replay(guide, after.answers, where)) == expected.end


@given(walks())
def test_pruning_twice_is_pruning_once(walk: Walk) -> None:
    guide, given_before, where = walk
    names = [*guide.questions, "nowhere"]
    loose = Conversation(given_before, names[-1], dict.fromkeys(names, ("a",)))
    once = pruned(guide, loose, where)
    assert pruned(guide, once, where) == once
    assert once.draft.keys() <= set(replay(guide, given_before, where).nodes)


@given(walks())
def test_a_conversation_survives_being_stored(walk: Walk) -> None:
    guide, given_before, where = walk
    kept = pruned(guide, Conversation(given_before, None, {"q0": ("a", "b")}), where)
    assert Conversation.from_json(kept.to_json()) == kept


@given(walks(), st.data())
def test_looking_around_loses_no_answer(walk: Walk, data: st.DataObject) -> None:
    guide, given_before, where = walk
    path = replay(guide, given_before, where)
    node_id = data.draw(st.sampled_from([*path.nodes, LIST_OF_ANSWERS]))
    looking = moved(guide, Conversation(path.answers), where, node_id)
    assert looking.answers == path.answers
    if node_id != LIST_OF_ANSWERS or path.answers:
        assert shown(looking, path) == node_id


@given(walks(), st.text(max_size=5), answers)
def test_a_node_off_the_path_is_refused(walk: Walk, node_id: str, answer: Answer) -> None:
    guide, given_before, where = walk
    path = replay(guide, given_before, where)
    before = Conversation(path.answers)
    if node_id not in path.nodes:
        with pytest.raises(RefusedError):
            answered(guide, before, where, node_id, answer)
        with pytest.raises(RefusedError):
            neighbour(path, node_id, 1)


def test_ticks_are_set_and_taken_away_in_the_order_of_the_choices() -> None:
    one = ticked(TRIP, Conversation(), context(), "bags", "blue", on=True)
    two = ticked(TRIP, one, context(), "bags", "red", on=True)
    assert ticks(two, "bags") == ("red", "blue")
    assert ticks(ticked(TRIP, two, context(), "bags", "blue", on=False), "bags") == ("red",)


def test_a_tick_that_arrives_twice_changes_nothing() -> None:
    once = ticked(TRIP, Conversation(), context(), "bags", "old", on=True)
    assert ticked(TRIP, once, context(), "bags", "old", on=True) == once
    away = ticked(TRIP, once, context(), "bags", "old", on=False)
    assert ticked(TRIP, away, context(), "bags", "old", on=False) == away


def test_ticks_count_once_they_are_confirmed() -> None:
    drafted = ticked(TRIP, Conversation(), context(), "bags", "old", on=True)
    assert drafted.answers == {}
    done = answered(TRIP, drafted, context(), "bags", ticks(drafted, "bags"))
    assert (done.answers, done.draft) == ({"bags": ("old",)}, {})


def test_ticking_again_begins_with_the_answer_given_and_keeps_the_rest() -> None:
    again = ticked(TRIP, PACKED, context(), "bags", "old", on=True)
    assert ticks(again, "bags") == ("red", "old")
    assert again.answers == PACKED.answers
    assert again.at == "bags"


@pytest.mark.parametrize(("node", "choice"), [("bags", "green"), ("when", "red"), ("end", "red")])
def test_ticks_that_the_guide_does_not_offer_are_refused(node: str, choice: str) -> None:
    with pytest.raises(RefusedError):
        ticked(TRIP, PACKED, context(), node, choice, on=True)


def test_the_calendar_turns_its_pages_on_date_questions_only() -> None:
    turned_page = turned(TRIP, PACKED, context(), "when", "2026-10")
    assert turned_page.draft == {"when": ("2026-10",)}
    assert turned_page.answers == PACKED.answers
    with pytest.raises(RefusedError):
        turned(TRIP, PACKED, context(), "bags", "2026-10")
    with pytest.raises(RefusedError):
        turned(TRIP, Conversation(), context(), "when", "2026-10")


def test_the_question_on_the_screen_is_the_one_looked_at() -> None:
    looking = replace(PACKED, at="when")
    found = question_at(TRIP, looking, context())
    assert found is not None
    assert found[0] == "when"
    assert question_at(TRIP, PACKED, context()) is None
    assert question_at(TRIP, replace(PACKED, at=LIST_OF_ANSWERS), context()) is None


def test_neighbours_stand_side_by_side_on_the_path() -> None:
    path = replay(TRIP, PACKED.answers, context())
    assert neighbour(path, "when", -1) == "bags"
    assert neighbour(path, "when", 1) == "name"
    assert neighbour(path, "bags", -1) is None
    assert neighbour(path, "end", 1) is None


def test_an_answer_before_the_country_is_known_is_refused() -> None:
    needy = LOOP.questions["plugged"].model_copy(update={"ask": (Block(text="{{ country() }}?"),)})
    guide = LOOP.model_copy(update={"questions": {**LOOP.questions, "plugged": needy}})
    with pytest.raises(RefusedError):
        answered(guide, Conversation(), context(None), "plugged", "yes")
    assert answered(guide, Conversation(), context("IT"), "plugged", "yes").answers
