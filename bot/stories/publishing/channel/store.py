"""SQL of channel posts. A state is changed only from the one it was seen in."""

from sqlalchemy import Connection, Row, and_, delete, insert, or_, select, update

from bot.storage import values
from bot.storage.story_tables import channel_posts, stories, story_texts
from bot.stories.model import GONE, StoryState
from bot.stories.publishing.channel.model import Post, PostState, Story

A_ROUND = 200
CHANNEL = "stories_channel"
_AT_WORK = (PostState.SENDING, PostState.DELETING, PostState.PENDING)


def add(connection: Connection, number: int) -> None:
    row = {"number": number, "state": PostState.PENDING, "labels": "", "stale": False, "tries": 0}
    connection.execute(insert(channel_posts).values(row))


def remove(connection: Connection, number: int) -> None:
    connection.execute(delete(channel_posts).where(channel_posts.c.number == number))


def find(connection: Connection, number: int) -> Post | None:
    where = channel_posts.c.number == number
    row = connection.execute(select(channel_posts).where(where)).first()
    return _post(row) if row else None


def waiting(connection: Connection) -> list[Post]:
    """What the worker has to look at, labels last; those refused least first, then by number."""
    is_label = channel_posts.c.state == PostState.SENT
    where = or_(channel_posts.c.state.in_(_AT_WORK), and_(channel_posts.c.stale, is_label))
    order = (is_label, channel_posts.c.tries, channel_posts.c.number)
    rows = connection.execute(select(channel_posts).where(where).order_by(*order).limit(A_ROUND))
    return [_post(row) for row in rows]


def in_doubt(connection: Connection) -> list[int]:
    """The numbers of the posts of which nobody knows whether they are there."""
    where = channel_posts.c.state == PostState.UNKNOWN
    number = channel_posts.c.number
    return list(connection.scalars(select(number).where(where).order_by(number)))


def standing_at(connection: Connection, message_id: int) -> int | None:
    """The number of the post known to be that message."""
    where = (channel_posts.c.message_id == message_id, channel_posts.c.state == PostState.SENT)
    return connection.scalar(select(channel_posts.c.number).where(*where))


def move(connection: Connection, number: int, before: PostState, after: PostState) -> bool:
    """False, and nothing is done, when it is in another state."""
    return _set(connection, number, before, state=after, stale=False)


def arrived(
    connection: Connection,
    number: int,
    before: PostState,
    message_id: int,
    labels: str,
) -> bool:
    """It stands in the channel as that message; `labels` is empty where they are not known."""
    return _set(
        connection,
        number,
        before,
        state=PostState.SENT,
        message_id=message_id,
        labels=labels,
        tries=0,
        stale=True,
    )


def refused(connection: Connection, number: int, before: PostState, after: PostState) -> bool:
    return _set(connection, number, before, state=after, tries=channel_posts.c.tries + 1)


def mark_stale(connection: Connection, number: int) -> bool:
    return _set(connection, number, PostState.SENT, stale=True)


def labelled(connection: Connection, number: int, labels: str, *, stale: bool) -> None:
    _set(connection, number, PostState.SENT, labels=labels, stale=stale, tries=0)


def is_withdrawn(connection: Connection, number: int) -> bool:
    return _state_of_story(connection, number) in GONE


def is_removed(connection: Connection, number: int) -> bool:
    """By moderators, and not by its author."""
    return _state_of_story(connection, number) == StoryState.REMOVED


def language_of(connection: Connection, number: int) -> str:
    """Raises when there is no such story."""
    where = stories.c.number == number
    return str(connection.execute(select(stories.c.language).where(where)).scalar_one())


def story(connection: Connection, number: int) -> Story | None:
    """None where its words are gone."""
    texts = select(stories, story_texts).join(story_texts, stories.c.number == story_texts.c.number)
    row = connection.execute(texts.where(stories.c.number == number)).mappings().first()
    if row is None:
        return None
    return Story(
        number=number,
        language=row[stories.c.language],
        teller=row[stories.c.teller],
        sector=row[stories.c.sector],
        text=row[story_texts.c.text],
        nickname=row[story_texts.c.nickname],
        company=row[story_texts.c.company],
        tags=tuple(row[story_texts.c.tags]),
        links=row[story_texts.c.links],
        continues=row[stories.c.continues],
        up=(row[stories.c.votes] + row[stories.c.score]) // 2,
        down=(row[stories.c.votes] - row[stories.c.score]) // 2,
        closed=row[stories.c.state] != StoryState.OPEN,
    )


def serve(connection: Connection, channel_id: int) -> None:
    """Posts stand in the channel in which they were made: those of another one are given up.

    Its numbers of messages would mean others here.
    """
    before = values.find(connection, CHANNEL)
    if before == str(channel_id):
        return
    values.keep(connection, CHANNEL, str(channel_id))
    if before is not None:
        elsewhere = channel_posts.c.state != PostState.PENDING
        connection.execute(
            update(channel_posts)
            .where(elsewhere)
            .values(state=PostState.GONE, message_id=None, stale=False)
        )


def _state_of_story(connection: Connection, number: int) -> str | None:
    return connection.scalar(select(stories.c.state).where(stories.c.number == number))


def _set(connection: Connection, number: int, before: PostState, **values: object) -> bool:
    row = update(channel_posts).where(
        channel_posts.c.number == number, channel_posts.c.state == before
    )
    return connection.execute(row.values(**values)).rowcount == 1


def _post(row: Row[tuple[object, ...]]) -> Post:
    return Post(row.number, PostState(row.state), row.message_id, row.labels, row.stale, row.tries)
