"""Whatever an admin presses, nothing goes that was not tested as it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.storage.engine import open_engine
from bot.storage.tables import metadata
from tests.broadcasts.composing.composer import Composer

CHANGES = (
    "bc:kind:service", "bc:kind:news", "bc:who:roles:admin", "bc:who:active:7", "bc:urgent:yes",
    "bc:urgent:no", "bc:now",
)  # fmt: skip
LOOKS = ("bc:see:home", "bc:see:who", "bc:see:sure", "bc:see:when")
DEEDS = st.lists(st.sampled_from([*CHANGES, *LOOKS, "tested", "go", "old go"]), max_size=12)


@given(DEEDS)
@settings(max_examples=60)
def test_only_the_tested_revision_goes(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[str]
) -> None:
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('drafts') / 'bot.db'}")
    metadata.create_all(engine)
    with engine.connect() as connection:
        anna = Composer(connection)
        anna.written()
        tested = old = -1
        for deed in deeds:
            draft = anna.draft
            go = f"bc:go:{draft.id}:{draft.revision}"
            if deed == "tested":
                anna.tested()
                tested = old = draft.revision
            elif deed == "old go":
                anna.press_data(f"bc:go:{draft.id}:{old}")
            else:
                anna.press_data(go if deed == "go" else deed)
            if anna.begun:
                assert deed in {"go", "old go"}
                assert draft.revision == tested
                break
            assert not (deed == "go" and draft.revision == tested)
            assert deed not in LOOKS or anna.draft == draft
    engine.dispose()
