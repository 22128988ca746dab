"""What people type as an answer, read into a value: None where it is none, never an error."""

from bot.guides.typed.choices import read_choice
from bot.guides.typed.dates import read_date
from bot.guides.typed.numbers import read_number

__all__ = ["read_choice", "read_date", "read_number"]
