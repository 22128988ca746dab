"""What the words of a guide can call for what a person says: scripts, their length, the coach."""

from pathlib import Path

import pytest

from bot.guides.coach import load_coach
from bot.guides.context import Context
from bot.guides.functions import Functions
from bot.guides.model import Answer, Guide
from bot.guides.words import FUNCTIONS
from bot.shipped import templates_folder
from bot.texts.language import Language, load_languages
from tests.guides.strategies import FACTS, TODAY

COACH = load_coach(templates_folder() / "coach")
HELLO = """\
Hello, {{ answer('what') }}.
{% if 'money' in picked('want') %}
Money back, please.
{% endif %}
{{ picked('ticks')|length }} things tried.

Thank   you
"""
GUIDE = Guide.model_validate(
    {
        "id": "small",
        "title": "Small",
        "icon": "🐜",
        "summary": "Small.",
        "start": "what",
        "questions": {
            "what": {"kind": "text", "ask": "What?", "short": "What", "next": "end"},
            "want": {
                "kind": "choice", "ask": "?", "short": "W", "next": "end", "choices": {"money": "M"},
            },
            "ticks": {
                "kind": "several", "ask": "?", "short": "T", "next": "end", "choices": {"a": "A"},
            },
        },
        "outcomes": {"end": {"text": "End."}},
    }
)  # fmt: skip


@pytest.fixture
def english(tmp_path: Path) -> Language:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "hello.en.j2").write_text(HELLO, encoding="utf-8")
    return load_languages({}, tmp_path)["en"]


def functions(english: Language, **answers: Answer) -> Functions:
    context = Context(None, TODAY, FACTS, COACH.listener("en"))
    return Functions(GUIDE, answers, context, lambda _: english, english)


def test_a_script_is_a_block_in_the_readers_language_wherever_they_live(english: Language) -> None:
    said = functions(english, what="a <b> & b", want="money", ticks=("a",))
    assert said.script("hello") == (
        "<pre>Hello, a &lt;b&gt; &amp; b. Money back, please. 1 things tried.\n\nThank you</pre>"
    )
    assert said.used == {}


def test_what_was_not_answered_is_left_out(english: Language) -> None:
    said = functions(english, what="x", want=None)
    assert said.script("hello") == "<pre>Hello, x. 0 things tried.\n\nThank you</pre>"


def test_how_long_a_script_takes(english: Language) -> None:
    assert functions(english, what="a & b").speech("hello") == "8 words, about 4 seconds."
    long = functions(english, what="word " * 60).speech("hello")
    assert long.startswith("66 words, about 27 seconds. That is long for an opening")


def test_the_coach_says_what_to_change_and_leaves_the_request_aside(english: Language) -> None:
    said = functions(english, what="You <b>IDIOT</b>, idiots, it is your fault!!!").coach("what")
    assert said.startswith("• Leave out <i>IDIOT</i>, <i>idiots</i>. After an insult")
    assert [line[:13] for line in said.split("\n")] == [
        "• Leave out <", "• Capitals, d", "• Leave out <"
    ]  # fmt: skip


def test_a_fine_answer_gets_no_remark(english: Language) -> None:
    assert functions(english, what="The line is dead since Monday.").coach("what") == ""
    assert functions(english).coach("what") == ""
    assert functions(english, what=None).coach("what") == ""


def test_a_text_can_call_every_function_that_is_checked(english: Language) -> None:
    assert functions(english).names().keys() == FUNCTIONS.keys()
