"""Whoever tries receipts waits longer and longer; nothing tells a right one from a wrong one."""

from datetime import timedelta
from random import Random

from bot.playground.person import Person
from bot.playground.transcript import from_bot, words_of
from tests.stories.hostile.desk import raw, receipt, send
from tests.stories.newsroom import Newsroom

GUESSES = 16


async def told(person: Person, digits: str, way: str) -> tuple[str, list[list[str]], str | None]:
    """What they see of it, however they ask."""
    if way == "typed":
        await person.send("/receipt")
        await person.send(digits)
    elif way == "command":
        await person.send(f"/receipt {digits}")
    else:
        await person.press_data(f"receipt:{way}:{digits}")
    return person.text, person.buttons, person.toast


async def test_brute_force(room: Newsroom) -> None:
    """Sixteen guesses, each after the pause that was told: an hour for each from the tenth."""
    await send(room, right := raw("They hung up on me. " * 9))
    thief, made = room.person(), Random(1)
    await thief.send("/receipt")
    begun = room.clock()
    looked_up = 0
    while looked_up < GUESSES:
        text, _, _ = await told(thief, f"{made.randrange(10**16):016}", "command")
        looked_up += "I find nothing" in text
        if "I find nothing" not in text:
            assert "Please wait" in text
            room.clock.now += timedelta(minutes=10)
    assert room.clock() - begun > timedelta(hours=GUESSES - 12)
    said, _, _ = await told(room.person(), receipt(right), "command")
    assert "The moderators have it" in said


async def test_right_and_wrong_sound_the_same_while_one_waits(room: Newsroom) -> None:
    await send(room, right := raw("They hung up on me. " * 9))
    thief = room.person()
    await thief.send("/receipt")
    for guess in range(5):
        await told(thief, f"{guess:016}", "command")
    for way in ("command", "typed", "status", "withdraw", "gone", "answer"):
        assert await told(thief, receipt(right), way) == await told(thief, "9" * 16, way)
    author = room.person()
    await author.send(f"/receipt {receipt(right)}")
    author.sees("The moderators have it")


async def test_digits_typed_leave_the_chat_right_or_wrong(room: Newsroom) -> None:
    await send(room, right := raw("They hung up on me. " * 9))
    person = room.person()
    for digits in (receipt(right), "9" * 16, *("8" * 16 for _ in range(4)), receipt(right)):
        await person.send(f"/receipt {digits}")
    typed = [words_of(message) for message in person.messages if not from_bot(message)]
    assert not [text for text in typed if any(sign.isdigit() for sign in text)]


async def test_presses_of_others_do_nothing_without_the_digits(room: Newsroom) -> None:
    await send(room, right := raw("They hung up on me. " * 9))
    stranger = room.person()
    await stranger.send("/receipt")
    wrong = f"{(int(receipt(right)) + 1) % 10**16:016}"
    for action in ("gone", "withdraw", "answer"):
        await stranger.press_data(f"receipt:{action}:{wrong}")
        await stranger.press_data(f"receipt:{action}:{right.key}")
    author = room.person()
    await author.send(f"/receipt {receipt(right)}")
    author.sees("The moderators have it")
