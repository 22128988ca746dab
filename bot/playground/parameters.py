"""The parameters of one call, whichever way they came: query, form, multipart or JSON."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.playground.files import Upload
from bot.playground.refusal import bad_request

_POINTER = re.compile(r"attach://([^\s\"',}]+)")


@dataclass(frozen=True)
class Parameters:
    values: Mapping[str, Any]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def names(self) -> set[str]:
        """Files that another parameter points at by attach:// are no parameters."""
        attached: set[str] = set()
        if self.uploads:
            for value in self.values.values():
                attached.update(_POINTER.findall(str(value)))
        return {*self.values, *(self.uploads.keys() - attached)}

    def given(self, name: str) -> bool:
        return self.values.get(name) is not None

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        return default if value is None else str(value)

    def integer(self, name: str) -> int | None:
        value = self.values.get(name)
        if value is None or value == "":
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f"parameter {name} must be a valid Number") from None

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in ("true", "yes", "1")

    def structure(self, name: str) -> Any:
        """A JSON object or array; forms carry it as text."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None
