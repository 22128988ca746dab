"""Counts on the buttons of posts: paced, and the latest one wins."""

import pytest

from bot.playground.faults import Fault
from tests.stories.publishing.kiosk import TODAY, Kiosk


@pytest.fixture
async def posted(stand: Kiosk) -> Kiosk:
    await stand.publish()
    await stand.round()
    return stand


async def test_the_latest_count_wins_every_four_seconds(posted: Kiosk) -> None:
    seen = []
    for tick in range(40):
        posted.seconds = tick / 2
        await posted.vote(1, votes=tick + 1, score=tick + 1)
        await posted.round()
        seen.append(posted.labels()[0][0])
    edits = posted.calls("editMessageReplyMarkup")
    assert edits == 5
    assert [seen[tick] for tick in (0, 7, 8, 39)] == ["👍 1", "👍 1", "👍 9", "👍 33"]
    posted.seconds += 4
    await posted.round()
    assert posted.labels() == [["👍 40", "👎 0"], ["Read, comment", "Tell yours"]]
    await posted.round()
    assert posted.calls("editMessageReplyMarkup") == edits + 1


async def test_posts_are_paced_each_for_itself(posted: Kiosk) -> None:
    await posted.publish("Another one.")
    await posted.round()
    for number in (1, 2):
        await posted.vote(number, votes=1, score=-1)
    for _ in range(2):
        await posted.round()
    assert [posted.labels(place)[0][1] for place in (0, 1)] == ["👎 1", "👎 1"]


async def test_a_vote_taken_back_at_once_edits_nothing(posted: Kiosk) -> None:
    await posted.vote(1, votes=1, score=1)
    await posted.vote(1, votes=0, score=0)
    await posted.round()
    assert posted.calls("editMessageReplyMarkup") == 0
    post = await posted.post()
    assert post is not None
    assert not post.is_stale


async def test_an_edit_whose_answer_is_lost_is_made_again(posted: Kiosk) -> None:
    cuts = [Fault.timeout(effect=True)]
    posted.playground.telegram.fault = lambda method, _: (
        cuts.pop() if cuts and method == "editMessageReplyMarkup" else None
    )
    await posted.vote(1, votes=1, score=1)
    await posted.round()
    assert posted.labels()[0][0] == "👍 1"
    posted.seconds += 60
    await posted.round()  # "message is not modified" is as good as done
    post = await posted.post()
    assert post is not None
    assert (post.labels, post.is_stale) == ("1 0", False)


async def test_what_is_refused_is_tried_again(posted: Kiosk) -> None:
    posted.refuse("editMessageReplyMarkup", 403, "Forbidden: bot was kicked from the channel chat")
    await posted.vote(1, votes=1, score=1)
    for posted.seconds in (0, 4, 5):
        await posted.round()
    assert posted.labels()[0][0] == "👍 1"
    assert len(posted.alarms) == 1


async def test_a_post_that_somebody_deleted_is_given_up(posted: Kiosk) -> None:
    posted.playground.telegram.registry.chats[posted.channel].messages.clear()
    await posted.vote(1, votes=1, score=1)
    await posted.round()
    assert await posted.state() == "gone"
    await posted.vote(1, votes=2, score=2)
    await posted.round()
    assert len([c for c in posted.playground.telegram.calls if "Markup" in c.method]) == 1
    await posted.withdraw(1)
    assert await posted.state() is None
    assert posted.alarms == []


async def test_what_was_stale_before_a_restart_is_edited_after_it(posted: Kiosk) -> None:
    await posted.vote(1, votes=1, score=1)
    posted.restart()
    await posted.round()
    assert posted.labels()[0][0] == "👍 1"


async def test_an_archived_story_takes_no_votes(posted: Kiosk) -> None:
    archive = posted.publisher.archive_old
    assert await posted.do(lambda connection: archive(connection, TODAY)) == 0
    after = TODAY.replace(day=TODAY.day + 1)
    assert await posted.do(lambda connection: archive(connection, after)) == 1
    assert await posted.do(lambda connection: archive(connection, after)) == 0
    await posted.round()
    assert posted.labels() == [["Read, comment", "Tell yours"]]
