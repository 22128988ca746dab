"""What the words of a guide use."""

import pytest

from bot.guides.words import Call, answers_used, calls, facts_used, letters_used, needs_facts


@pytest.mark.parametrize(
    ("text", "facts", "answers", "letters"),
    [
        ("No more than words: fact('x')", set(), set(), set()),
        ("{{ fact('days') }}", {"days"}, set(), set()),
        ('{{ law("days") }}{{cite( "more" )}}', {"days", "more"}, set(), set()),
        ("{{\n  deadline('since',\n  'days') }}", {"days"}, {"since"}, set()),
        ("{{ answer('who') }} {{ letter('stop') }}", set(), {"who"}, {"stop"}),
        ("{% if has_fact('days') %}{{ fact('days') }}{% endif %}", set(), set(), set()),
        ("{{ coach('what') }} {{ picked('want') }}", set(), {"what", "want"}, set()),
        ("{{ fact('broken' }}", set(), set(), set()),
    ],
)
def test_what_a_text_uses(text: str, facts: set[str], answers: set[str], letters: set[str]) -> None:
    assert facts_used(text) == facts
    assert answers_used(text) == answers
    assert letters_used(text) == letters


@pytest.mark.parametrize(
    "text",
    [
        "{{ fact('x') }}",
        '{{ cite("x") }}',
        "{{ country() }}",
        "{{ letter('x') }}",
        "{{ deadline('q', 'x') }}",
        "{% if has_fact('x') %}Yes{% endif %}",
    ],
)
def test_what_depends_on_the_country(text: str) -> None:
    assert needs_facts(text)


def test_what_does_not() -> None:
    assert not needs_facts("{{ today() }} {{ answer('who') }} in this country")
    assert not needs_facts("{{ script('x') }} {{ speech('x') }} {{ coach('q') }} {{ picked('q') }}")


def test_an_argument_that_is_no_id_in_quotes_is_empty() -> None:
    assert calls("{{ fact(name) }} {{ fact(3) }}") == {Call("fact", ("",))}
    assert str(Call("deadline", ("since", "days"))) == "deadline('since', 'days')"
