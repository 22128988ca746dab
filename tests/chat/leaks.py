"""A secret in every shape in which a program could let it slip."""

import base64
import html
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus


class Leaks:
    """`found_in` names the secrets that a text or a folder holds, as they are or transcribed."""

    def __init__(self, secrets: dict[str, str]) -> None:
        self._forms = {
            name: {form.casefold() for form in _forms(secret)} for name, secret in secrets.items()
        }

    def found_in(self, text: str) -> list[str]:
        folded = text.casefold()
        return [
            name for name, forms in self._forms.items() if any(form in folded for form in forms)
        ]

    def found_in_folder(self, folder: Path) -> list[str]:
        return [
            f"{name} in {path.name}"
            for path in sorted(folder.rglob("*"))
            if path.is_file()
            for name in self.found_in_bytes(path.read_bytes())
        ]

    def found_in_bytes(self, content: bytes) -> list[str]:
        texts = (content.decode(encoding, "replace") for encoding in ("utf-8", "utf-16-le"))
        return sorted({name for text in texts for name in self.found_in(text)})


def told(error: BaseException | None) -> str:
    """All that a logger, a debugger or a service that collects errors could show of it."""
    if error is None:
        return ""
    own = (str(error), repr(error), error.args, vars(error), getattr(error, "__notes__", ""))
    return f"{own} {told(error.__cause__)} {told(error.__context__)}"


def _forms(secret: str) -> Iterator[str]:
    raw = secret.encode()
    yield from (secret, json.dumps(secret)[1:-1], repr(secret)[1:-1], ascii(secret)[1:-1])
    yield from (quote(secret), quote(secret, safe=""), quote_plus(secret), html.escape(secret))
    yield from (repr(raw)[2:-1], raw.hex(), raw.decode("latin-1"))
    for shift in range(3):  # base64 reads differently at each of three offsets
        coded = base64.b64encode(b"\0" * shift + raw).decode()
        yield coded[4 if shift else 0 : -4]
