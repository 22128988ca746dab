"""A broadcast from its first message to its end."""

from tests.broadcasts.sending.office import Office


async def test_everybody_gets_it_once(desk: Office) -> None:
    people = await desk.invite(200)
    async with desk.at_work():
        number = await desk.begin("News", buttons=[("Read", "story", "1")])
        await desk.until(number)
    assert desk.copies(people) == {1: 200}
    assert await desk.tally(number) == {"sent": 200}
    assert (await desk.row(number))["total"] == 200
    labels = [row[0]["text"] for row in desk.got(people[0])[0]["reply_markup"]["inline_keyboard"]]
    assert labels == ["Read", "Fewer messages"]
