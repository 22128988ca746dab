"""What is pressed when the bot dies: Send, Publish, Withdraw, and what settles a doubt."""

import asyncio
import re
from collections.abc import Awaitable, Callable

from tests.chaos.stories.cast import Author, Press, text_of
from tests.chaos.stories.scene import Deed, Scene

PUBLISH = re.compile(r"mod:\w+:publish")
SETTLE = re.compile(r"post:\d+:(again|there)")
DoDeed = Callable[[Scene], Awaitable[Deed]]


async def send(scene: Scene, count: int = 1) -> Deed:
    """By new authors, all at once."""
    people = [scene.playground.person() for _ in range(count)]
    authors = [Author(person, text_of(scene.rng)) for person in people]
    presses = await asyncio.gather(*(author.write(scene.say) for author in authors))
    scene.checker.authors += authors
    for author in authors:
        author.is_sent = True
    return Deed(list(presses))


async def publish(scene: Scene, count: int = 1, *, hasty: bool = False) -> Deed:
    """By both moderators. `hasty`: one of the authors takes it back meanwhile."""
    authors = await _waiting(scene, count)
    presses = [press for author in authors for press in _publish(scene, author)]
    after = [await authors[0].ask_to_withdraw(scene.say)] if hasty else []
    authors[0].is_withdrawn = hasty
    for author in authors:
        author.is_published = True
    return Deed(presses, after)


async def withdraw(scene: Scene, count: int = 1) -> Deed:
    """What stands in the channel; by their authors."""
    return await _withdraw(scene, await _posted(scene, count))


async def withdraw_waiting(scene: Scene, count: int = 1) -> Deed:
    """What is not published yet."""
    return await _withdraw(scene, await _waiting(scene, count))


async def withdraw_doubtful(scene: Scene) -> Deed:
    """What may stand in the channel or not."""
    rows, doubts = scene.checker.rows(), in_doubt(scene)
    authors = [one for one in scene.checker.authors if not one.is_withdrawn]
    numbers = [rows.numbers.get(scene.checker.receipt_of(one)) for one in authors]
    found = [one for one, number in zip(authors, numbers, strict=True) if number in doubts]
    return await _withdraw(scene, found)


async def _withdraw(scene: Scene, authors: list[Author]) -> Deed:
    presses = [await author.ask_to_withdraw(scene.say) for author in authors]
    for author in authors:
        author.is_withdrawn = True
    return Deed(presses)


async def settle(scene: Scene) -> Deed:
    """Doubts about posts: moderators look into the channel and say what is so."""
    rooms, numbers = scene.checker.rooms, in_doubt(scene)
    presses = []
    for number in numbers:
        what = "there" if rooms.posts(number) else "again"
        scene.checker.allowed[number] += what == "again"
        notices = [message for message, data in rooms.pressable(SETTLE) if f":{number}:" in data]
        assert notices, f"nobody was told that #{number} is in doubt"
        data = f"post:{number}:{what}"
        presses += [Press(one, data, notices[0], rooms.office) for one in scene.moderators]
    return Deed(presses)


async def show(scene: Scene) -> None:
    """Whoever said that it is there forwards it to the bot."""
    for number in in_doubt(scene):
        for post in scene.checker.rooms.posts(number):
            moderator = scene.rng.choice(scene.moderators)
            await moderator.forward(scene.checker.rooms.channel, post["message_id"])
            moderator.sees("Thank you")


def in_doubt(scene: Scene) -> list[int]:
    """Numbers; not of what is withdrawn and stands nowhere."""
    rows, rooms = scene.checker.rows(), scene.checker.rooms
    withdrawn = {rows.numbers.get(receipt) for receipt in rows.withdrawn}
    unknown = [number for number, (state, _) in rows.posts.items() if state == "unknown"]
    return [one for one in unknown if one not in withdrawn or rooms.posts(one)]


def _publish(scene: Scene, author: Author) -> list[Press]:
    rooms = scene.checker.rooms
    found = list(rooms.pressable(PUBLISH, author.words))
    assert found, f"no card of {author.words}"
    return [
        Press(moderator, data, message, rooms.office)
        for message, data in found
        for moderator in scene.moderators
    ]


async def _waiting(scene: Scene, count: int) -> list[Author]:
    def found() -> list[Author]:
        authors = scene.checker.authors
        return [one for one in authors if not (one.is_published or one.is_withdrawn)][:count]

    return await _at_least(scene, count, found, send)


async def _posted(scene: Scene, count: int) -> list[Author]:
    def found() -> list[Author]:
        rows, receipt_of = scene.checker.rows(), scene.checker.receipt_of
        authors = [one for one in scene.checker.authors if one.is_published]
        numbers = {one.words: rows.numbers.get(receipt_of(one), 0) for one in authors}
        sent = [one for one in authors if rows.posts.get(numbers[one.words], ("",))[0] == "sent"]
        return [one for one in sent if not one.is_withdrawn][:count]

    return await _at_least(scene, count, found, publish)


async def _at_least(
    scene: Scene,
    count: int,
    found: Callable[[], list[Author]],
    more: Callable[[Scene, int], Awaitable[Deed]],
) -> list[Author]:
    """Without any death."""
    if missing := count - len(found()):
        await scene.make((await more(scene, missing)).presses)
        await scene.rest()
    return found()
