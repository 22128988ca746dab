"""Correcting a broadcast: its admin sends new words, and they take the place of the old ones."""

from bot.broadcasts.composing.words import coded, decoded, version_name
from bot.broadcasts.running import store
from bot.broadcasts.running.amending import store as amending
from bot.broadcasts.running.amending.store import Correction
from bot.broadcasts.running.report import report_of
from bot.broadcasts.running.shown import is_changeable
from bot.broadcasts.running.states import CORRECT
from bot.broadcasts.running.store import Broadcast
from bot.chat.screens import Button, Screen, packed
from bot.chat.visit import Visit


def screen(visit: Visit, broadcast: Broadcast, value: str) -> Screen:
    """Asks which version, where there are several, then for the words."""
    say = visit.language.say
    back = (Button(say("‹ Back"), f"bc:{broadcast.id}:see"),)
    if not _may(visit, broadcast):
        return Screen(visit.language.page("broadcast_correct", what="late"), (back,))
    code = _version(visit, broadcast, value)
    if code is None:
        versions = [
            Button(version_name(one, visit.language), f"bc:{broadcast.id}:correct:{coded(one)}")
            for one in sorted(store.contents(visit.connection, broadcast.id))
        ]
        text = visit.language.page("broadcast_correct", what="which")
        return Screen(text, (*packed(versions), back))
    name = version_name(code, visit.language)
    text = visit.language.page("broadcast_correct", what="words", version=name)
    return Screen(text, (back,))


def typed(visit: Visit, broadcast: Broadcast, value: str) -> int | None:
    """How many messages are to be corrected; None where no version was named or it is too late."""
    message = visit.update.message if visit.update else None
    code = _version(visit, broadcast, value)
    if message is None or not message.text or code is None or not _may(visit, broadcast):
        return None
    entities = [entity.to_dict() for entity in message.entities]
    connection = visit.connection
    amending.keep_correction(connection, broadcast.id, code, Correction(message.text, entities))
    others = tuple(one for one in store.contents(connection, broadcast.id) if one)
    spoken = (code,) if code else others
    count = amending.begin(connection, broadcast.id, CORRECT, spoken, others=not code)
    if count:
        store.set_live(connection, broadcast.id, visit.person.chat_id, None)
    return count


def _may(visit: Visit, broadcast: Broadcast) -> bool:
    report = report_of(visit.connection, broadcast)
    return is_changeable(broadcast, report, visit.now)


def _version(visit: Visit, broadcast: Broadcast, value: str) -> str | None:
    """The one that is named; the only one where there is one; None where it is to be asked."""
    known = store.contents(visit.connection, broadcast.id)
    if len(known) == 1 and not value:
        return next(iter(known))
    code = decoded(value)
    return code if code in known else None
