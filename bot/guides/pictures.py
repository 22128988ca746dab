"""A ladder as a picture, sent above the screen that says the same in words."""

from dataclasses import asdict
from pathlib import Path

from bot.chat.routes import Routes
from bot.chat.screens import File, Screen
from bot.chat.visit import Reply, Visit
from bot.guides.conversation import Conversation
from bot.guides.library import Library
from bot.guides.pages import PICTURE
from bot.guides.store import Conversations
from bot.texts.documents import picture


class Pictures:
    """`template` is the typst file that draws a ladder."""

    def __init__(self, library: Library, conversations: Conversations, template: Path) -> None:
        self._library, self._conversations, self._template = library, conversations, template

    def routes(self) -> Routes:
        return Routes(presses={PICTURE: self.press}, places={PICTURE: self.screen})

    def press(self, visit: Visit) -> Reply:
        """`picture:guide:node`; anything forged shows where the person is."""
        if self._file(visit, visit.data.partition(":")[2]) is None:
            return Reply(visit.person, visit.person.place, visit.language.page("old_button"))
        return Reply(visit.person, visit.person.place, shows=visit.data)

    def screen(self, visit: Visit, argument: str) -> Screen:
        guide = self._library.guides[argument.partition(":")[0]]
        screen = self._library.pages(visit).screen(guide, self._load(visit, guide.id))
        file = self._file(visit, argument)
        return Screen(screen.text, screen.rows, (file,) if file else ())

    def _file(self, visit: Visit, argument: str) -> File | None:
        guide_id, _, node_id = argument.partition(":")
        guide = self._library.guides.get(guide_id)
        if guide is None:
            return None
        pages = self._library.pages(visit)
        ladder = pages.ladder_on(guide, self._load(visit, guide_id), node_id)
        if ladder is None:
            return None
        data = {
            **asdict(ladder),
            "here": visit.language.say("You are here"),
            "language": visit.language.code,
        }
        return File(f"{guide_id}.png", lambda: picture(self._template, data), is_picture=True)

    def _load(self, visit: Visit, guide_id: str) -> Conversation:
        known = self._conversations.load(visit.connection, visit.person.chat_id, guide_id)
        return known or Conversation()
