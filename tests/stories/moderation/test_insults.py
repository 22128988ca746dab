"""The lists of insults that editors keep."""

from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.stories.moderation.insults import insults_in, load_insults


def lists(folder: Path, **lines: str) -> Path:
    for code in ("en", "it", "pl"):
        (folder / f"{code}.txt").write_text(lines.get(code, "# none\n"), "utf-8")
    return folder


def test_whole_words_beginnings_and_remarks(tmp_path: Path) -> None:
    insults = load_insults(lists(tmp_path, it="# nota\nfarabutt*  # con note\nAsìno\n"))
    assert insults_in("Farabutti, asino, asinello", "it", insults) == [(0, 9), (11, 16)]
    assert insults_in("Farabutti", "pl", insults) == []


def test_an_empty_list_finds_nothing(tmp_path: Path) -> None:
    assert insults_in("anything", "en", load_insults(lists(tmp_path))) == []


def test_a_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"en\.txt:2"):
        load_insults(lists(tmp_path, en="fine\ntwo words\n"))


def test_a_missing_list_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"en\.txt"):
        load_insults(tmp_path)
