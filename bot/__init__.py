"""Galateo, a Telegram bot that stands by people who deal with call centers."""

import os

__version__ = "0.1.0"

# The library reads this when it is imported; without it every flood limit comes with a warning.
os.environ.setdefault("PTB_TIMEDELTA", "true")
