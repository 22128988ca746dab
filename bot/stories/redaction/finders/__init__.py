"""One module a theme; each gives the spans it finds in a story, in any order."""

from bot.stories.redaction.addresses import find_addresses
from bot.stories.redaction.finders.accounts import find_accounts
from bot.stories.redaction.finders.births import find_births
from bot.stories.redaction.finders.codes import find_codes
from bot.stories.redaction.finders.emails import find_emails
from bot.stories.redaction.finders.english import find_english
from bot.stories.redaction.finders.identities import find_identities
from bot.stories.redaction.finders.italian import find_italian
from bot.stories.redaction.finders.links import find_links
from bot.stories.redaction.finders.phones import find_phones
from bot.stories.redaction.finders.plates import find_plates
from bot.stories.redaction.finders.usernames import find_usernames
from bot.stories.redaction.names import find_names

IN_TEXT = (
    find_emails,
    find_links,
    find_usernames,
    find_births,
    find_addresses,
    find_plates,
    find_accounts,
    find_italian,
    find_english,
    find_names,
)
IN_NUMBERS = (find_identities, find_phones, find_codes)
