"""A story from the first word to the receipt, as the person goes through it."""

from collections.abc import Callable

import pytest

from bot.stories.keys import typed_receipt
from tests.stories.telling.teller import KEYS, STORY, Teller
from tests.stories.telling.ways import PERSONAL, at_confirm, at_masks, at_text

SENTENCE = "They kept me waiting for an hour and nobody could tell me what the bill was for."


def test_a_story_is_told_masked_and_sent(anna: Teller) -> None:
    anna.type("/story")
    anna.press("Begin", "Former operator", "Phone and internet", "long wait", "Go on")
    anna.type("sleepless fox", "Acme", *[PERSONAL] * 3)
    anna.press("Go on")
    assert "[e-mail]" in anna.text
    assert "example.com" not in anna.text
    anna.press("Go on")
    assert "Who could know" in anna.text
    receipt = typed_receipt(anna.buttons["📋 Copy the receipt"].copy or "") or ""
    assert len(receipt) == 16
    anna.press("Send")
    assert "Sent" in anna.text
    assert anna.buttons["📋 Copy the receipt"].copy
    (row,) = anna.submitted()
    assert "example.com" not in row["body"]["text"]
    assert row["receipt"] == KEYS.receipt_hash(receipt)
    body = {name: row["body"][name] for name in ("teller", "sector", "tags", "nickname", "company")}
    assert body == {
        "teller": "former",
        "sector": "telecom",
        "tags": ["long_wait"],
        "nickname": "sleepless fox",
        "company": "Acme",
    }
    assert (row["state"], row["kind"], row["language"]) == ("new", "story", "en")
    assert str(row["month"]) == "2026-11-01"


def test_what_was_typed_instead_of_pressed_is_understood(anna: Teller) -> None:
    anna.type("/story")
    anna.press("Begin")
    anna.type("former OPERATOR")
    assert "What was the call about" in anna.text
    anna.type("Parcels")
    assert "What is in it" in anna.text


def test_whoever_writes_the_story_too_early_does_not_lose_it(anna: Teller) -> None:
    anna.type("/story", SENTENCE)
    assert "beginning of your story" in anna.text
    anna.press("Begin")
    anna.type("Then it was over, and I have never called again in all of my life since.....")
    assert "Please press one of the buttons" in anna.text
    anna.press("Customer", "Parcels")
    assert "80 of 6,000" in anna.text


def test_nothing_is_sent_before_it_is_known_who_tells(anna: Teller) -> None:
    anna.type("/story", STORY)
    anna.press_data("story:go:masks")
    anna.press("Go on")
    assert "Who are you" in anna.text
    anna.press("Customer", "Parcels", "Go on", "Go on")
    assert "Ready to send" in anna.text


def test_every_step_can_be_changed_from_the_overview(anna: Teller) -> None:
    at_masks(anna)
    anna.press("Overview", "Who you are", "Operator")
    assert "Who you are: Operator" in anna.text
    anna.press("Sector", "Travel")
    assert "Sector: Travel" in anna.text
    anna.press("Tags", "bill", "Go on", "Nickname")
    anna.type("night owl")
    anna.press("Company")
    anna.type("Acme")
    assert "Tags: bill\nNickname: night owl\nCompany: Acme" in anna.text
    anna.press("Nickname", "Take it away")
    assert "Nickname: –" in anna.text


def test_back_leads_to_the_step_before(anna: Teller) -> None:
    at_text(anna)
    for words in ("Which company", "A nickname", "What is in it", "What was the call", "Who are"):
        anna.press("Back")
        assert words in anna.text
    anna.press("Back")
    assert "Your story" in anna.text


def test_a_draft_is_offered_again(anna: Teller) -> None:
    at_masks(anna)
    anna.type("/menu", "/story")
    assert "it is all still here" in anna.text
    assert f"{len(STORY.strip())} of 6,000" in anna.text


def test_a_draft_that_is_too_old_is_gone(anna: Teller) -> None:
    at_masks(anna)
    anna.pass_(hours=25)
    anna.press("Mask more")
    assert "is gone" in anna.text
    anna.type("and another thing")
    assert "is gone" in anna.text
    anna.press("Tell a story", "Begin")
    assert "Who are you" in anna.text


@pytest.mark.parametrize("way", ["cancel", "throw"])
def test_throwing_away_leaves_nothing(anna: Teller, way: str) -> None:
    at_masks(anna)
    if way == "cancel":
        anna.type("/cancel")
    else:
        anna.press("Overview", "Throw away")
        assert anna.sealed()
        anna.press("Yes, throw it away")
    assert anna.sealed() is None
    assert anna.reply.wiped
    assert "Thrown away" in anna.text
    written = anna.sent[1]
    anna.press("Delete what I wrote")
    assert written not in anna.chat


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"voice": {"file_id": "1", "file_unique_id": "1", "duration": 1}}, "can be recognised"),
        ({"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]}, "Pictures"),
        ({"document": {"file_id": "1", "file_unique_id": "1"}}, "Files"),
        ({"location": {"latitude": 1, "longitude": 1}}, "on the map"),
        ({"contact": {"phone_number": "1", "first_name": "M"}}, "name and number"),
        (
            {
                "text": SENTENCE,
                "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "M"},
            },
            "forwarded",
        ),
        ({"dice": {"emoji": "🎲", "value": 1}}, "only take text"),
    ],
)
def test_only_text_is_taken(anna: Teller, content: dict[str, object], words: str) -> None:
    at_text(anna)
    anna.type(SENTENCE)
    before = anna.person.place
    anna.message(**content)
    assert words in anna.text
    assert "80 of 6,000" in anna.text
    assert anna.person.place == before


def test_what_is_typed_elsewhere_is_not_the_composers(anna: Teller) -> None:
    at_text(anna)
    anna.type("/menu", "hello")
    assert anna.reply.notice == "odd"
    anna.message(sticker={"file_id": "1"} | _STICKER)
    assert anna.reply.notice == "odd"


_STICKER = {
    "file_unique_id": "1", "type": "regular", "width": 1, "height": 1,
    "is_animated": False, "is_video": False,
}  # fmt: skip


@pytest.mark.parametrize("language", ["it", "pl"])
def test_the_placeholders_speak_the_language_of_the_story(
    somebody: Callable[..., Teller], language: str
) -> None:
    author = somebody(chat_id=5, language=language)
    author.press_data("story:new:story")
    for data in ("go:who", "who:customer", "sector:bank", "go:text"):
        author.press_data(f"story:{data}")
    author.type("x" * 90 + " anna@example.com " + "y" * 30)
    for data in ("go:masks", "agree"):
        author.press_data(f"story:{data}")
    author.press_data(next(b.data or "" for b in author.buttons.values() if "send" in str(b.data)))
    (row,) = author.submitted()
    assert row["language"] == language
    assert "[e-mail]" in row["body"]["text"]


def test_the_screen_after_a_crash_is_the_same(anna: Teller) -> None:
    at_confirm(anna)
    first = anna.buttons["✅ Send"].data
    anna.again()
    assert "Ready to send" in anna.text
    assert anna.buttons["✅ Send"].data != first
    anna.press("Send")
    anna.again()
    assert "the number on the message above" in anna.text
    assert "📋 Copy the receipt" not in anna.buttons
