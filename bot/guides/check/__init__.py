"""The check of guides: everything that would fail or read wrong in front of a person."""

from bot.guides.check.check import check_guides
from bot.guides.check.coverage import coverage
from bot.guides.check.needs import Letters
from bot.guides.check.problem import Problem
from bot.guides.check.translations import Translate

__all__ = ["Letters", "Problem", "Translate", "check_guides", "coverage"]
