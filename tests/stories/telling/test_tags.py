"""Tags, nickname and company: bounded, in one line, without personal data."""

import pytest

from tests.stories.telling.teller import Teller


@pytest.fixture
def at_tags(anna: Teller) -> Teller:
    anna.type("/story")
    anna.press("Begin", "Customer", "Phone and internet")
    return anna


@pytest.fixture
def at_nickname(at_tags: Teller) -> Teller:
    at_tags.press("Go on")
    return at_tags


def test_tags_are_put_on_and_taken_off(at_tags: Teller) -> None:
    at_tags.press("bill", "refund", "✓ bill")
    at_tags.type("#Robot  Voice, refund")
    assert {"✓ refund", "✓ robot voice", "bill"} <= at_tags.buttons.keys()
    at_tags.press("✓ robot voice")
    assert "✓ robot voice" not in at_tags.buttons


def test_the_name_of_a_fixed_tag_is_that_tag(at_tags: Teller) -> None:
    at_tags.type("LONG WAIT")
    assert "✓ long wait" in at_tags.buttons


def test_at_most_six(at_tags: Teller) -> None:
    at_tags.type("one, two, three, four, five, six, seven")
    assert "You have 6 tags already" in at_tags.text
    at_tags.press("bill")
    assert "You have 6 tags already" in at_tags.text
    assert sum(label.startswith("✓") for label in at_tags.buttons) == 6


def test_own_words_are_short_and_hold_letters(at_tags: Teller) -> None:
    at_tags.type("x" * 25)
    assert "too long by 1" in at_tags.text
    at_tags.type("🦊")
    assert "no words" in at_tags.text
    at_tags.type("anna@example.com")
    assert "personal data (e-mail)" in at_tags.text
    assert not any(label.startswith("✓") for label in at_tags.buttons)


def test_own_words_stand_in_no_buttons_data(at_tags: Teller) -> None:
    at_tags.type("purple tiger")
    data = [button.data or "" for button in at_tags.buttons.values()]
    assert not any("tiger" in one for one in data)
    for forged in ("own:7", "own:x", "tag:tiger", "tag:"):
        at_tags.press_data(f"story:{forged}")
        assert "does not fit" in at_tags.text


def test_a_nickname_is_one_short_line(at_nickname: Teller) -> None:
    at_nickname.type("x" * 25)
    assert "too long by 1" in at_nickname.text
    at_nickname.type("sleepless\n\n <b>fox</b>")
    assert "Which company" in at_nickname.text
    at_nickname.press("Back")
    assert "Now: sleepless <b>fox</b>" in at_nickname.text


@pytest.mark.parametrize("name", ["a@example.com", "+39 333 123 4567", "www.example.com/me"])
def test_personal_data_is_no_nickname_and_no_company(at_nickname: Teller, name: str) -> None:
    at_nickname.type(name)
    assert "looks like personal data" in at_nickname.text
    at_nickname.press("Skip")
    at_nickname.type(name)
    assert "looks like personal data" in at_nickname.text
    assert "Which company" in at_nickname.text


def test_a_company_may_sound_like_a_person(at_nickname: Teller) -> None:
    at_nickname.press("Skip")
    at_nickname.type("Mario Rossi & Sons")
    assert "What happened" in at_nickname.text
