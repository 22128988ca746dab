"""A card: where it stands, and what of it a moderator has opened. Kept encrypted."""

import json
from dataclasses import asdict, dataclass
from typing import Self

from bot.stories.keys import new_key


@dataclass(frozen=True)
class Card:
    """`message` is None until it is sent. `panel` is one of those below, `page` of the text.

    `chosen` are numbers of words that count in the text with the digest `seen`; `others` the keys
    of like submissions folded into this card; `verdict` what was decided, such as `published:17`;
    `answers` how many answers of the author its message was sent with; `again` asks for a new message.
    """

    id: str
    submission: str
    chat: int
    message: int | None = None
    panel: str = ""
    page: int = 0
    words_page: int = 0
    chosen: tuple[int, ...] = ()
    seen: str = ""
    others: tuple[str, ...] = ()
    verdict: str = ""
    answers: int = 0
    again: bool = False

    def as_json(self) -> str:
        """All but the id and the submission, which stand beside it."""
        kept = asdict(self)
        del kept["id"], kept["submission"]
        return json.dumps(kept)

    @classmethod
    def from_json(cls, card_id: str, submission: str, text: str) -> Self:
        kept = json.loads(text)
        chosen, others = tuple(kept.pop("chosen")), tuple(kept.pop("others"))
        return cls(id=card_id, submission=submission, chosen=chosen, others=others, **kept)


MAIN, WORDS, TAGS, REJECT, REJECT_ALL = ("", "words", "tags", "reject", "reject_all")


def new_card(
    submission: str, chat: int, message: int | None = None, others: tuple[str, ...] = ()
) -> Card:
    return Card(new_key(), submission, chat, message, others=others)
