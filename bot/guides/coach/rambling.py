"""Too long, or a life story: what nobody on the line needs to know."""

from bot.guides.coach.lists import WordLists
from bot.guides.coach.said import Said
from bot.guides.coach.speech import words

MOST_WORDS = 60
TOO_MUCH = 3
MOST_FAMILY = 2


def is_rambling(said: Said, lists: WordLists) -> bool:
    """Family alone is no story: a wife may be the customer, a mother the one without a telephone."""
    if words(said.text) > MOST_WORDS:
        return True
    told = len(lists.story.phrases.found_in(said))
    family = min(MOST_FAMILY, len(lists.family.phrases.found_in(said)))
    scenes = len(lists.scenes.phrases.found_in(said))
    return 2 * told + family + scenes >= TOO_MUCH
