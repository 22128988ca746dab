"""Who answers what: the routes of every part, in the order in which they are asked."""

from functools import partial

from bot.admin.parts import Admin
from bot.broadcasts.parts import Broadcasts, Targets
from bot.broadcasts.subscriptions.handlers import Subscriptions
from bot.chat.roles import ADMIN, Roles
from bot.chat.routes import Routes
from bot.content import Content
from bot.guides.feedback.handlers import Feedback, TellAdmins
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
from bot.statistics.parts import Statistics
from bot.storage.vault import Vault
from bot.stories.parts import Stories


def routes_of(
    content: Content,
    vault: Vault,
    tell_admins: TellAdmins,
    admin: Admin,
    stories: Stories,
    broadcasts: Broadcasts,
    statistics: Statistics,
    roles: Roles,
) -> Routes:
    """Who answers what; of those who hear typed text the first come first."""
    library = content.library
    conversations = Conversations(vault)
    counters = statistics.counters
    guides = GuideDesk(library, conversations, counters.count, counters.missed)
    feedback = Feedback(library, conversations, tell_admins)
    pictures = Pictures(library, conversations, content.templates / "documents" / "ladder.typ")
    safety = Safety(
        load_safety_words(content.templates / "safety"),
        partial(safety_lines, library.facts),
        is_telling=lambda visit: stories.is_telling(visit) or broadcasts.is_writing(visit),
    )
    preferences = Preferences(country_name)
    subscriptions = Subscriptions(counters.count)
    numbers = statistics.routes(
        lambda connection, user_id: roles.may(connection, user_id, ADMIN),
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
