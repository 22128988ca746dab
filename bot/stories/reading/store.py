"""SQL of one story: its words, what is said under it, its other parts; and of shelves."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from bot.storage.story_tables import comments, shelves, stories, story_texts
from bot.stories.model import GONE, Kind, StoryState


@dataclass(frozen=True)
class Story:
    """As it is shown; a withdrawn one has no words. `feelings` counts people by feeling."""

    number: int
    language: str
    teller: str
    sector: str
    state: StoryState
    published_on: date
    score: int
    votes: int
    comments: int
    continues: int | None
    text: str = ""
    nickname: str = ""
    company: str = ""
    tags: tuple[str, ...] = ()
    links: bool = False
    feelings: tuple[tuple[str, int], ...] = ()

    @property
    def is_open(self) -> bool:
        return self.state is StoryState.OPEN

    @property
    def is_withdrawn(self) -> bool:
        return self.state.is_gone


@dataclass(frozen=True)
class Note:
    """A comment, a company's reply or a correction; `position` orders those of a story."""

    position: int
    kind: Kind
    nickname: str
    published_on: date
    text: str


_PLAIN = [column for column in stories.c if column.name != "receipt"]
_WORDS = [column for column in story_texts.c if column.name != "number"]
_STORY = (
    select(*_PLAIN, *_WORDS)
    .select_from(stories.outerjoin(story_texts, story_texts.c.number == stories.c.number))
    .where(stories.c.number == bindparam("number"))
)
_TAGS = select(story_texts.c.tags).where(story_texts.c.number == bindparam("number"))
_NOTE = select(
    comments.c.position,
    comments.c.kind,
    comments.c.nickname,
    comments.c.published_on,
    comments.c.text,
).where(
    comments.c.number == bindparam("number"),
    comments.c.kind.in_(bindparam("kinds", expanding=True)),
)
_AFTER = (
    _NOTE.where(comments.c.position > bindparam("position"))
    .order_by(comments.c.position)
    .limit(bindparam("most"))
)
_BEFORE = (
    _NOTE.where(comments.c.position < bindparam("position"))
    .order_by(comments.c.position.desc())
    .limit(bindparam("most"))
)
_GOES_ON = select(func.min(stories.c.number)).where(
    stories.c.continues == bindparam("number"), stories.c.state.not_in(GONE)
)
_IN_LANGUAGE = select(stories.c.number).where(
    stories.c.number.in_(bindparam("numbers", expanding=True)),
    stories.c.language.concat("") == bindparam("language"),
)
_SHELF = select(shelves.c.sealed).where(shelves.c.chat_id == bindparam("chat"))


def find_story(connection: Connection, number: int) -> Story | None:
    row = connection.execute(_STORY, {"number": number}).first()
    return _story(row) if row else None


def tag_of(connection: Connection, number: int, place: int) -> str:
    """Empty where the story, or that tag of it, is gone."""
    tags = connection.scalar(_TAGS, {"number": number}) or []
    return str(tags[place]) if place < len(tags) else ""


def goes_on_in(connection: Connection, number: int) -> int | None:
    number_of_part: int | None = connection.scalar(_GOES_ON, {"number": number})
    return number_of_part


def in_language(connection: Connection, language: str, numbers: list[int]) -> set[int]:
    """Those of a few numbers; each is looked up, none is searched for by its language."""
    return set(connection.scalars(_IN_LANGUAGE, {"language": language, "numbers": numbers}))


def notes_after(
    connection: Connection, number: int, kinds: tuple[Kind, ...], position: int, most: int
) -> list[Note]:
    given = {"number": number, "kinds": list(kinds), "position": position, "most": most}
    return [_note(row) for row in connection.execute(_AFTER, given)]


def notes_before(
    connection: Connection, number: int, kinds: tuple[Kind, ...], position: int, most: int
) -> list[Note]:
    """The nearest first."""
    given = {"number": number, "kinds": list(kinds), "position": position, "most": most}
    return [_note(row) for row in connection.execute(_BEFORE, given)]


def sealed_shelf(connection: Connection, chat_id: int) -> bytes | None:
    return connection.scalar(_SHELF, {"chat": chat_id})


def put_shelf(connection: Connection, chat_id: int, sealed: bytes) -> None:
    changed = update(shelves).where(shelves.c.chat_id == chat_id).values(sealed=sealed)
    if not connection.execute(changed).rowcount:
        connection.execute(insert(shelves).values(chat_id=chat_id, sealed=sealed))


def remove_shelf(connection: Connection, chat_id: int) -> None:
    connection.execute(delete(shelves).where(shelves.c.chat_id == chat_id))


def _story(row: Row[*tuple[Any, ...]]) -> Story:
    kept = dict(row._mapping)  # noqa: SLF001 - the public way to a row's names
    state = StoryState(kept.pop("state"))
    words = {name: kept.pop(name) for name in ("tags", "feelings", "links")}
    told = {
        name: value or "" for name, value in kept.items() if name in {"text", "nickname", "company"}
    }
    feelings = sorted((words["feelings"] or {}).items(), key=lambda pair: -pair[1])
    return Story(
        **{**kept, **told},
        state=state,
        tags=tuple(words["tags"] or ()),
        links=bool(words["links"]),
        feelings=tuple(feelings),
    )


def _note(row: Row[*tuple[Any, ...]]) -> Note:
    return Note(row.position, Kind(row.kind), row.nickname, row.published_on, row.text)
