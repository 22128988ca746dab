"""Databases full of stories: words as rare and as common as in life, 50 stories a day."""

from array import array
from collections import defaultdict
from datetime import date, timedelta
from functools import cache, partial
from itertools import accumulate, chain, cycle, repeat
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, Engine, Table, insert

from bot.storage.engine import open_engine
from bot.storage.story_tables import comments, stories, story_stems, story_tags, story_texts
from bot.storage.tables import metadata
from bot.stories.model import SECTORS, TAGS, TELLERS, StoryState
from bot.stories.stemming import stems_of

NEWEST_DAY = date(2026, 11, 22)
A_DAY, AT_ONCE, VOCABULARY, ARCHIVED_AFTER, WORDS_EACH = 50, 2_000, 5_000, 365, 80
LANGUAGES = ("it", "it", "it", "en", "en", "pl")
Index = defaultdict[str, "array[int]"]
SMALL_WORDS = ("non", "the", "się", "ma", "and", "che", "was", "po")
CONSONANTS, VOWELS = "bcdfglmnprstvz", "aeiou"


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """Made-up words, the commonest first, and their added frequencies, as Zipf found them."""
    random, words = Random(7), dict[str, None]()
    while len(words) < VOCABULARY:
        syllables = range(random.randint(2, 4))
        words["".join(random.choice(CONSONANTS) + random.choice(VOWELS) for _ in syllables)] = None
    return list(words), list(accumulate(1 / (rank + 8) for rank in range(VOCABULARY)))


@cache
def _stems(word: str, language: str) -> frozenset[str]:
    return frozenset(stems_of(word, language))


def filled(path: Path, count: int, *, seed: int = 1) -> Engine:
    """A new database with so many stories; the newest is of NEWEST_DAY."""
    engine = open_engine(f"sqlite:///{path}")
    metadata.create_all(engine)
    random, index = Random(seed), Index(partial(array, "I"))
    with engine.connect() as connection:
        for begin in range(1, count + 1, AT_ONCE):
            numbers = range(begin, min(begin + AT_ONCE, count + 1))
            _add(connection, [_told(number, count, random) for number in numbers], index)
        _insert_stems(connection, index)
        connection.commit()
    engine.dispose()
    return engine


def _told(number: int, count: int, random: Random) -> dict[str, Any]:
    words, frequencies = vocabulary()
    # All as long: opening one is compared with opening another.
    used = random.choices(words, cum_weights=frequencies, k=WORDS_EACH)
    age = (count - number) // A_DAY
    votes = random.randint(0, 40)
    fate = random.random()
    state = StoryState.ARCHIVED if age > ARCHIVED_AFTER else StoryState.OPEN
    return {
        "number": number,
        "language": random.choice(LANGUAGES),
        "teller": random.choice(TELLERS),
        "sector": random.choice(SECTORS),
        "state": StoryState.WITHDRAWN if fate < 0.01 else state,
        "published_on": NEWEST_DAY - timedelta(days=age),
        "score": 0 if fate < 0.01 else max(-votes, min(votes, round(random.gauss(5, 8)))),
        "votes": votes,
        "comments": 2 if fate > 0.8 else 0,
        "continues": number - 1 if fate > 0.97 and number > 1 else None,
        "tags": [*random.sample(TAGS, 3), random.choice(words)],
        "used": used,
    }


def _add(connection: Connection, told: list[dict[str, Any]], index: Index) -> None:
    shown = [one for one in told if one["state"] != StoryState.WITHDRAWN]
    _insert(connection, stories, [_row(one) for one in told])
    _insert(connection, story_texts, [_text(one) for one in shown])
    _insert(
        connection,
        story_tags,
        [
            {"tag": tag, "language": one["language"], "number": one["number"]}
            for one in shown
            for tag in one["tags"]
        ],
    )
    for one in shown:
        known = (_stems(word, one["language"]) for word in set(one["used"]))
        for stem in frozenset[str]().union(*known):
            index[stem].append(one["number"])
    notes = [
        _note(one["number"], place) for one in shown for place in range(1, one["comments"] + 1)
    ]
    _insert(connection, comments, notes)


def _insert_stems(connection: Connection, index: Index) -> None:
    """In the order of the table's key, past the layers above: there are millions of them."""
    driver: Any = connection.connection.driver_connection
    rows = chain.from_iterable(zip(repeat(stem), index[stem]) for stem in sorted(index))
    driver.executemany(f"INSERT INTO {story_stems.name} (stem, number) VALUES (?, ?)", rows)


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _row(told: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in told.items() if name not in {"tags", "used"}}
    return {**kept, "receipt": told["number"].to_bytes(32, "big")}


def _text(told: dict[str, Any]) -> dict[str, Any]:
    return {
        "number": told["number"],
        "nickname": "",
        "company": told["used"][0].title(),
        "tags": told["tags"],
        "links": False,
        "feelings": {"anger": 3, "stress": 1},
        "text": "".join(
            f"{word} {small} " for word, small in zip(told["used"], cycle(SMALL_WORDS))
        ),
    }


def _note(number: int, position: int) -> dict[str, Any]:
    return {
        "key": f"{number:013d}{position:03d}",
        "number": number,
        "position": position,
        "kind": "comment",
        "receipt": b"c" + number.to_bytes(29, "big") + position.to_bytes(2, "big"),
        "nickname": "",
        "published_on": NEWEST_DAY,
        "text": "The same happened to me, twice in one month.",
    }
