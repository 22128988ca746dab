"""Walking a guide: answers, dates, going back, changing one's mind, old buttons."""

from pathlib import Path

from bot.guides.feedback import store
from bot.playground import Playground
from bot.playground.person import Person
from tests.world import Clock, World, running, settings_for


async def italian_customer(world: World) -> Person:
    """Somebody in Italy who was asked whether the number is in the register."""
    person = world.person()
    await person.send("/start opt_out")
    await person.press("mobile")
    await person.press("Italy")
    await person.press("Another company")
    person.sees("Registro pubblico")
    return person


async def test_the_waiting_date_is_computed_and_shown(world: World) -> None:
    person = await italian_customer(world)
    await person.press("Yes, it is")
    await person.send("15 November")
    person.sees("15\N{NO-BREAK SPACE}November 2026")
    person.sees("30\N{NO-BREAK SPACE}November 2026")


async def test_a_date_that_is_over_leads_elsewhere(world: World) -> None:
    person = await italian_customer(world)
    await person.press("Yes, it is")
    await person.send("3/3/2026")
    person.sees_button("Report")


async def test_the_calendar_answers_too(world: World) -> None:
    person = await italian_customer(world)
    await person.press("Yes, it is")
    await person.press("‹")
    person.sees_button("Oct 2026")
    await person.press("17")
    person.sees_no("Since when")


async def test_what_is_no_date_is_said_and_changes_nothing(world: World) -> None:
    person = await italian_customer(world)
    await person.press("Yes, it is")
    for odd in ("maybe", "32 January", "in the year 3000 or so", "tomorrow"):
        await person.send(odd)
        person.sees("Since when")


async def test_a_choice_can_be_typed(world: World) -> None:
    person = await italian_customer(world)
    await person.send("no, not yet")
    person.sees_button("Join the register")


async def test_back_keeps_the_answers(world: World) -> None:
    person = await italian_customer(world)
    await person.press("No, not yet")
    outcome = person.text
    await person.press("Back")
    await person.press("Back")
    person.sees_button("• Another company")
    await person.press("Keep")
    await person.press("Keep")
    assert person.text == outcome


async def test_a_changed_answer_drops_what_no_longer_fits(world: World) -> None:
    person = await italian_customer(world)
    await person.press("No, not yet")
    await person.press("Change an answer")
    person.sees_button("Who: Another company")
    await person.press("Where:")
    await person.press("Paper")
    person.sees("paper")
    await person.press("Change an answer")
    assert [row for row in person.buttons if "Who" in row[0]] == []


async def test_an_old_button_resumes_there(world: World) -> None:
    person = await italian_customer(world)
    await person.press_data("g:opt_out:who:robot")
    person.sees("Registro pubblico")
    await person.press("No, not yet")
    await person.press("Change an answer")
    person.sees_button("Who: A recorded voice")


async def test_a_forged_button_moves_nobody(world: World) -> None:
    person = await italian_customer(world)
    before = person.text
    for data in (
        "g:opt_out:since:=2026-01-01",
        "g:opt_out:plan:register",
        "g:opt_out:who:nobody",
        "g:nothing:x:y",
        "forged",
    ):
        await person.press_data(data)
        assert person.text.endswith(before), data


async def test_the_country_changes_the_guide_and_keeps_what_fits(world: World) -> None:
    person = await italian_customer(world)
    await person.press("No, not yet")
    await person.send("/settings")
    await person.press("Country")
    await person.press("Poland")
    await person.send("/start opt_out")
    person.sees_no("Registro")
    await person.press("Change an answer")
    person.sees_button("Who: Another company")


async def test_the_letter_is_in_the_countrys_language_and_escaped(world: World) -> None:
    person = await italian_customer(world)
    await person.press("No, not yet")
    await person.press("Write to the company")
    await person.send("<b>ACME</b> & Söhne")
    await person.send("333 1234567")
    person.sees("<b>ACME</b> & Söhne")
    person.sees("333 1234567")
    person.sees("opposizione al marketing")


async def test_commands_in_mid_question_lose_nothing(world: World) -> None:
    person = await italian_customer(world)
    question = person.text
    for command in ("/help", "/privacy", "/nonsense"):
        await person.send(command)
    await person.send("/help")
    await person.press("Back")
    assert person.text == question


async def test_words_of_despair_are_met_and_the_way_back_is_there(world: World) -> None:
    person = await italian_customer(world)
    question = person.text
    await person.send("I want to kill myself")
    person.sees("112")
    await person.press("Back")
    assert person.text == question


async def test_a_conversation_left_for_a_month_is_forgotten(world: World) -> None:
    person = await italian_customer(world)
    world.clock.pass_(days=31)
    await world.bot.housekeeping.once()
    await person.press("No, not yet")
    person.sees("Where do they reach you")


async def test_useful_is_counted_once_and_without_who(world: World) -> None:
    person = await italian_customer(world)
    await person.press("No, not yet")
    await person.press("👍 Useful")
    assert person.toast == "Thank you!"
    assert ["👍 Useful", "👎 Not useful"] not in person.buttons
    await person.press_data("useful:opt_out:plan:yes")
    await person.press_data("useful:opt_out:letter:no")
    counts = await world.bot.database.writer.run(store.rated)
    assert counts == {("opt_out", "plan", "yes"): 1}


async def test_a_wrong_fact_reaches_the_admins_once_a_day(
    playground: Playground, tmp_path: Path
) -> None:
    admin = playground.person("admin")
    clock = Clock()
    settings = settings_for(playground, tmp_path, admin_ids=str(admin.id))
    async with running(settings, clock) as bot:
        world = World(playground, bot, clock, settings)
        await admin.send("/start")
        person = await italian_customer(world)
        await person.press("No, not yet")
        await person.press("A mistake?")
        await person.tap(person.buttons[0][0])
        await person.until("looked at")
        await person.press("A mistake?")
        await person.press(person.buttons[0][0])
        await admin.until("a fact is wrong: IT.")
        await bot.features.ground.notices.once()
        await admin.refresh()
        assert sum("a fact is wrong" in str(one.get("text")) for one in admin.messages) == 1


async def test_three_languages_walk_to_an_outcome(world: World) -> None:
    for language, labels in {
        "it": ("sul cellulare", "Italia", "Una voce registrata", "No, non ancora"),
        "pl": ("komórk", "Polska", "Nagrany"),
    }.items():
        person = world.person(language=language)
        await person.send("/start opt_out")
        for label in labels:
            await person.press(label)
        assert len(person.buttons) > 4
