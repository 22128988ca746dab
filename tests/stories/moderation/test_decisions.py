"""What moderators do with a card, each decision once."""

from dataclasses import replace

import pytest

from bot.stories.model import OWN_WORD, Kind, Mask, State
from tests.stories.moderation.office import LONG, Office, submission


async def test_a_card_shows_what_was_sent_and_publishing_leaves_a_line(desk: Office) -> None:
    await desk.send()
    await desk.round()
    card = desk.messages()[-1]["text"]
    for words in ("Story", "Customer", "Phone and internet", "hung up", "hold music", "Nora",
                  "Telefonica Rossa", "two hours", "Masked: nothing"):  # fmt: skip
        assert words in card
    answer = await desk.press(desk.mara, "Publish")
    assert answer.toast == "✅ Published as #17."
    assert answer.erased
    await desk.round()
    left = desk.messages()[-1]
    assert left["text"] == "✅ Published as #17."
    assert "reply_markup" not in left
    assert await desk.log() == [("publish", desk.mara.id, "17")]


async def test_of_two_moderators_at_once_only_the_first_publishes(desk: Office) -> None:
    await desk.send()
    await desk.round()
    await desk.press(desk.mara, "Publish")
    second = await desk.press(desk.marek, "Publish")
    assert second.toast == "Already done: ✅ Published as #17."
    third = await desk.press(desk.marek, "Set aside")
    assert third.toast == second.toast
    assert len(desk.press_.published) == 1
    assert len(await desk.log()) == 1


async def test_a_rejected_card_keeps_no_word_of_the_story(desk: Office) -> None:
    one = await desk.send()
    await desk.round()
    await desk.press(desk.mara, "Reject")
    await desk.round()
    answer = await desk.press(desk.mara, "It is advertising.")
    assert answer.toast == "🚫 Rejected. It is advertising."
    await desk.round()
    assert desk.messages()[-1]["text"] == "🚫 Rejected. It is advertising."
    assert desk.labels() == []
    assert await desk.state(one) is State.REJECTED
    assert "two hours" not in await desk.bytes()


async def test_own_words_reject_too(desk: Office) -> None:
    one = await desk.send()
    await desk.round()
    await desk.press(desk.mara, "Reject")
    await desk.round()
    asked = (await desk.press(desk.mara, "In your own words")).screen
    assert asked is not None
    answer = await desk.reply(desk.mara.id, "Please tell it without the name.", asked.text)
    assert answer.screen is not None
    assert answer.screen.text == "🚫 Rejected. In your own words."
    found = await desk.find(one)
    assert found is not None
    assert found.reason == "Please tell it without the name."


async def test_a_question_goes_out_and_the_answer_brings_the_card_back(desk: Office) -> None:
    one = await desk.send()
    await desk.round()
    asked = (await desk.press(desk.mara, "Ask the author")).screen
    assert asked is not None
    assert asked.text.endswith(f"(ask {one.key})")
    await desk.reply(desk.mara.id, " Which <year>? ", asked.text)
    found = await desk.find(one)
    assert found is not None
    assert found.state is State.ASKED
    assert [line.text for line in found.dialogue] == ["Which <year>?"]
    await desk.round()
    assert "has not answered yet" in desk.messages()[-1]["text"]


@pytest.mark.parametrize(("words", "said"), [("  ", "in words"), ("a" * 501, "501 characters")])
async def test_no_question_and_one_too_long_are_asked_again(
    desk: Office, words: str, said: str
) -> None:
    one = await desk.send()
    await desk.round()
    asked = f"Reply… (ask {one.key})"
    answer = await desk.reply(desk.mara.id, words, asked)
    assert answer.screen is not None
    assert said in answer.screen.text
    assert answer.screen.text.endswith(f"(ask {one.key})")
    assert await desk.state(one) is State.WAITING


async def test_a_reply_after_the_decision_changes_nothing(desk: Office) -> None:
    one = await desk.send()
    await desk.round()
    await desk.press(desk.mara, "Publish")
    answer = await desk.reply(desk.marek.id, "Why?", f"(ask {one.key})")
    assert answer.screen is not None
    assert answer.screen.text == "Already done: ✅ Published as #17."


async def test_set_aside_and_taken_up_again(desk: Office) -> None:
    one = await desk.send()
    await desk.round()
    await desk.press(desk.mara, "Set aside")
    assert await desk.state(one) is State.ASIDE
    await desk.round()
    assert "Set aside." in desk.messages()[-1]["text"]
    await desk.press(desk.mara, "Take up again")
    assert await desk.state(one) is State.WAITING


async def test_tags_are_put_on_and_off_and_own_ones_only_off(desk: Office) -> None:
    one = await desk.send()
    await desk.round()
    await desk.press(desk.mara, "Tags")
    await desk.round()
    assert "✓ hung up" in desk.labels()
    await desk.press(desk.mara, "✓ hung up")
    await desk.press(desk.mara, "✕ hold music")
    await desk.press(desk.mara, "funny")
    found = await desk.find(one)
    assert found is not None
    assert found.body.tags == ("funny",)
    await desk.round()
    assert "✕ hold music" not in desk.labels()


async def test_no_more_than_six_tags(desk: Office) -> None:
    one = await desk.send()
    await desk.round()
    for tag in ("funny", "solved", "bill", "work", "refund"):
        await desk.tap(desk.mara.id, f"mod:{one.key}:tag:{tag}")
    found = await desk.find(one)
    assert found is not None
    assert len(found.body.tags) == 6


async def test_words_are_masked_by_their_numbers(desk: Office) -> None:
    one = await desk.send("Mr. Zonk called me twice and Zonk shouted at my sister. " * 3)
    await desk.round()
    await desk.press(desk.mara, "Mask more")
    await desk.round()
    assert "2 Zonk" in desk.messages()[-1]["text"]
    await desk.press(desk.mara, "2")
    await desk.round()
    await desk.press(desk.mara, "7")
    await desk.round()
    answer = await desk.press(desk.mara, "Mask 2 words")
    assert answer.erased
    found = await desk.find(one)
    assert found is not None
    assert found.body.text.startswith("Mr. […] called me twice and […] shouted")
    await desk.round()
    assert "Masked: chosen by moderators × 2" in desk.messages()[-1]["text"]


async def test_whose_choice_a_mask_was_is_told(desk: Office) -> None:
    """The author's words for it speak to the author."""
    text = LONG + "A […] of my street saw it, call [phone]."
    places = [text.index("[…]"), text.index("[phone]")]
    masks = (Mask(places[0], places[0] + 3, OWN_WORD), Mask(places[1], places[1] + 7, "phone"))
    await desk.send(body=replace(submission(text).body, masks=masks))
    await desk.round()
    shown = desk.messages()[-1]["text"]
    assert "Masked: chosen by the author, phone number" in shown
    assert "your own" not in shown


async def test_numbers_of_a_text_that_has_changed_mask_nothing(desk: Office) -> None:
    one = await desk.send("Mr. Zonk called me twice and Zonk shouted at my sister. " * 3)
    await desk.round()
    await desk.press(desk.mara, "Mask more")
    await desk.round()
    old = desk.messages()[-1]["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await desk.press(desk.mara, "2")
    await desk.round()
    await desk.press(desk.mara, "Mask 1 word")
    await desk.round()
    before = await desk.find(one)
    answer = await desk.tap(desk.marek.id, old, desk.messages()[-1])
    assert "has changed" in answer.toast
    assert await desk.find(one) == before


async def test_links_are_named_and_live_only_when_allowed(desk: Office) -> None:
    one = await desk.send(LONG + "See spam.example/x")
    await desk.round()
    assert "will not be links" in desk.messages()[-1]["text"]
    await desk.press(desk.mara, "Allow links")
    found = await desk.find(one)
    assert found is not None
    assert found.body.links
    await desk.round()
    assert "will be links" in desk.messages()[-1]["text"]
    assert not any(entity["type"] == "url" for entity in desk.messages()[-1].get("entities", ()))


async def test_a_note_is_published_as_one(desk: Office) -> None:
    one = await desk.send("The same happened to me.", kind=Kind.COMMENT, about=17)
    await desk.round()
    assert "Tags" not in " ".join(desk.labels())
    answer = await desk.press(desk.mara, "Publish")
    assert answer.toast == "✅ Published."
    assert await desk.log() == [("publish", desk.mara.id, one.key)]


async def test_the_log_has_no_word_of_what_was_said(desk: Office) -> None:
    one = await desk.send()
    await desk.round()
    await desk.reply(desk.mara.id, "Zyzzyva?", f"(ask {one.key})")
    await desk.reply(desk.mara.id, "Zyzzyva!", f"(reason {one.key})")
    assert await desk.log() == [("ask", desk.mara.id, one.key), ("reject", desk.mara.id, one.key)]
