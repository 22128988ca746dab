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
from bot.stories.reading.store import Story, find_story
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
        story = find_story(visit.connection, spot.number) if spot else None
        if spot is None or story is None or not self._may(visit, name, story):
            return None
        if name == "keep":
            return self._keep(visit, spot)
        if name in VOTES:
            return self._vote(visit, spot, VOTES[name])
        if name == "feel" and value in FEELINGS:
            return self._feel(visit, spot, story, value)
        if name == "report" and value in REPORTS:
            return self._report(visit, spot, value)
        return None

    def _may(self, visit: Visit, name: str, story: Story) -> bool:
        """One that is gone can be taken off the favourites, nothing else."""
        is_kept = story.number in self._neighbours.shelf(visit).kept
        return not story.is_withdrawn or (name == "keep" and is_kept)

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

    def _feel(self, visit: Visit, spot: Spot, story: Story, feeling: str) -> Reply:
        """One a person; the same again takes it back."""
        connection, say = visit.connection, visit.language.say
        if not story.is_open:
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
