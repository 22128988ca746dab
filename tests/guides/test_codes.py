"""Callback data: back and forth without loss, never longer than Telegram takes."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from telegram.constants import InlineKeyboardButtonLimit

from bot.guides.codes import Kind, Press, decode, encode
from bot.guides.model import COUNTRIES, ChoiceId, GuideId, NodeId

LIMIT = InlineKeyboardButtonLimit.MAX_CALLBACK_DATA


def named(first: str, longest: int) -> st.SearchStrategy[str]:
    return st.from_regex(rf"[{first}][a-z0-9_]{{0,{longest - 1}}}", fullmatch=True)


guide_ids = named("a-z", 16)
node_ids = named("a-z", 22)
choice_ids = named("a-z0-9", 16)
values: dict[Kind, st.SearchStrategy[str]] = {
    "choose": st.one_of(choice_ids, node_ids),
    "tick": choice_ids,
    "untick": choice_ids,
    "day": st.dates().map(date.isoformat),
    "month": st.dates().map(lambda day: day.isoformat()[:7]),
    "country": st.sampled_from(COUNTRIES),
}
presses = st.sampled_from(get_args(Kind)).flatmap(
    lambda kind: st.builds(Press, guide_ids, node_ids, st.just(kind), values.get(kind, st.just("")))
)


@given(presses)
def test_what_was_encoded_is_decoded_to_the_same(press: Press) -> None:
    assert decode(encode(press)) == press


@given(presses)
def test_it_fits_into_a_button(press: Press) -> None:
    assert len(encode(press).encode()) <= LIMIT


def test_the_longest_of_all_fits() -> None:
    guide, node = "g" * 16, "n" * 22
    TypeAdapter(GuideId).validate_python(guide)
    TypeAdapter(NodeId).validate_python(node)
    assert len(encode(Press(guide, node, "choose", node))) == LIMIT


@pytest.mark.parametrize(
    ("kind", "name"), [(GuideId, "g" * 17), (NodeId, "n" * 23), (ChoiceId, "c" * 17)]
)
def test_the_model_takes_nothing_longer(kind: object, name: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(name)


@pytest.mark.parametrize("name", ["", "Node", "no-de", "nodé", "a:b", "a b", "node\n", "0node"])
def test_the_model_takes_no_id_that_would_be_read_otherwise(name: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(NodeId).validate_python(name)


@given(st.one_of(st.text(), st.text("g:abc_019!+-=~/<>@*o", max_size=30).map("g:{}".format)))
def test_any_text_is_decoded_or_refused(data: str) -> None:
    press = decode(data)
    assert press is None or encode(press) == data


@pytest.mark.parametrize("data", ["", "g:", "g:a:b:", "g:a:b:!\n", "g:a:b:ż", "x:a:b:c", "g:a:b"])
def test_what_the_bot_never_wrote_is_refused(data: str) -> None:
    assert decode(data) is None
