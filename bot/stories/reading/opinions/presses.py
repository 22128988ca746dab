"""Presses of readers: votes, favourites, feelings, reports."""

from collections.abc import Callable

from sqlalchemy import Connection

from bot.chat.visit import Reply, Visit
from bot.stories.keys import Keys
from bot.stories.model import FEELINGS, REPORTS
from bot.stories.reading.neighbours import Neighbours
from bot.stories.reading.opinions import store
from bot.stories.reading.opinions.votes import VOTES, Votes
from bot.stories.reading.spot import Spot
from bot.stories.reading.store import find_story
from bot.stories.words import FEELING


class Opinions:
    """`reported(connection, number)` is told of every report."""

    def __init__(
        self,
        keys: Keys,
        votes: Votes,
        neighbours: Neighbours,
        reported: Callable[[Connection, int], object],
    ) -> None:
        self._keys, self._votes = keys, votes
        self._neighbours, self._reported = neighbours, reported

    def press(self, visit: Visit, what: str) -> Reply | None:
        """`up:<spot>`, `keep:<spot>`, `feel:anger:<spot>`, `report:told:<spot>`; None for others,
        and where there is no such story.
        """
        name, _, rest = what.partition(":")
        value = ""
        if name in {"feel", "report"}:
            value, _, rest = rest.partition(":")
        spot = Spot.parse(rest)
        if spot is None or not self._is_there(visit, spot):
            return None
        if name in VOTES:
            return self._vote(visit, spot, VOTES[name])
        if name == "keep":
            return self._keep(visit, spot)
        if name == "feel" and value in FEELINGS:
            return self._feel(visit, spot, value)
        if name == "report" and value in REPORTS:
            return self._report(visit, spot, value)
        return None

    def _is_there(self, visit: Visit, spot: Spot) -> bool:
        story = find_story(visit.connection, spot.number)
        return story is not None and not story.is_withdrawn

    def _vote(self, visit: Visit, spot: Spot, value: int) -> Reply:
        voted = self._votes.give(visit.connection, spot.number, visit.person.chat_id, value)
        if voted.took_place:
            self._mark(visit, "voted", spot.number, there=bool(voted.value))
        toast = voted.toast(visit.language)
        return self._at_story(visit, spot, toast, alert=not voted.took_place)

    def _keep(self, visit: Visit, spot: Spot) -> Reply:
        shelf = self._neighbours.shelf(visit).keeping(spot.number)
        self._neighbours.keep(visit, shelf)
        say = visit.language.say
        kept = spot.number in shelf.kept
        toast = say("❤️ In your favourites.") if kept else say("No longer in your favourites.")
        return self._at_story(visit, spot, toast)

    def _feel(self, visit: Visit, spot: Spot, feeling: str) -> Reply:
        """One a person; the same again takes it back."""
        connection, say = visit.connection, visit.language.say
        story = find_story(connection, spot.number)
        if story is None or not story.is_open:
            toast = say("This story is closed: it can be read, votes are over.")
            return self._at_story(visit, spot, toast, alert=True)
        voter = self._keys.voter("feeling", spot.number, visit.person.chat_id)
        before = store.feeling_of(connection, voter)
        after = "" if feeling == before else feeling
        store.set_feeling(connection, spot.number, voter, before, after)
        self._mark(visit, "felt", spot.number, there=bool(after))
        toast = say(FEELING[after]) if after else say("Taken back.")
        return self._at_story(visit, spot, toast)

    def _report(self, visit: Visit, spot: Spot, reason: str) -> Reply:
        """Once a person and story."""
        connection, say = visit.connection, visit.language.say
        voter = self._keys.voter("report", spot.number, visit.person.chat_id)
        if store.has_reported(connection, voter):
            toast = say("You have reported this story already. Moderators will look at it.")
            return self._at_story(visit, spot, toast, alert=True)
        store.report(connection, spot.number, voter, reason)
        self._mark(visit, "reported", spot.number, there=True)
        self._reported(connection, spot.number)
        toast = say("Thank you. Moderators will look at it; nobody is told that it was you.")
        return self._at_story(visit, spot, toast, alert=True)

    def _mark(self, visit: Visit, name: str, number: int, *, there: bool) -> None:
        shelf = self._neighbours.shelf(visit).marked(name, number, there=there)
        self._neighbours.keep(visit, shelf)

    def _at_story(self, visit: Visit, spot: Spot, toast: str, *, alert: bool = False) -> Reply:
        return Reply(visit.person, f"stories:one:{spot.code}", toast=toast, alert=alert)
