"""Telegram on a bad day: calls that fail, hang, break off or answer nonsense, on order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Json = dict[str, Any]


@dataclass(frozen=True)
class Fault:
    """`effect`: the call takes effect all the same and only its answer is lost."""

    kind: Literal["refusal", "timeout", "reset", "raw"]
    status: int = 500
    description: str = ""
    retry_after: int | None = None
    body: bytes = b""
    effect: bool = False

    @classmethod
    def refusal(cls, status: int, description: str, retry_after: int | None = None) -> "Fault":
        return cls("refusal", status=status, description=description, retry_after=retry_after)

    @classmethod
    def timeout(cls, *, effect: bool = False) -> "Fault":
        """No answer until the client gives up."""
        return cls("timeout", effect=effect)

    @classmethod
    def reset(cls, *, effect: bool = False) -> "Fault":
        """The connection breaks instead of an answer."""
        return cls("reset", effect=effect)

    @classmethod
    def raw(cls, body: bytes, *, status: int = 200, effect: bool = False) -> "Fault":
        return cls("raw", status=status, body=body, effect=effect)

    def json(self) -> Json:
        answer: Json = {"ok": False, "error_code": self.status, "description": self.description}
        if self.retry_after is not None:
            answer["parameters"] = {"retry_after": self.retry_after}
        return answer


FaultRule = Callable[[str, Mapping[str, Any]], Fault | None]


@dataclass
class _Ordered:
    method: str
    chat_id: int | None
    fault: Fault
    times: int

    def fits(self, method: str, params: Mapping[str, Any]) -> bool:
        if self.method.lower() not in ("*", method.lower()):
            return False
        return self.chat_id is None or str(params.get("chat_id")) == str(self.chat_id)


class Faults:
    def __init__(self) -> None:
        self.rule: FaultRule | None = None
        self._ordered: list[_Ordered] = []

    def order(self, method: str, chat_id: int | None, fault: Fault, times: int) -> None:
        self._ordered.append(_Ordered(method, chat_id, fault, times))

    def pick(self, method: str, params: Mapping[str, Any]) -> Fault | None:
        """The fault for this call: what was ordered first, then what the rule says."""
        for ordered in self._ordered:
            if ordered.fits(method, params):
                ordered.times -= 1
                if ordered.times <= 0:
                    self._ordered.remove(ordered)
                return ordered.fault
        return self.rule(method, params) if self.rule is not None else None
