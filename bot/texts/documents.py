"""Pictures made with typst: text goes in as data, never as markup."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PIXELS_AN_INCH = 144


def picture(template: Path, data: Mapping[str, Any]) -> bytes:
    """A PNG of one page; takes some ten milliseconds, so not for the event loop."""
    # Imported here: it is large, and most starts draw nothing.
    import typst  # noqa: PLC0415

    made: bytes = typst.compile(
        template.read_bytes(),
        format="png",
        ppi=PIXELS_AN_INCH,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    return made
