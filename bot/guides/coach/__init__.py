"""The coach: what would make an opening sentence go wrong, and how long it takes to say."""

from bot.guides.coach.coach import Coach, load_coach
from bot.guides.coach.lines import coach_lines
from bot.guides.coach.problems import PROBLEMS, Findings, Listener, Problem, hears_nothing
from bot.guides.coach.speech import seconds, words

__all__ = [
    "PROBLEMS", "Coach", "Findings", "Listener", "Problem", "coach_lines", "hears_nothing",
    "load_coach", "seconds", "words",
]  # fmt: skip
