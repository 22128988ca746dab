"""Whatever is typed and pressed, in any order: screens that Telegram takes, and nothing sent."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from bot.storage.engine import open_engine
from bot.storage.tables import metadata
from bot.stories.model import TAGS
from bot.stories.telling import Telling
from bot.stories.telling.flow import PRESSES, SCREENS
from tests.stories.telling.teller import KEYS, VAULT, SpokenAnswers, Teller

HOSTILE = st.one_of(
    st.text(st.characters(), max_size=60),
    st.text(st.sampled_from("a1 .@#/<>&[]\n🦊\u200b\u202e\u0301\ud800\u3164"), max_size=200),
    st.sampled_from(
        [
            "</b><script>alert(1)</script>" * 20, "t.me/evil @evil_bot #x /cancel" * 9, "x" * 10_000,
            "🏴󠁧󠁢󠁥󠁮󠁧󠁿👩‍👩‍👧" * 50, "%s %(count)s {{ 7*7 }} {% raw %}", "Z̸͙̈́a̴͓l̶g̷o" * 40,
            "Mario 333 1234567 a@example.com " * 20, "3 7-9", "\ud83d", "word " * 700,
        ]
    ),
)  # fmt: skip
VALUES = ["", "yes", "1", "7", "99", "-1", "customer", "bank", "x", *TAGS[:2]]
DATA = st.one_of(
    st.builds("story:{}:{}".format, st.sampled_from(sorted(PRESSES)), st.sampled_from(VALUES)),
    st.builds("story:go:{}:{}".format, st.sampled_from(sorted(SCREENS)), st.sampled_from(VALUES)),
    st.text("story:gondx17 ", max_size=20).map(lambda rest: f"story:{rest}"),
    st.sampled_from(["story:send:1:2", "story:clean", "story:deliver", "menu", "here", "answer"]),
)
STEPS = st.one_of(
    st.tuples(st.just("type"), HOSTILE),
    st.tuples(st.just("data"), DATA),
    st.tuples(st.just("press"), st.integers(0, 99)),
    st.tuples(st.just("edit"), HOSTILE),
)


def anybody(connection: Connection) -> Teller:
    return Teller(connection, Telling(VAULT, KEYS, Random(1), answers=SpokenAnswers()))


def step(person: Teller, what: str, value: str | int) -> None:
    if what == "type" and value:
        person.type(str(value))
    elif what == "edit" and value and person.sent:
        person.edit(person.sent[-1], str(value))
    elif what == "data":
        person.press_data(str(value))
    elif what == "press":
        keys = [button for button in person.buttons.values() if button.data]
        keys = [button for button in keys if not str(button.data).startswith("story:send")]
        if keys:
            person.press_data(keys[int(value) % len(keys)].data or "")


@settings(max_examples=60)
@given(st.lists(STEPS, max_size=25))
def test_any_way_through_the_composer(steps: list[tuple[str, str | int]]) -> None:
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'bot.db'}")
        metadata.create_all(engine)
        with engine.connect() as connection:
            person = anybody(connection)
            person.type("/story")
            for what, value in steps:
                step(person, what, value)
                person.again()
            assert person.submitted() == []
        engine.dispose()


def test_every_screen_takes_every_text(anna: Teller) -> None:
    for text in ("<&>" * 1_300, "🦊" * 3_900, "a.b@c.d/" * 480, "x" * 4_000, "é " * 2_000):
        anna.type("/story")
        for data in ("go:who", "who:customer", "sector:bank", "go:text"):
            anna.press_data(f"story:{data}")
        anna.type(text)
        for name in SCREENS:
            anna.press_data(f"story:go:{name}")
        for page in (2, 7, 40, 89):
            for name in ("masks", "before", "words", "alarms"):
                anna.press_data(f"story:go:{name}:{page}")
        anna.type("/cancel")
