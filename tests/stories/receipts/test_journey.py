"""Receipts on the real bot: from any account; the digits leave the chat; guesses wait."""

from sqlalchemy import Connection

from bot.playground.person import Person
from bot.playground.waiting import Expectation
from bot.storage.vault import Vault, secret_in
from bot.storage.writer import Unit
from bot.stories.keys import Keys, spaced
from bot.stories.model import State, Submission
from tests.stories.receipts.desk import RECEIPT, STORY, WRONG, Desk
from tests.world import World


async def _sent(world: World, *questions: str) -> None:
    """Something was sent by somebody whom nobody knows."""
    await world.bot.database.writer.run(_submit(_keys(world), *questions))


def _keys(world: World) -> Keys:
    return Keys(Vault(secret_in(world.settings.data_dir)))


def _submit(keys: Keys, *questions: str) -> Unit[Submission]:
    def unit(connection: Connection) -> Submission:
        desk = Desk(connection, keys)
        return desk.ask(*questions) if questions else desk.submit()

    return unit


async def _found(world: World) -> Submission:
    keys = _keys(world)
    return await world.bot.database.writer.run(lambda c: Desk(c, keys).found())


async def test_whoever_has_the_receipt_sees_and_withdraws(world: World, customer: Person) -> None:
    await _sent(world)
    await customer.send("/receipt")
    customer.sees("16 digits")
    await customer.send(spaced(RECEIPT))
    customer.sees("The moderators have it")
    assert not any(spaced(RECEIPT) in str(message) for message in customer.messages)
    await customer.press("Withdraw")
    customer.sees("nobody can publish it")
    await customer.press("No, leave it")
    customer.sees("The moderators have it")
    await customer.press("Withdraw")
    await customer.press("Yes, withdraw it")
    customer.sees("It is withdrawn")
    assert (await _found(world)).state is State.WITHDRAWN
    kept = b"".join(path.read_bytes() for path in world.settings.data_dir.glob("*.db*"))
    assert kept
    assert RECEIPT.encode() not in kept
    assert spaced(RECEIPT).encode() not in kept


async def test_a_question_is_answered(world: World, customer: Person) -> None:
    await _sent(world, "Which company was it?")
    await customer.send(f"/receipt {RECEIPT}")
    customer.sees("Which company was it?")
    await customer.press("Answer")
    customer.sees("Which company was it?")
    await customer.send("It was the one with the two long menus.")
    await customer.press("Go on")
    await customer.press("Go on")
    await customer.press("Send")
    found = await _found(world)
    assert found.state is State.NEW
    assert [line.text for line in found.dialogue if line.by_author] == [
        "It was the one with the two long menus."
    ]


async def test_what_is_published_is_read_from_its_receipt(world: World, customer: Person) -> None:
    await _sent(world)

    def publish(connection: Connection) -> None:
        sent = Desk(connection, _keys(world)).found()
        world.bot.features.stories._publisher.publish(connection, sent, world.clock().date())

    await world.bot.database.writer.run(publish)
    await customer.send(f"/receipt {RECEIPT}")
    await customer.press("Read it")
    customer.sees(STORY)


async def test_a_reminder_leaves_the_screen_and_comes_in_daytime(
    world: World, customer: Person
) -> None:
    await _sent(world)
    await customer.send(f"/receipt {RECEIPT}")
    before = customer.text
    version, query = await customer.tap("Remind me")
    await customer._until(version, Expectation(customer.id, query, said=True), None)
    assert customer.alert
    assert "25" in (customer.toast or "")
    assert customer.text == before
    world.clock.pass_(days=3)
    await world.bot.features.stories._remind()
    await customer.until("You wanted to look")


async def test_guesses_wait(world: World, customer: Person) -> None:
    await _sent(world)
    await customer.send("/receipt")
    for _ in range(3):
        await customer.send(WRONG)
        customer.sees("I find nothing")
    await customer.send(RECEIPT)
    customer.sees("not even a right one")
    world.clock.pass_(seconds=30)
    await customer.send(RECEIPT)
    customer.sees("The moderators have it")
