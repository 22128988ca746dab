"""The text: in several messages, edited, too long, too short, taken back."""

from tests.stories.telling.teller import STORY, Teller
from tests.stories.telling.ways import at_confirm, at_masks, at_text


def test_what_is_missing_is_told(anna: Teller) -> None:
    at_text(anna)
    anna.type("  They hung up on me.  ")
    assert "19 of 6,000 characters. Still missing: 81." in anna.text
    anna.press_data("story:go:masks")
    assert "too short to send" in anna.text
    anna.type("x" * 80)
    assert "100 of 6,000 characters: enough" in anna.text


def test_a_message_that_is_too_long_is_refused_whole(anna: Teller) -> None:
    at_text(anna)
    anna.type("x" * 4_000, "y" * 2_000)
    assert "too long by 1:" in anna.text
    assert "4,000 of 6,000" in anna.text
    anna.type("y" * 1_999)
    assert "6,000 of 6,000" in anna.text
    anna.type("z")
    assert "too long by 2:" in anna.text


def test_ten_thousand_characters_at_once(anna: Teller) -> None:
    at_text(anna)
    anna.type("x" * 10_000)
    assert "too long by 4,000:" in anna.text


def test_messages_are_taken_away_and_written_anew(anna: Teller) -> None:
    at_text(anna)
    anna.type("x" * 60, "y" * 60)
    anna.press("Take the last message away")
    assert "60 of 6,000" in anna.text
    anna.press("Write it anew")
    anna.press("No, keep it")
    assert "60 of 6,000" in anna.text
    anna.press("Write it anew", "Yes, write it anew")
    assert "Just write" in anna.text
    anna.press_data("story:drop")
    assert "does not fit" in anna.text


def test_no_text_goes_that_was_not_asked_for(anna: Teller) -> None:
    at_masks(anna)
    for forged in ("throw:yes", "anew:yes"):
        anna.press_data(f"story:{forged}")
        assert "does not fit" in anna.text
    anna.press("Show what I wrote")
    assert "kept me waiting" in anna.text


def test_an_edited_message_replaces_its_part(anna: Teller) -> None:
    at_text(anna)
    anna.type(STORY)
    number = anna.message(text="A typo hree.")
    anna.press("Go on")
    anna.edit(number, "A typo here, no more.")
    assert "I took your change" in anna.text
    anna.press("Go on", "Show what I wrote")
    assert "A typo here, no more." in anna.text
    assert "hree" not in anna.text
    anna.edit(number, "x" * 7_000)
    assert "too long" in anna.text
    anna.edit(number, "\u200b")
    assert "no words" in anna.text
    anna.press("Go on", "Show what I wrote")
    assert "A typo here, no more." in anna.text


def test_after_an_edit_nothing_is_sent_unseen(anna: Teller) -> None:
    at_confirm(anna)
    old = anna.buttons["✅ Send"].data or ""
    anna.edit(anna.sent[1], STORY + "And one thing more.")
    anna.press_data(old)
    assert "does not fit" in anna.text
    assert anna.submitted() == []


def test_the_edit_of_another_message_is_nobodys(anna: Teller) -> None:
    at_masks(anna)
    anna.edit(anna.sent[0], "/story of mine")
    assert anna.reply.notice == "odd"


def test_words_typed_at_a_later_step_are_added(anna: Teller) -> None:
    at_confirm(anna)
    anna.type("And it happened again today.")
    assert "characters: enough" in anna.text
    anna.press("Go on")
    assert "And it happened again today." in anna.text


def test_no_more_than_sixty_messages(anna: Teller) -> None:
    at_text(anna)
    anna.type(*["x"] * 61)
    assert "more than 60 messages" in anna.text
    assert "119 of 6,000" in anna.text


def test_nothing_but_hidden_characters_is_no_message(anna: Teller) -> None:
    at_text(anna)
    anna.type("\u200b\u202e\u2066")
    assert "no words" in anna.text
    anna.type("a\u200bb\u202ec")
    assert "3 of 6,000" in anna.text
