"""Which facts are due, and in what order."""

from datetime import date

from bot.editing.due import Due, facts_due
from tests.editing.workshop import Workshop

TODAY = date(2026, 11, 22)
FACT = """
- id: {id}
  topic: {topic}
  sector: any
  value: 5
  unit: count
  fact: A rule.
  source: https://example.org/rule
  confirmed: "{confirmed}"
  confidence: {confidence}
"""


def due(workshop: Workshop, *lines: str, days: int = 60) -> list[Due]:
    """With facts of Poland alone; a line is `id confirmed confidence | note | topic`."""
    text = "country: PL\nfacts:"
    for line in lines:
        words, note, topic = (*(part.strip() for part in line.split("|")), "", "")[:3]
        name, confirmed, confidence = words.split()
        text += FACT.format(
            id=name, confirmed=confirmed, confidence=confidence, topic=topic or "opt_out"
        )
        text += f"  note: {note}\n" if note else ""
    workshop.templates.joinpath("facts", "pl.yaml").write_text(text)
    found = facts_due(workshop.settings(), days, TODAY)
    return [one for one in found if one.fact.country == "PL"]


def test_the_longest_overdue_comes_first(workshop: Workshop) -> None:
    found = due(
        workshop,
        "fresh 2026-10 high",
        "soon 2026-01 high",
        "old 2025-10 high",
        "oldest 2020-10 high",
        "doubtful 2026-10 low",
    )
    assert [one.fact.id for one in found] == ["oldest", "old", "doubtful", "soon"]
    assert [one.days for one in found] == [-1878, -52, 0, 40]
    assert found[2].reasons == ("of low confidence",)
    assert found[3].reasons == ("last confirmed in 2026-01",)


def test_looking_further_ahead_finds_more(workshop: Workshop) -> None:
    assert [one.days for one in due(workshop, "fresh 2026-10 high", days=400)] == [313]


def test_a_note_can_ask_for_a_check(workshop: Workshop) -> None:
    found = due(
        workshop,
        "asks 2026-10 high | Check on the official site before release.",
        "unsure 2026-10 high | The exact path of the form was not checked.",
        "later 2026-10 high | Rates rise every April; next check April 2027.",
        "calm 2026-10 high | Read through a guide that checked the page.",
    )
    assert [one.fact.id for one in found] == ["asks", "unsure"]
    (later,) = due(workshop, "later 2026-10 high | next check April 2027.", days=200)
    assert (later.days, later.reasons) == (130, ("its note asks for a check in April 2027",))


def test_the_screens_that_show_it_are_named(workshop: Workshop) -> None:
    eu = {
        one.fact.id: one.screens
        for one in facts_due(workshop.settings(), 2000, TODAY)
        if one.fact.country == "EU"
    }
    assert eu["data_access_reply_months"] == ("small.day", "small.how_to_ask", "small.wait")
    assert eu["data_authority_list_url"] == ("small.no_answer",)
    (safety,) = due(workshop, "safety_line 2020-01 high || safety")
    assert safety.screens == ("help in despair",)


def test_a_countrys_own_fact_takes_the_place_of_the_eus(workshop: Workshop) -> None:
    (own,) = due(workshop, "data_authority_list_url 2020-01 high")
    assert own.screens == ("small.no_answer",)
    assert own.where.endswith("pl.yaml:3")
    assert "shown by: small.no_answer" in str(own)
