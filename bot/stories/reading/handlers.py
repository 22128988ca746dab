"""/stories: what leads to which screen, and what a press changes."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection

from bot.chat.routes import Routes
from bot.chat.screens import Screen
from bot.chat.visit import Reply, Visit
from bot.storage.vault import Vault
from bot.stories.keys import Keys
from bot.stories.reading.asides import Asides
from bot.stories.reading.neighbours import Neighbours
from bot.stories.reading.opening import Opening
from bot.stories.reading.opinions.forgetting import forget
from bot.stories.reading.opinions.presses import Opinions
from bot.stories.reading.opinions.under_posts import UnderPosts
from bot.stories.reading.opinions.votes import LabelsChanged, Votes
from bot.stories.reading.screens import Screens
from bot.stories.reading.sharing import LINK, Sharing
from bot.stories.reading.shelf import Shelves
from bot.stories.reading.spot import OWN_LANGUAGE, Spot
from bot.stories.reading.story_page import StoryPage

PLACE = "stories"
Reported = Callable[[Connection, int], object]
_SEARCHING = re.compile(r"stories:(?:search|none:found|one:\d+:found):([a-z]{1,2})(?::.*)?")


class Reading:
    """`labels_changed` and `reported` are told inside the transaction of the vote or report;
    `card` and `address` are those of `Sharing`.
    """

    def __init__(
        self,
        vault: Vault,
        keys: Keys,
        labels_changed: LabelsChanged,
        reported: Reported,
        card: Path,
        address: Callable[[int], str],
        random: Random,
    ) -> None:
        self._keys = keys
        self.shelves = Shelves(vault)
        self._votes = Votes(keys, labels_changed)
        sharing = Sharing(card, address)
        neighbours = Neighbours(self.shelves)
        page = StoryPage(neighbours, self._votes, sharing)
        self._screens = Screens(page, Asides(keys), neighbours, sharing)
        self._opening = Opening(neighbours, self._screens, random)
        self._opinions = Opinions(keys, self._votes, neighbours, reported)
        self._under_posts = UnderPosts(self._votes, self.shelves)

    def routes(self) -> Routes:
        return Routes(
            commands={PLACE: self.command},
            presses={PLACE: self.press},
            places={PLACE: self.screen},
            listeners=(self.typed,),
            touches={"vote": self._under_posts.pressed},
        )

    def command(self, visit: Visit) -> Reply:
        """`/stories`, or `/stories refund vodafone`."""
        if visit.argument:
            return self._opening.search(visit, visit.argument, OWN_LANGUAGE)
        return Reply(visit.person, PLACE)

    def open_link(self, visit: Visit, argument: str) -> Reply | None:
        """`story_17` of a deep link; None for what is no story's."""
        found = LINK.fullmatch(argument)
        if found is None:
            return None
        reply = self._opening.story(visit, Spot(int(found[1])))
        return reply or Reply(visit.person, PLACE, visit.language.page("stories_unknown"))

    def typed(self, visit: Visit) -> Reply | None:
        """Words typed at the search, or while looking at what one has found."""
        place = _SEARCHING.fullmatch(visit.person.place)
        if place is None:
            return None
        return self._opening.search(visit, visit.text, place[1])

    def press(self, visit: Visit) -> Reply:
        """Whatever does not fit, forged or out of date, leaves the person where they are."""
        what = visit.data.partition(":")[2]
        reply = self._opening.press(visit, what) or self._opinions.press(visit, what)
        if reply is not None:
            return reply
        screen = self._screens.find(visit, what)
        if screen is None:
            return Reply(visit.person, visit.person.place, visit.language.page("old_button"))
        if screen.files:
            return Reply(visit.person, visit.person.place, shows=visit.data, screen=screen)
        return Reply(visit.person, visit.data, screen=screen)

    def screen(self, visit: Visit, place: str) -> Screen:
        """The menu of lists where the place is no longer there."""
        return self._screens.find(visit, place) or self._screens.menu(visit, OWN_LANGUAGE)

    def export(self, connection: Connection, chat_id: int) -> dict[str, Any]:
        """What is on the person's shelf."""
        return self.shelves.export(connection, chat_id)

    def forget(self, connection: Connection, chat_id: int) -> None:
        """Votes, feelings and reports of the person, with the counts corrected; then the shelf."""
        shelf = self.shelves.load(connection, chat_id)
        forget(connection, self._keys, self._votes, shelf, chat_id)
        self.shelves.remove(connection, chat_id)
