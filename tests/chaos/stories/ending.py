"""The last life: every doubt is settled, every receipt looked up."""

import asyncio

from tests.chaos.stories import deeds
from tests.chaos.stories.cast import Author
from tests.chaos.stories.scene import Scene

LOOKS, PAUSE_SECONDS = 10, 0.1


class LostError(AssertionError):
    """A story, a receipt, a post or a withdrawal is not as it should be."""


async def end(scene: Scene) -> None:
    """Raises LostError with all that is wrong."""
    await scene.live()
    while deeds.in_doubt(scene):
        await scene.make((await deeds.settle(scene)).presses)
        await scene.rest()
        await deeds.show(scene)
        await scene.rest()
    wrong = [*await _complaints(scene), *await _looked_up(scene)]
    if wrong:
        raise LostError("\n".join([*wrong, scene.last_words()]))
    await scene.stop()


async def _complaints(scene: Scene) -> list[str]:
    """What is erased leaves the files a moment later."""
    for _ in range(LOOKS):
        found = scene.checker.complaints()
        if not found:
            break
        await asyncio.sleep(PAUSE_SECONDS)
    return found


async def _looked_up(scene: Scene) -> list[str]:
    """By somebody who has nothing but the receipts."""
    clerk = scene.playground.person()
    wrong = []
    for author in scene.checker.authors:
        await clerk.send(f"/receipt {author.digits}")
        expected = _status(scene, author)
        if expected not in clerk.text:
            wrong.append(f"{author.words}: its receipt says {clerk.text!r} and not {expected!r}")
    return wrong


def _status(scene: Scene, author: Author) -> str:
    if author.is_withdrawn:
        return "withdrawn"
    if author.is_published:
        return f"#{scene.checker.number_of(author)}"
    return "The moderators have it"
