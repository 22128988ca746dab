"""How large the hostile and crowded tests are: a short version in the suite, all of it in `make chaos`."""

import os

LONG = bool(os.environ.get("LONG"))


def sized(full: int, *, short: int = 10) -> int:
    """`full` in the long run, else a `short`-th of it."""
    return full if LONG else full // short
