"""Posts in doubt: what moderators are asked about them, and once more where that was lost."""

from dataclasses import dataclass

from sqlalchemy import Connection

from bot.chat.screens import Button
from bot.stories.moderation.rights import Moderators, Spoken
from bot.stories.publishing.channel import store
from bot.texts.language import Language

MOST_AGAIN = 10
Question = tuple[str, tuple[Button, ...]]


@dataclass(frozen=True)
class Doubts:
    """Each chat is asked in its own language."""

    moderators: Moderators
    spoken: Spoken

    def ask(self, connection: Connection, number: int) -> None:
        """Of a post that was cut, or withdrawn in doubt; in the same transaction."""
        for chat in self.moderators.rights.chats(connection):
            self._ask(connection, chat, number)

    def open(self, connection: Connection) -> list[int]:
        """The stories whose posts are there or not, by number."""
        return store.in_doubt(connection)

    def tell_again(self, connection: Connection, chat: int) -> int:
        """The questions about those, a few at once, in that chat alone; how many."""
        numbers = self.open(connection)[:MOST_AGAIN]
        for number in numbers:
            self._ask(connection, chat, number)
        return len(numbers)

    def _ask(self, connection: Connection, chat: int, number: int) -> None:
        language = self.spoken.of(connection, chat)
        withdrawn = store.is_withdrawn(connection, number)
        text, buttons = question(number, language, withdrawn=withdrawn)
        self.moderators.post(connection, chat, text, buttons)


def question(number: int, language: Language, *, withdrawn: bool) -> Question:
    """Plain text and buttons. One that is withdrawn must not be there any more."""
    say = language.say
    # Whoever is in the moderators' chat may show a post in private once they pressed it.
    there = Button(say("It is there"), f"post:{number}:there")
    if withdrawn:
        text = say(
            "#%(number)s was withdrawn, and I cannot know whether its post is in "
            "the channel. If it is, delete it there, or forward it to me in private: I delete it.",
            number=number,
        )
        return text, (Button(say("It is not there"), f"post:{number}:again"), there)
    text = say(
        "The post of #%(number)s was cut on its way: I cannot know whether it is in the "
        "channel. Please look, then press.",
        number=number,
    )
    return text, (Button(say("It is not there: post it"), f"post:{number}:again"), there)
