"""Who answers what: the routes of every part, in the order in which they are asked."""

from functools import partial

from bot.broadcasts.parts import Targets
from bot.broadcasts.subscriptions.handlers import Subscriptions
from bot.chat.roles import ADMIN, EDITOR
from bot.chat.routes import Routes
from bot.content import Content
from bot.features import Features
from bot.guides.feedback.handlers import Feedback
from bot.guides.handlers import GuideDesk
from bot.guides.named import named
from bot.guides.pictures import Pictures
from bot.guides.safety_facts import safety_lines
from bot.guides.shown import country_name
from bot.guides.store import Conversations
from bot.home.menu import Menu
from bot.home.preferences import Preferences
from bot.home.privacy import Privacy
from bot.safety.handlers import Safety
from bot.safety.words import load_safety_words


def routes_of(content: Content, features: Features) -> Routes:
    """Who answers what; of those who hear typed text the first come first."""
    ground, admin, stories = features.ground, features.admin, features.stories
    broadcasts, statistics = features.broadcasts, features.statistics
    library = content.library
    conversations = Conversations(ground.vault)
    counters = statistics.counters
    guides = GuideDesk(library, conversations, counters.count, counters.missed)
    feedback = Feedback(library, conversations, ground.telling.editors)
    pictures = Pictures(library, conversations, content.templates / "documents" / "ladder.typ")
    safety = Safety(
        load_safety_words(content.templates / "safety"),
        partial(safety_lines, library.facts),
        is_telling=lambda visit: stories.is_telling(visit) or broadcasts.is_writing(visit),
    )
    preferences = Preferences(country_name)
    subscriptions = Subscriptions(counters.count)
    numbers = statistics.routes(
        lambda connection, user_id: ground.roles.may(connection, user_id, ADMIN, EDITOR),
        partial(named, library),
        content.templates / "documents" / "stats.typ",
    )
    targets = Targets(
        tuple(library.guides),
        stories.is_story,
        lambda visit, argument: guides.open(visit, argument) or stories.open_link(visit, argument),
    )
    menu = Menu(
        lambda language: [*guides.doors(language), *stories.doors(language)],
        (guides.open, stories.open_link, admin.open_link),
        (stories.cancel, broadcasts.cancel),
    )
    privacy = Privacy({"guides": conversations.export, "stories": stories.export}, (stories.erase,))
    return (
        safety.routes()
        | preferences.routes()
        | subscriptions.routes()
        | broadcasts.routes(targets, country_name)
        | stories.routes()
        | guides.routes()
        | feedback.routes()
        | pictures.routes()
        | admin.routes()
        | numbers
        | menu.routes()
        | privacy.routes()
    )
