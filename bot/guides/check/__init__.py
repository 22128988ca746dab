"""The check of guides: everything that would fail or read wrong in front of a person."""

from bot.guides.check.check import check_guides
from bot.guides.check.coverage import coverage
from bot.guides.check.needs import Letters
from bot.guides.check.problem import Problem
from bot.guides.check.translations import Translate
from bot.guides.check.walks import Walks

__all__ = ["Letters", "Problem", "Translate", "Walks", "check_guides", "coverage"]
