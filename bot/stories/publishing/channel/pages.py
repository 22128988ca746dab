"""What the bot says in the channel and of its posts, each in the right language."""

from collections.abc import Callable, Mapping

from sqlalchemy import Connection
from telegram.error import TelegramError

from bot.chat.screens import Button, Screen
from bot.stories.publishing.channel import store
from bot.stories.publishing.channel.failures import advice
from bot.stories.publishing.channel.model import Story
from bot.stories.publishing.channel.post import farewell, post, rows
from bot.texts.language import Language

Rows = tuple[tuple[Button, ...], ...]


class Pages:
    """`languages` gives those of today: they are loaded anew while the bot runs.

    `username` gives the bot's. Posts speak the language of their story.
    """

    def __init__(
        self,
        languages: Callable[[], Mapping[str, Language]],
        default: str,
        username: Callable[[], str],
    ) -> None:
        self._languages, self._default, self._username = languages, default, username

    def post(self, story: Story) -> Screen:
        return post(story, self._of(story.language), self._username())

    def rows(self, story: Story) -> Rows:
        return rows(story, self._of(story.language), self._username())

    def farewell(self, connection: Connection, number: int) -> str:
        language = self._of(store.language_of(connection, number))
        return farewell(number, language, removed=store.is_removed(connection, number))

    def advice(self, error: TelegramError, language: Language | None = None) -> str:
        """For admins: what to do, and that nothing is lost; in the default language unless told."""
        language = language or self._of(self._default)
        goes_on = language.say("Nothing is lost: I try again, at the latest an hour from now.")
        return f"{advice(error, language)} {goes_on}"

    def _of(self, code: str) -> Language:
        languages = self._languages()
        return languages.get(code) or languages[self._default]
