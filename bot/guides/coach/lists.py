"""The coach's word lists, `templates/coach/<language>.yaml`: an editor's data, compiled once."""

from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from bot.errors import ContentError
from bot.guides.coach.phrases import Phrases
from bot.guides.yaml_lines import read_yaml
from bot.texts.folding import fold


def _compilable(phrase: str) -> str:
    Phrases([phrase])
    return phrase


Phrase = Annotated[str, AfterValidator(_compilable)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Listed(_Strict):
    words: tuple[Phrase, ...] = Field(min_length=1)
    exceptions: tuple[Phrase, ...] = Field(alias="except")

    @cached_property
    def phrases(self) -> Phrases:
        return Phrases(self.words, self.exceptions)


class WordLists(_Strict):
    """One language; what each list is for stands in the English file."""

    joiners: tuple[str, ...]
    insult: Listed
    threat: Listed
    blame_operator: Listed
    request: Listed
    story: Listed
    family: Listed
    scenes: Listed
    capitals: tuple[Phrase, ...]

    @cached_property
    def joining(self) -> frozenset[str]:
        return frozenset(map(fold, self.joiners))

    @cached_property
    def names(self) -> Phrases:
        return Phrases(self.capitals)


def load_lists(path: Path) -> WordLists:
    """Raises ContentError with file and line of each mistake."""
    document = read_yaml(path)
    try:
        return WordLists.model_validate(document.data)
    except ValidationError as error:
        raise ContentError(document.complaints(error)) from None
