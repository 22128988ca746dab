"""A flood of like texts from many people is one card, and hides nothing else."""

from pathlib import Path
from random import Random

from bot.playground import Playground
from bot.stories.model import State, Submission
from tests.stories.hostile.desk import decide, raw, send
from tests.stories.hostile.watch import cards_are_drawn, worked_off
from tests.stories.newsroom import Newsroom, newsroom
from tests.stories.rights.test_former_moderators import cards_of_chat
from tests.stories.rights.test_moderating import rows

SPAM = (
    "My provider kept me on the line for two hours, then a man told me that only the new plan of "
    "another company would save me, and that company was wonderful: I changed at once and I am "
    "happy now, everybody who reads this should do the same before the offer ends next week."
)
OTHER = "The technician came on time, found the cable cut, and mended it within ten minutes. " * 3
CROWD = 60


def flood(made: Random) -> list[Submission]:
    """Each with its own tags and names, a word more or another, and unseen signs."""
    some = []
    for place in range(CROWD):
        words = SPAM.split()
        words[made.randrange(len(words))] = made.choice(["really", "ТHE", "\u200bsoon", "it"])
        text = made.choice(["", "Hello. ", "🙂 "]) + "  ".join(words) + "!" * (place % 3)
        some.append(raw(text.upper() if place % 7 == 0 else text, place=place))
    return some


async def test_at_an_hour_of_release(playground: Playground, tmp_path: Path) -> None:
    async with newsroom(playground, tmp_path, moderation_hours=(8, 12)) as room:
        one = raw(OTHER)
        room.bot.features.stories._moderation.rounds.wake()
        await room.settle()
        await send(room, *flood(Random(3)), one, drawn=False)
        assert cards_of_chat(room, room.office) == []
        room.clock.pass_(hours=2)
        await cards_are_drawn(room)
        cards = cards_of_chat(room, room.office)
        assert len(cards) == 2
        assert sum(f"and {CROWD - 1} like it" in card["text"] for card in cards) == 1
        [spam] = [card for card in cards if "like it" in card["text"]]
        await room.moderator.refresh(room.office)
        await room.moderator.tap_data(rejecting(spam), spam["message_id"], chat=room.office)
        await worked_off(room)
        await cards_are_drawn(room)
        states = [row for row in (await rows(room))["submissions"] if f"'{State.WAITING}'" in row]
        assert len(states) == 1
        await decide(room, one, "publish")
        await room.shows(room.channel, "#1")


async def test_one_after_the_other_when_released_at_once(room: Newsroom) -> None:
    for one in flood(Random(3))[:6]:
        await send(room, one)
    assert len(cards_of_chat(room, room.office)) == 1


def rejecting(card: dict[str, object]) -> str:
    keyboard = str(card["reply_markup"])
    key = keyboard[keyboard.index("mod:") + 4 :][:16]
    return f"mod:{key}:rejected_all:advertising"
