"""SIGKILL at any instant loses no story, no receipt and no withdrawal, and posts nothing twice."""

from pathlib import Path

from tests.chaos.stories import deeds
from tests.chaos.stories.ending import end
from tests.chaos.stories.scene import Kill, scene


async def test_one(tmp_path: Path) -> None:
    async with scene(tmp_path, "one") as play:
        import time

        t = time.time()

        def lap(w):
            nonlocal t
            print(w, round(time.time() - t, 2))
            t = time.time()

        await play.die(Kill("after_commit", "story:send:"), deeds.send)
        lap("send")
        await play.die(Kill("after_answer", "mod:"), deeds.publish)
        lap("publish")
        await play.die(Kill("post_after_send"), deeds.publish)
        lap("post")
        await play.die(Kill("after_send", "receipt:gone:"), deeds.withdraw)
        lap("withdraw")
        await play.die(Kill("post_before_delete"), deeds.withdraw)
        lap("delete")
        await end(play)
        lap("end")
