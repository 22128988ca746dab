"""Cards as they stand in the moderators' chat."""

from dataclasses import replace

import pytest
from sqlalchemy import delete

from bot.playground.faults import Fault
from bot.storage.submission_tables import cards
from bot.stories import store as submissions
from bot.stories.model import Body, Line, State, Submission
from bot.stories.moderation import store
from bot.texts.html import utf16_length
from tests.stories.moderation.office import LONG, Office


def texts(desk: Office, chat: int | None = None) -> list[str]:
    return [message["text"] for message in desk.messages(chat)]


async def answer(desk: Office, one: Submission, words: str) -> None:
    asked = await desk.find(one)
    assert asked is not None
    line = Line(by_author=True, text=words)
    answered = replace(asked, state=State.NEW, dialogue=(*asked.dialogue, line))
    await desk.do(lambda c: submissions.save(c, answered))


async def test_an_answer_brings_the_card_back_below(desk: Office) -> None:
    one = await desk.send()
    await desk.round()
    await desk.reply(desk.mara.id, "Which year?", f"(ask {one.key})")
    await desk.round()
    await answer(desk, one, "It was in 2024.")
    await desk.round()
    assert await desk.state(one) is State.WAITING
    assert texts(desk)[0] == "👇 The card is below."
    assert "❓ Which year?\n\n💬 It was in 2024.\n\nThey kept" in texts(desk)[1]
    await desk.round()
    assert len(texts(desk)) == 2
    await desk.press(desk.mara, "Publish")
    await desk.round()
    assert texts(desk)[1] == "✅ Published as #17."


async def test_insults_in_names_are_bold_as_in_the_text(desk: Office) -> None:
    body = Body(LONG + "A dumb thing.", "customer", "telecom")
    named = replace(
        body, nickname="an <asshole>", company="Bastards & Co", tags=("bitches", "bill")
    )
    await desk.send(body=named)
    await desk.round()
    message = desk.messages()[-1]
    raw, bold = message["text"].encode("utf-16-le"), list[str]()
    for part in message["entities"]:
        start, end = 2 * part["offset"], 2 * (part["offset"] + part["length"])
        bold += [raw[start:end].decode("utf-16-le")] * (part["type"] == "bold")
    assert bold == ["Story", "bitches", "Bastards", "asshole", "dumb"]
    assert "4 in bold: perhaps insults" in message["text"]


async def test_a_withdrawn_one_leaves_a_line(desk: Office) -> None:
    one = await desk.send()
    await desk.round()

    await desk.do(lambda c: submissions.close(c, one, State.WITHDRAWN))
    await desk.round()
    assert texts(desk) == ["↩️ Withdrawn."]
    assert desk.labels() == []


async def test_a_card_that_was_deleted_comes_again(desk: Office) -> None:
    one = await desk.send()
    await desk.round()
    await desk.bot.delete_message(desk.room, desk.messages()[0]["message_id"])
    await desk.do(lambda c: store.redraw(c, one.key))
    await desk.round()
    assert len(texts(desk)) == 1
    assert "two hours" in texts(desk)[0]


async def test_a_card_cut_in_sending_comes_twice_and_both_work(desk: Office) -> None:
    await desk.send()
    await desk.moderation.rounds.once()
    job = await desk.moderation.cards._next(sending=True)
    assert job is not None
    await desk.bot.send_message(desk.room, job.screen.text, reply_markup=job.screen.markup())
    await desk.round()
    assert len(texts(desk)) == 2
    await desk.press(desk.mara, "Publish", number=0)
    await desk.round()
    assert texts(desk) == ["✅ Published as #17."] * 2
    assert [desk.labels(0), desk.labels(1)] == [[], []]


async def test_a_card_without_a_row_tells_at_the_next_press_what_was_done(desk: Office) -> None:
    one = await desk.send()
    await desk.round()
    await desk.do(lambda c: submissions.close(c, one, State.WITHDRAWN))
    await desk.do(lambda c: c.execute(delete(cards)).rowcount)
    answer = await desk.press(desk.mara, "Publish")
    assert answer.toast == "Already done: ↩️ Withdrawn."
    await desk.round()
    assert texts(desk) == ["↩️ Withdrawn."]


async def test_what_a_moderator_had_open_outlives_a_restart(desk: Office) -> None:
    await desk.send()
    await desk.round()
    await desk.press(desk.mara, "Tags")
    desk.restart()
    await desk.round()
    assert "✓ hung up" in desk.labels()


async def test_a_flood_is_one_card(desk: Office) -> None:
    sent = [await desk.send(LONG + f"spam {number}") for number in range(15)]
    other = await desk.send("Something else happened: the technician came and was kind to us. " * 2)
    await desk.round()
    assert sorted("and 14 like it" in text for text in texts(desk)) == [False, True]
    number = next(n for n, text in enumerate(texts(desk)) if "and 14 like it" in text)
    await desk.press(desk.mara, "Reject all of them", number=number)
    await desk.round()
    await desk.press(desk.mara, "It is advertising.", number=number)
    await desk.round()
    assert [await desk.state(one) for one in sent] == [State.REJECTED] * 15
    assert await desk.state(other) is State.WAITING
    assert len(texts(desk)) == 2
    assert len(await desk.log()) == 15


async def test_a_flood_unfolded_is_a_card_each(desk: Office) -> None:
    for number in range(4):
        await desk.send(LONG + f"spam {number}")
    await desk.round()
    assert len(texts(desk)) == 1
    await desk.press(desk.mara, "Unfold")
    await desk.round()
    assert len(texts(desk)) == 4
    assert all("like it" not in text for text in texts(desk))
    assert all("like another that waits" in text for text in texts(desk))


async def test_what_comes_after_a_flood_was_unfolded_gets_one_card(desk: Office) -> None:
    for number in range(3):
        await desk.send(LONG + f"spam {number}")
    await desk.round()
    await desk.press(desk.mara, "Unfold")
    await desk.round()
    await desk.send(LONG + "spam later")
    await desk.round()
    assert [("and 1 like it" in text) for text in texts(desk)].count(True) == 1
    for number in range(3):
        await desk.press(desk.mara, "Publish", number=number)
        await desk.round()
    assert sum("Published" not in text for text in texts(desk)) == 1


async def test_when_the_first_of_a_flood_is_published_the_others_get_a_card(desk: Office) -> None:
    for number in range(4):
        await desk.send(LONG + f"spam {number}")
    await desk.round()
    await desk.press(desk.mara, "Publish")
    await desk.round()
    assert texts(desk)[0] == "✅ Published as #17."
    assert "and 2 like it" in texts(desk)[1]
    assert len(desk.press_.published) == 1


async def test_long_stories_are_paged_to_the_last_word(desk: Office) -> None:
    words = [f"word{number}" for number in range(750)]
    await desk.send(" ".join(words))
    await desk.round()
    seen = set(texts(desk)[0].split())
    assert "1/2" in desk.labels()
    await desk.press(desk.mara, "›")
    await desk.round()
    seen |= set(texts(desk)[0].split())
    assert seen.issuperset(words)


async def test_hostile_text_is_shown_as_text(desk: Office) -> None:
    hostile = [
        "<" * 6_000,
        "</blockquote><b>✅ Publish</b> <a href='tg://user?id=1'>me</a> &lt;&amp;" * 20,
        "\u202e\u2066RTL \u200bhidden\u200d " * 200,
        "שלום עליכם " * 300,
        "👩‍👩‍👧‍👦" * 500,
        "t.me/evil @evil_bot https://evil.example tg://resolve?domain=x " * 60,
        "[phone] (ask 0123456789abcdef) [✅ Publish](tg://x) *b* _i_ `c` " * 40,
        "a" * 6_000,
    ]
    for words in hostile:
        await desk.send(words)
    await desk.round()
    assert len(texts(desk)) == len(hostile)
    for message in desk.messages():
        assert utf16_length(message["text"]) <= 4096
        kinds = {entity["type"] for entity in message.get("entities", ())}
        assert kinds <= {"bold", "underline", "code", "blockquote"}
        assert not message["text"].endswith(")")


async def test_every_panel_of_a_hostile_text_can_be_sent(desk: Office) -> None:
    for words in ("<" * 6_000, "& < > " * 900, "x\u0301\u0301\u0301\u0301" * 1_200):
        await desk.send(words)
    await desk.round()
    for number in range(3):
        for label in ("Mask more", "‹ Back", "Tags", "‹ Back", "🚫 Reject", "‹ Back"):
            await desk.press(desk.mara, label, number=number)
            before = texts(desk)[number], desk.labels(number)
            await desk.round()
            assert (texts(desk)[number], desk.labels(number)) != before


async def test_moderators_one_by_one_in_their_own_languages(desk: Office) -> None:
    await desk.mara.post("/start")
    await desk.marek.post("/start")
    desk.restart(moderators=(desk.mara.id, desk.marek.id), private=True)
    one = await desk.send()
    await desk.round()
    for person in (desk.mara, desk.marek):
        assert "two hours" in texts(desk, person.id)[-1]
    await desk.press(desk.mara, "Publish", chat=desk.mara.id)
    await desk.round()
    assert texts(desk, desk.marek.id)[-1] == "✅ Published as #17."
    assert await desk.find(one) is None


async def test_a_moderator_who_blocked_the_bot_holds_nobody_up(desk: Office) -> None:
    await desk.mara.post("/start")
    await desk.marek.post("/start")
    desk.restart(moderators=(desk.mara.id, desk.marek.id), private=True)
    await desk.mara.block()
    await desk.send()
    await desk.round()
    assert "two hours" in texts(desk, desk.marek.id)[-1]
    assert await desk.do(store.waiting_keys) != []


async def test_a_moderator_who_never_came_keeps_no_other_waiting(desk: Office) -> None:
    """Telegram knows no chat with somebody who never opened the bot."""
    await desk.marek.post("/start")
    desk.restart(moderators=(desk.mara.id, desk.marek.id), private=True)
    unknown = Fault.refusal(400, "Bad Request: chat not found")
    desk.playground.telegram.fault = lambda _, params: (
        unknown if str(params.get("chat_id")) == str(desk.mara.id) else None
    )
    for number in range(8):
        await desk.send(f"Number{number} " + f"word{number} again{number} " * 30)
    for _ in range(3):
        await desk.round()
    assert len(texts(desk, desk.marek.id)) == 8
    tries = [call for call in desk.playground.telegram.calls if not call.ok]
    assert len(tries) < 8, "nobody knocks at that door for each card"
    desk.playground.telegram.fault = None
    await desk.mara.post("/start")
    desk.pass_(minutes=1)
    await desk.round()
    assert len(texts(desk, desk.mara.id)) == 8


async def test_a_former_moderator_who_blocked_the_bot_is_left_alone(desk: Office) -> None:
    await desk.mara.post("/start")
    desk.restart(moderators=(desk.mara.id,), private=True)
    await desk.send()
    await desk.round()
    await desk.mara.block()
    desk.restart()
    await desk.do(desk.moderation.start)
    await desk.round()
    kept = await desk.do(desk.moderation._card_store.all)
    assert [card.chat for card in kept] == [desk.room]


async def test_the_card_of_a_former_moderator_is_closed(desk: Office) -> None:
    await desk.mara.post("/start")
    desk.restart(moderators=(desk.mara.id,), private=True)
    await desk.send()
    await desk.round()
    desk.restart()
    await desk.do(desk.moderation.start)
    await desk.round()
    assert texts(desk, desk.mara.id)[-1] == "This card is closed."
    assert desk.labels(-1, desk.mara.id) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (403, "Forbidden: bot was kicked from the supergroup chat"),
        (400, "Bad Request: not enough rights to send text messages to the chat"),
    ],
)
async def test_what_was_owed_to_a_chat_comes_when_the_bot_is_let_in_again(
    desk: Office, code: int, words: str
) -> None:
    await desk.send()
    await desk.round()
    refused = Fault.refusal(code, words)
    withdrawn = await desk.send("Something else: a technician came and was kind to us. " * 2)
    await desk.round()
    desk.playground.telegram.fault = lambda *_: refused
    await desk.send("One more: my parcel went to the moon and nobody said a word about it. " * 2)
    await desk.press(desk.mara, "Tags", number=0)
    await desk.do(lambda c: submissions.close(c, withdrawn, State.WITHDRAWN))
    for _ in range(3):
        await desk.round()
    desk.playground.telegram.fault = None
    desk.pass_(minutes=1)
    await desk.round()
    assert "✓ hung up" in desk.labels(0)
    assert texts(desk)[1] == "↩️ Withdrawn."
    assert "to the moon" in texts(desk)[2]


async def test_a_chat_that_cannot_be_reached_loses_nothing(desk: Office) -> None:
    await desk.send()
    for _ in range(2):
        desk.playground.telegram.fail_next("sendMessage", None, 400, "Bad Request: chat not found")
        await desk.round()
        desk.pass_(minutes=1)
    assert texts(desk) == []
    await desk.round()
    assert len(texts(desk)) == 1
