"""A strict local Telegram: the Bot API on loopback, a chat page, and fake people for tests."""

from bot.playground.faults import Fault
from bot.playground.floods import UNLIMITED, FloodLimits
from bot.playground.person import Person
from bot.playground.server import Playground
from bot.playground.telegram import Call, Telegram

__all__ = ["UNLIMITED", "Call", "Fault", "FloodLimits", "Person", "Playground", "Telegram"]
