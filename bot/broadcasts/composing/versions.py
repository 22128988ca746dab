"""The message itself, a version a language: only where it stands is kept, it is copied later."""

from telegram import Message

from bot.broadcasts.composing import store
from bot.broadcasts.composing.around import Around, notice
from bot.broadcasts.composing.drafts import MOST_MESSAGES, REST, Draft, place_of
from bot.broadcasts.composing.words import coded, decoded, version_name
from bot.chat.screens import Button, Screen, packed
from bot.chat.visit import Reply, Visit
from bot.texts.language import LANGUAGES

LONGEST_GROUP = 32
TAKEN = ("text", "photo", "video", "animation", "document", "audio", "voice")


def versions_screen(_: Around, visit: Visit, draft: Draft, __: str) -> Screen:
    """Which version is to be written."""
    language = visit.language
    buttons = [
        Button(
            f"{'✓ ' if code in draft.contents else ''}{version_name(code, language)}",
            f"bc:see:text:{coded(code)}",
        )
        for code in (REST, *LANGUAGES)
    ]
    back = (Button(language.say("‹ Overview"), "bc:see:home"),)
    return Screen(language.page("broadcast_versions"), (*packed(buttons), back))


def text_screen(_: Around, visit: Visit, draft: Draft, argument: str) -> Screen:
    """Of one version: what is there, or that it is waited for."""
    say = visit.language.say
    code = decoded(argument.partition(":")[0]) or REST
    content = draft.contents.get(code)
    text = visit.language.page(
        "broadcast_text",
        version=version_name(code, visit.language),
        is_rest=code == REST,
        is_there=content is not None,
        count=len(content.messages) if content else 0,
        most=MOST_MESSAGES,
    )
    rows: list[tuple[Button, ...]] = []
    if content is not None:
        rows.append((Button(say("🔘 Buttons"), f"bc:see:buttons:{coded(code)}"),))
        rows.append((Button(say("🗑 Remove this version"), f"bc:drop:{coded(code)}"),))
    way = (
        Button(say("‹ Overview"), "bc:see:home"),
        Button(say("🌍 Other languages"), "bc:see:versions"),
    )
    return Screen(text, (*rows, way))


def drop(_: Around, visit: Visit, draft: Draft, value: str) -> Reply | None:
    code = decoded(value)
    if code is None or code not in draft.contents:
        return None
    store.remove_content(visit.connection, draft.id, code)
    return Reply(visit.person, place_of("versions"))


def received(visit: Visit, draft: Draft, argument: str) -> Reply:
    """A message on the screen of a version becomes it; parts of one album come one by one."""
    message = visit.update.message if visit.update else None
    coded_, _, group = argument.partition(":")
    code = decoded(coded_)
    if message is None or code is None or not _is_taken(message):
        return Reply(visit.person, visit.person.place, notice(visit, "kind"))
    album = _group_of(message)
    before = draft.contents.get(code)
    known = before.messages if before is not None and album and album == group else ()
    messages = sorted({*known, message.message_id})
    if len(messages) > MOST_MESSAGES:
        told = notice(visit, "many_messages", most=MOST_MESSAGES)
        return Reply(visit.person, visit.person.place, told)
    store.set_content(visit.connection, draft.id, code, visit.person.chat_id, messages)
    place = place_of("text", coded_, album) if album else place_of("text", coded_)
    return Reply(visit.person, place, notice(visit, "replaced") if before and not known else "")


def edited(visit: Visit, draft: Draft) -> Reply | None:
    """A message of the draft was changed: it is copied as it is then, so it is tested anew."""
    message = visit.update.edited_message if visit.update else None
    if message is None or not draft.holds(message.message_id):
        return None
    store.touch(visit.connection, draft.id)
    return Reply(visit.person, visit.person.place, notice(visit, "edited"))


def _is_taken(message: Message) -> bool:
    return any(getattr(message, kind) for kind in TAKEN)


def _group_of(message: Message) -> str:
    group = message.media_group_id or ""
    return group if group.isalnum() and len(group) <= LONGEST_GROUP else ""
