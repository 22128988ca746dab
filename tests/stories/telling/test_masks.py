"""Seeing what others will see, masking more, taking back a false alarm."""

from bot.stories.model import Body
from tests.stories.telling.teller import STORY, Teller
from tests.stories.telling.ways import IBAN, PERSONAL, at_confirm, at_masks, at_text


def sent_body(anna: Teller) -> Body:
    anna.press("Go on", "Send")
    (row,) = anna.submitted()
    return Body.from_json(row["body"])


def test_before_and_after(anna: Teller) -> None:
    at_masks(anna, PERSONAL * 2)
    assert "[e-mail]" in anna.text
    assert "e-mail × 2" in anna.text
    anna.press("Show what I wrote")
    assert "mario.rossi@example.com" in anna.text
    anna.press("Show what others see")
    body = sent_body(anna)
    assert [body.text[mask.start : mask.end] for mask in body.masks] == ["[e-mail]"] * 2


def test_a_long_story_has_pages(anna: Teller) -> None:
    at_text(anna)
    anna.type("a.b " * 1_000, "c@d " * 480)
    anna.press("Go on")
    count = int(next(label for label in anna.buttons if "/" in label).partition("/")[2])
    assert count > 2
    assert "There is more" in anna.text
    for index in range(2, count + 2):
        anna.press("›")
        assert f"{(index - 1) % count + 1}/{count}" in anna.buttons
    anna.press("Mask more")
    assert "1/31" in anna.buttons
    anna.press("‹")
    assert "31/31" in anna.buttons


def test_words_are_masked_by_number(anna: Teller) -> None:
    at_masks(anna, "The blue tiger of our street rang twice. " + STORY)
    anna.press("Mask more", "2")
    assert "✓2" in anna.buttons
    anna.type("3, 8-8")
    anna.press("8", "Show the result")
    assert "The […] of our street rang twice." in anna.text
    assert "your own choice × 1" in anna.text
    body = sent_body(anna)
    assert "tiger" not in body.text
    assert [mask.kind for mask in body.masks] == ["word"]


def test_what_is_typed_there_is_a_number_or_nothing(anna: Teller) -> None:
    at_masks(anna)
    anna.press("Mask more")
    anna.type("tiger")
    assert "numbers from 1 to 34" in anna.text
    for forged in ("0", "35", "1-3", "x", "9999"):
        anna.press_data(f"story:word:{forged}")
        assert "does not fit" in anna.text


def test_what_is_masked_has_no_number(anna: Teller) -> None:
    at_masks(anna, PERSONAL * 2)
    anna.press("Mask more")
    assert "³is [e-mail]" in anna.text
    anna.press_data("story:word:4")
    assert "does not fit" in anna.text


def test_a_false_alarm_is_taken_back_and_masked_again(anna: Teller) -> None:
    at_masks(anna, PERSONAL * 2)
    anna.press("no personal data")
    (label,) = [label for label in anna.buttons if "example.com" in label]
    assert label.startswith("🔒")
    assert label.endswith("× 2")
    anna.press(label)
    (label,) = [label for label in anna.buttons if "example.com" in label]
    assert label.startswith("👁")
    anna.press("Show the result")
    assert "mario.rossi@example.com" in anna.text
    anna.press("no personal data", label, "Show the result")
    assert "example.com" not in anna.text


def test_what_a_checksum_proves_stays(anna: Teller) -> None:
    at_masks(anna, f"My account is {IBAN}, and my address is a@example.com. {STORY}")
    anna.press("no personal data")
    assert "bank account × 1" in anna.text
    assert not any("0542" in label for label in anna.buttons)
    for start in range(40):
        anna.press_data(f"story:alarm:{start}")
    anna.press("Show the result")
    assert IBAN not in anna.text
    assert IBAN not in sent_body(anna).text


def test_the_authors_links_and_markup_are_shown_as_text(anna: Teller) -> None:
    at_masks(anna, f"<a href='tg://user?id=1'>x</a> & <b>bold {STORY}")
    assert "<b>bold" in anna.text
    assert "<a href=" not in anna.screen.text


def test_presses_of_other_steps_do_nothing(anna: Teller) -> None:
    at_confirm(anna)
    for forged in ("word:1", "alarm:1", "agree", "tag:bill", "who:other", "drop", "no_nickname"):
        anna.press_data(f"story:{forged}")
        assert "does not fit" in anna.text
        assert anna.person.place == "story:confirm"
