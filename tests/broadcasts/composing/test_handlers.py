"""From `/broadcast` to the press that sends, and who may not."""

import pytest
from sqlalchemy import Connection, select

from bot.broadcasts.audience import Audience
from bot.storage.broadcast_tables import audit, broadcast_contents, broadcasts
from tests.broadcasts.composing.composer import Composer, add_person


def state_of(connection: Connection, broadcast: int) -> str | None:
    return connection.scalar(select(broadcasts.c.state).where(broadcasts.c.id == broadcast))


def override(admin: Composer) -> bool:
    return admin.draft.override


def test_from_the_first_word_to_the_sending(anna: Composer, connection: Connection) -> None:
    anna.written()
    assert "Before it can be sent" in anna.text
    anna.press("Test to myself")
    assert [draft.id for draft in anna.tests] == [anna.draft.id]
    anna.tested()
    anna.press_data("bc:see:home")
    anna.press("Send", "Send it")
    assert "on its way" in anna.text
    row = connection.execute(select(broadcasts)).one()
    assert (row.state, row.at, row.override) == ("scheduled", anna.now.replace(tzinfo=None), False)
    assert anna.begun == 1
    assert connection.scalar(select(audit.c.action)) == "sent a broadcast"


def test_only_where_the_message_stands_is_kept(anna: Composer, connection: Connection) -> None:
    anna.type("/broadcast")
    anna.press("Message")
    number = anna.type("What I say")
    row = connection.execute(select(broadcast_contents)).one()
    assert (row.language, row.source, row.messages) == ("", anna.person.chat_id, [number])


def test_an_album_is_collected_message_by_message(anna: Composer) -> None:
    anna.type("/broadcast")
    anna.press("Message")
    ids = [anna.photo(media_group_id="991"), anna.photo(media_group_id="991")]
    ids.append(anna.photo(media_group_id="991", caption="three"))
    assert anna.draft.contents[""].messages == tuple(ids)
    assert "album of 3" in anna.text
    assert anna.draft.cost == 4
    other = anna.photo(media_group_id="992")
    assert anna.draft.contents[""].messages == (other,)
    assert "takes the place" in anna.text


def test_what_cannot_be_copied_is_refused(anna: Composer) -> None:
    anna.type("/broadcast")
    anna.press("Message")
    anna.send(contact={"phone_number": "1", "first_name": "A"})
    assert "can't be sent on" in anna.text
    assert not anna.draft.contents


def test_versions_are_replaced_and_removed(anna: Composer) -> None:
    anna.written()
    anna.press("Message", "Italiano")
    first, second = anna.type("Ciao"), anna.type("Ciao!")
    assert anna.draft.contents["it"].messages == (second,) != (first,)
    anna.press("Remove this version")
    assert list(anna.draft.contents) == [""]


def test_a_language_without_words_stops_the_test(anna: Composer) -> None:
    anna.type("/broadcast")
    anna.press("Test to myself")
    assert "no message yet" in anna.text
    anna.press("Message", "Other languages", "Italiano")
    anna.type("Ciao")
    anna.press("‹ Overview", "Test to myself")
    assert "nothing in these languages: English, Polski" in anna.text
    anna.press("Audience", "Languages", "Italiano", "‹ Back", "‹ Overview", "Test to myself")
    assert len(anna.tests) == 1


CHANGES = (
    ("Message", "Everybody else", "text:Other words"),
    ("Message", "Polski", "text:Dzień dobry"),
    ("Message", "Everybody else", "Buttons", "text:Go\nopt_out"),
    ("Kind", "Service notice"),
    ("Audience", "Roles", "Editors"),
    ("Audience", "Last seen", "30 days"),
    ("When", "text:tomorrow 9:30"),
)


@pytest.mark.parametrize("change", CHANGES, ids=", ".join)
def test_every_change_asks_for_a_new_test(anna: Composer, change: tuple[str, ...]) -> None:
    """The confirming button of before is dead, too."""
    anna.written()
    anna.tested()
    anna.press_data("bc:see:sure")
    go = anna.buttons["✅ Send it"].data or ""
    anna.press_data("bc:see:home")
    for step in change:
        if step.startswith("text:"):
            anna.type(step.removeprefix("text:"))
        else:
            anna.press(step)
    assert not anna.draft.is_tested
    anna.press_data(go)
    assert anna.begun == 0
    anna.press_data("bc:see:home")
    assert "📣 Send …" not in anna.buttons


def test_an_edited_message_asks_for_a_new_test(anna: Composer) -> None:
    anna.type("/broadcast")
    anna.press("Message")
    number = anna.type("Hello")
    anna.tested()
    anna.press("‹ Overview", "Menu")
    anna.edit(number, "Hello!")
    assert "test it anew" in anna.text
    assert not anna.draft.is_tested


def test_the_confirming_button_is_good_once(anna: Composer, connection: Connection) -> None:
    anna.written()
    anna.tested()
    anna.press_data("bc:see:sure")
    go = anna.buttons["✅ Send it"].data or ""
    anna.press_data(go)
    anna.press_data(go)
    assert anna.begun == 1
    assert len(connection.execute(select(broadcasts)).all()) == 1


def test_a_draft_begun_anew_has_other_buttons(anna: Composer, connection: Connection) -> None:
    anna.written()
    anna.tested()
    anna.press_data("bc:see:sure")
    go = anna.buttons["✅ Send it"].data or ""
    first = anna.draft.id
    anna.press("‹ Overview", "Throw it away", "Yes, throw it away")
    assert state_of(connection, first) == "cancelled"
    assert not connection.execute(select(broadcast_contents)).all()
    anna.written("Another one")
    anna.tested()
    assert anna.draft.id != first
    anna.press_data(go)
    assert anna.begun == 0


def test_a_time_is_typed_and_shown_back_with_its_zone(anna: Composer) -> None:
    anna.written()
    anna.press("When")
    assert "(Europe/Rome)" in anna.text
    anna.type("next week")
    assert "I understand times" in anna.text
    anna.type("2020-01-01 10:00")
    assert "That time is over" in anna.text
    anna.type("2029-01-01 10:00")
    assert "more than a year" in anna.text
    anna.type("2026-12-01 18:00")
    assert "1\u00a0December 2026, 18:00 (Europe/Rome)" in anna.text
    anna.press("At once")
    assert anna.draft.at is None


def test_a_time_that_is_over_by_now_is_not_confirmed(anna: Composer) -> None:
    anna.written()
    anna.press("When")
    anna.type("today 18:00")
    anna.tested()
    anna.press_data("bc:see:sure")
    anna.pass_(hours=9)
    anna.press("Send it")
    assert "That time is over" in anna.text
    assert anna.begun == 0


def test_only_service_notices_wake_people_after_a_warning(anna: Composer) -> None:
    anna.written()
    anna.press("When")
    assert "Wake people too" not in anna.screen.text
    anna.press_data("bc:urgent:yes")
    assert override(anna) is False
    anna.press_data("bc:see:home")
    anna.press("Kind", "Service notice", "When", "Wake people too")
    assert "wakes people up" in anna.text
    anna.press("Yes, at any hour")
    assert override(anna) is True
    anna.press_data("bc:see:kind")
    anna.press("News")
    assert override(anna) is False


def test_the_audience_is_counted_before_sending(anna: Composer, connection: Connection) -> None:
    for number in range(1, 41):
        add_person(connection, number, language="it" if number % 2 else "en", country="PL")
    anna.written()
    anna.press("Audience")
    assert "41 people" in anna.text
    anna.press("Languages", "Italiano", "‹ Back")
    assert "20 people" in anna.text
    anna.press("Countries", "PL", "No country named", "‹ Back", "Last seen", "7 days")
    expected = Audience(languages=("it",), countries=("PL", ""), active_days=7)
    assert anna.draft.audience == expected
    anna.tested()
    anna.press("‹ Overview", "Send")
    assert "20 people" in anna.text
    assert "less than a minute" in anna.text


def test_the_roles_of_the_settings_count(anna: Composer, connection: Connection) -> None:
    add_person(connection, 5)
    anna.written()
    anna.press("Audience", "Roles", "Owners", "‹ Back")
    assert "1 person" in anna.text


def test_six_buttons_at_most(anna: Composer) -> None:
    anna.written()
    anna.press("Message", "Everybody else", "Buttons")
    for number in range(6):
        anna.type(f"No. {number}\nopt_out")
    anna.type("One more\nopt_out")
    assert "6 buttons already" in anna.text
    anna.press("✕ No. 2")
    assert [label for label, *_ in anna.draft.contents[""].buttons].count("No. 2") == 0


EVERYTHING = (
    "/broadcast", "bc:open", "bc:see:home", "bc:see:sure", "bc:kind:service", "bc:test", "bc:now",
    "bc:throw:yes", "bc:drop:all", "bc:urgent:yes", "bc:who:roles:editor", "bc:go:1:2",
    "bc:go:1:1", "bc:back:1", "bc:unlink:all:0",
)  # fmt: skip


@pytest.mark.parametrize("what", EVERYTHING)
def test_nobody_else_can_do_any_of_it(anna: Composer, connection: Connection, what: str) -> None:
    anna.written()
    anna.tested()
    before = connection.execute(select(broadcasts)).all()
    eve = Composer(connection, 666)
    for place in ("menu", "bc:text:all", "bc:sure"):
        eve.person = type(eve.person)(666, "en", place=place)
        if what.startswith("/"):
            eve.type(what)
            assert "I don't know that command" in eve.text
        else:
            eve.press_data(what)
            assert "no longer does anything" in eve.text
        eve.type("Hello all")
    assert connection.execute(select(broadcasts)).all() == before
    assert (eve.begun, eve.tests) == (0, [])


def test_a_role_that_is_taken_ends_at_the_next_press(
    anna: Composer, connection: Connection
) -> None:
    bea = Composer(connection, 88)
    bea.roles.grant(connection, anna.person.chat_id, 88, "admin", bea.now)
    bea.written()
    bea.tested()
    bea.press_data("bc:see:sure")
    bea.roles.take(connection, anna.person.chat_id, 88, "admin", bea.now)
    bea.press("Send it")
    assert bea.begun == 0
    assert "no longer does anything" in bea.text


@pytest.mark.parametrize(
    "data",
    [
        "bc:see:nowhere", "bc:who:languages:xx", "bc:who:active:5", "bc:kind:spam", "bc:drop:xx",
        "bc:unlink:all:9", "bc:unlink:xx:0", "bc:go:1", "bc:go::", "bc:back:²", "bc:what", "bc::::",
        "bc:see:text:zz", "bc:see:who:zz", "bc:see:buttons:zz", "bc:see:text:it:" + "9" * 40,
    ],
)  # fmt: skip
def test_forged_data_breaks_nothing(anna: Composer, data: str) -> None:
    anna.written()
    before = anna.draft
    anna.press_data(data)
    assert anna.draft == before


def test_cancel_asks_first(anna: Composer) -> None:
    anna.written()
    anna.type("/cancel")
    assert "Throw this broadcast away?" in anna.text
    anna.press("No, keep it")
    assert anna.draft.contents


def test_what_is_scheduled_becomes_a_draft_again(anna: Composer, connection: Connection) -> None:
    anna.written()
    anna.press("When")
    anna.type("tomorrow 9:30")
    anna.tested()
    number = anna.draft.id
    anna.press_data("bc:see:sure")
    anna.press("Send it")
    assert "begins on" in anna.text
    anna.press_data(f"bc:back:{number}")
    assert anna.draft.id == number
    assert not anna.draft.is_tested
    assert state_of(connection, number) == "draft"
