"""The screen of one story."""

from bot.chat.screens import Button, Screen
from bot.chat.visit import Visit
from bot.stories.reading.neighbours import Neighbours
from bot.stories.reading.opinions.votes import Votes
from bot.stories.reading.paging import beginning, pages_of
from bot.stories.reading.sharing import Sharing
from bot.stories.reading.spot import ALONE, BEST, FOUND, KEPT, RANDOM, Feed, Spot
from bot.stories.reading.store import Note, Story, find_story, goes_on_in, notes_after
from bot.stories.reading.story_text import NOTES, NOTES_SHOWN, SHORT_NOTE, story_text
from bot.texts.language import Language

Row = tuple[Button, ...]


class StoryPage:
    def __init__(self, neighbours: Neighbours, votes: Votes, sharing: Sharing) -> None:
        self._neighbours, self._votes, self._sharing = neighbours, votes, sharing

    def screen(self, visit: Visit, spot: Spot) -> Screen | None:
        """None where no story has that number."""
        story = find_story(visit.connection, spot.number)
        if story is None:
            return None
        around = self._around(visit, spot)
        if story.is_withdrawn:
            return self._gone(visit, spot, story, around)
        pages = pages_of(story.text)
        page = min(spot.page, len(pages))
        spot = spot.on_page(page)
        notes = notes_after(visit.connection, story.number, NOTES, 0, NOTES_SHOWN + 1)
        follows = goes_on_in(visit.connection, story.number)
        text = story_text(story, pages, page, notes, visit.language, follows)
        rows = (
            around,
            self._turning(visit.language, spot, len(pages)),
            _parts(spot, story, follows),
            self._opinion(visit, spot, story),
            _feel(visit.language, spot, story),
            self._talk(visit.language, spot, story, notes),
            self._ways(visit, spot, story),
            self._last(visit, spot, whole=True),
        )
        return Screen(text, tuple(filter(None, rows)))

    def _gone(self, visit: Visit, spot: Spot, story: Story, around: Row) -> Screen:
        """Where it is a favourite it can be taken off."""
        text = visit.language.page("stories_withdrawn", number=story.number, state=story.state)
        keep = (self._heart(visit, spot),) if self._is_kept(visit, story.number) else ()
        return Screen(
            text, tuple(filter(None, (around, keep, self._last(visit, spot, whole=False))))
        )

    def _around(self, visit: Visit, spot: Spot) -> Row:
        say, feed = visit.language.say, spot.feed
        if feed.name == RANDOM:
            return (Button(say("🎲 Another one"), f"stories:open:{feed.code}:{feed.scope}"),)
        newer, older = self._neighbours.around(visit, spot)
        by_rank = feed.name in {*BEST, FOUND, KEPT, ALONE}
        labels = (say("‹ Previous"), say("Next ›")) if by_rank else (say("‹ Newer"), say("Older ›"))
        return tuple(
            Button(label, f"stories:one:{there.code}")
            for label, there in zip(labels, (newer, older), strict=True)
            if there
        )

    def _turning(self, language: Language, spot: Spot, pages: int) -> Row:
        label = language.say("Page")
        return tuple(
            Button(mark % f"{label} {page}", f"stories:one:{spot.on_page(page).code}")
            for mark, page in (("« %s", spot.page - 1), ("%s »", spot.page + 1))
            if 1 <= page <= pages
        )

    def _opinion(self, visit: Visit, spot: Spot, story: Story) -> Row:
        keep = self._heart(visit, spot)
        if not story.is_open:
            return (keep,)
        own = self._votes.of(visit.connection, story.number, visit.person.chat_id)
        up, down = (story.votes + story.score) // 2, (story.votes - story.score) // 2
        thumbs = (("👍", up, 1, "up"), ("👎", down, -1, "down"))
        return (
            *(
                Button(
                    f"{'• ' if own == value else ''}{sign} {visit.language.number(count)}",
                    f"stories:{name}:{spot.code}",
                )
                for sign, count, value, name in thumbs
            ),
            keep,
        )

    def _heart(self, visit: Visit, spot: Spot) -> Button:
        heart = "❤️" if self._is_kept(visit, spot.number) else "🤍"
        return Button(heart, f"stories:keep:{spot.code}")

    def _is_kept(self, visit: Visit, number: int) -> bool:
        return number in self._neighbours.shelf(visit).kept

    def _talk(self, language: Language, spot: Spot, story: Story, notes: list[Note]) -> Row:
        count = language.number(story.comments)
        buttons = [Button(f"💬 {count}", f"stories:talk:0:{spot.code}")]
        if _more_to_read(notes):
            buttons.append(Button(language.say("⚖️ Replies"), f"stories:notes:0:{spot.code}"))
        if story.is_open:
            comment = language.say("✍️ Comment")
            buttons.append(Button(comment, f"story:new:comment:{story.number}"))
        return tuple(buttons)

    def _ways(self, visit: Visit, spot: Spot, story: Story) -> Row:
        image = Button(visit.language.say("🖼 Image"), f"stories:image:{spot.code}")
        return (image, *self._sharing.buttons(story, visit.language))

    def _last(self, visit: Visit, spot: Spot, *, whole: bool) -> Row:
        say = visit.language.say
        more = (Button(say("⋯ More"), f"stories:more:{spot.code}"),) if whole else ()
        lists = Button(say("‹ Lists"), f"stories:menu:{spot.feed.scope}")
        return (*more, lists, Button(say("Menu"), "menu"))


def _parts(spot: Spot, story: Story, follows: int | None) -> Row:
    """The ways to what this goes on from, and to what goes on from it."""
    parts = ((f"« #{story.continues}", story.continues), (f"#{follows} »", follows))
    return tuple(
        Button(label, f"stories:one:{_part(spot, number).code}")
        for label, number in parts
        if number
    )


def _feel(language: Language, spot: Spot, story: Story) -> Row:
    if not story.is_open:
        return ()
    return (Button(language.say("💭 How do you feel?"), f"stories:feelings:{spot.code}"),)


def _part(spot: Spot, number: int) -> Spot:
    """In the same list, but where that goes by scores: its place in there is not known."""
    feed = spot.feed
    return Spot(number, Feed(ALONE, scope=feed.scope) if feed.name in BEST else feed)


def _more_to_read(notes: list[Note]) -> bool:
    return len(notes) > NOTES_SHOWN or any(beginning(one.text, SHORT_NOTE)[1] for one in notes)
