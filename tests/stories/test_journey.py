"""The whole way of a story, from the first word to its withdrawal, in the three languages."""

from pathlib import Path

import pytest

from bot.playground import Playground
from bot.playground.person import Person
from tests.stories.journey import Words, send, tell, words, write
from tests.stories.newsroom import Newsroom, newsroom

TEXTS = {
    "en": (
        (
            "I called my provider in Leeds because the line was dead. The operator, Zenobia Quickfoot, "
            "asked for my number 07700 900123 and hung up twice. A technician found the cable cut."
        ),
        "technician",
        "It was in May, and Zenobia knew about it.",
        "The same happened to me, with another company.",
    ),
    "it": (
        (
            "Ho chiamato il gestore a Milano perché la linea era muta. L'operatrice, Zenobia Rossi, mi "
            "ha chiesto il numero 347 1234567 e ha riattaccato due volte. Un tecnico ha trovato il cavo."
        ),
        "tecnico",
        "Era maggio, e Zenobia lo sapeva.",
        "È successo anche a me, con un'altra azienda.",
    ),
    "pl": (
        (
            "Zadzwoniłam do operatora w Krakowie, bo linia nie działała. Konsultantka, Zenobia Kowalska, "
            "zapytała o numer 601 234 567 i dwa razy się rozłączyła. Technik znalazł przecięty kabel."
        ),
        "technik",
        "To było w maju i Zenobia o tym wiedziała.",
        "Mnie spotkało to samo, w innej firmie.",
    ),
}
SECRETS = ("Zenobia", "900123", "1234567", "234 567", "Quickfoot", "Rossi", "Kowalska")


@pytest.mark.parametrize("code", ["en", "it", "pl"])
async def test_from_the_first_word_to_the_withdrawal(
    playground: Playground, tmp_path: Path, code: str
) -> None:
    async with newsroom(playground, tmp_path, language=code) as room:
        say = words(room, code)
        text, found_by, answer, comment = TEXTS[code]
        author, reader = room.reader(language=code), room.reader(language=code)

        await write(author, say, text)
        hides(author.text)
        receipt = await send(author, say)
        await card(room)
        hides(room.moderator.text)
        await ask_and_answer(room, author, say, receipt, answer)
        await publish(room, say)
        await vote_in_the_channel(room, reader)
        await read(reader, say, found_by)
        await comment_on_it(room, reader, say, comment)

        stranger = room.person(language=code)
        await withdraw(stranger, say, receipt)
        await gone(room, reader, found_by)


def hides(shown: str) -> None:
    assert not [secret for secret in SECRETS if secret in shown]


async def card(room: Newsroom) -> None:
    """The newest card has come."""
    before = {message["message_id"] for message in room.moderator.messages}
    for _ in range(100):
        await room.moderator.refresh(room.office)
        new = [one for one in room.moderator.messages if one["message_id"] not in before]
        if any("reply_markup" in one for one in new):
            return
        await room.settle()
    raise AssertionError(f"No card came.{room.moderator.shown()}")


async def ask_and_answer(
    room: Newsroom, author: Person, say: Words, receipt: str, answer: str
) -> None:
    moderator = room.moderator
    await moderator.press(say("❓ Ask the author"), chat=room.office)
    prompt = moderator.last["message_id"]
    await moderator.send("When? / Quando? / Kiedy?", chat=room.office, reply_to=prompt)
    await author.send("/receipt")
    await author.send(receipt)
    author.sees("When? / Quando? / Kiedy?")
    await author.press(say("💬 Answer"))
    await author.send(answer)
    await author.press(say("Go on ›"))
    await author.press(say("Go on ›"))
    await author.press(say("✅ Send"))
    await room.shows(room.office, answer[:8])
    hides(room.moderator.shown())


async def publish(room: Newsroom, say: Words) -> None:
    await room.moderator.press(say("✅ Publish"), chat=room.office)
    assert "#1" in (room.moderator.toast or "")
    await room.shows(room.channel, "#1")


async def vote_in_the_channel(room: Newsroom, reader: Person) -> None:
    hides(await room.newest(room.channel))
    await reader.press("👍", chat=room.channel)
    await room.shows(room.channel, "👍 1")


async def read(reader: Person, say: Words, found_by: str) -> None:
    await reader.send(f"/stories {found_by}")
    reader.sees("#1")
    hides(reader.text)
    await reader.press("👎")
    reader.sees_button("• 👎 1")
    await reader.press("👎")
    await reader.press("👍")
    reader.sees_button("• 👍 1")
    await reader.press("🤍")
    reader.sees_button("❤️")
    await reader.press(say("💭 How do you feel?"))
    await reader.press(say.feeling("anger"))
    reader.sees("100")
    before = len(reader.messages)
    await reader.press(say("🖼 Image"))
    assert any("photo" in message for message in reader.messages[before - 1 :])
    _, share = reader.find_button(say("📤 Share"))
    assert "story_1" in share["url"]
    await reader.send("/stories")
    await reader.press(say("❤️ Favourites"))
    reader.sees("#1")


async def comment_on_it(room: Newsroom, reader: Person, say: Words, comment: str) -> None:
    await reader.press(say("✍️ Comment"))
    await reader.send(comment)
    await reader.press(say("Go on ›"))
    await send(reader, say)
    await card(room)
    await room.moderator.press(say("✅ Publish"), chat=room.office)
    await reader.send("/start story_1")
    await reader.press("💬 1")
    reader.sees(comment)


async def withdraw(stranger: Person, say: Words, receipt: str) -> None:
    await stranger.send(f"/receipt {receipt}")
    stranger.sees("#1")
    await stranger.press(say("🗑 Withdraw"))
    await stranger.press(say("Yes, withdraw it"))


async def gone(room: Newsroom, reader: Person, found_by: str) -> None:
    await room.leaves(room.channel, "#1")
    await reader.send("/start story_1")
    assert found_by not in reader.text
    await reader.send(f"/stories {found_by}")
    reader.sees_no("👍")


async def test_two_moderators_at_once_publish_once(room: Newsroom) -> None:
    say = words(room, "en")
    await tell(room.reader(), say, TEXTS["en"][0])
    await card(room)
    await room.admin.refresh(room.office)
    for moderator in (room.moderator, room.admin):
        await moderator.tap("✅ Publish", chat=room.office)
    await room.shows(room.channel, "#1")
    await room.settle()
    assert "#2" not in await room.newest(room.channel)


async def test_a_draft_is_gone_after_a_day(room: Newsroom) -> None:
    say = words(room, "en")
    author = room.reader()
    await write(author, say, TEXTS["en"][0])
    room.clock.pass_(hours=25)
    await author.press("Go on ›")
    author.sees_no("✅ Send")
