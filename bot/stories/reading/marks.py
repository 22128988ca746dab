"""Story numbers as bits: what was read takes a few bytes, however much it is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

BLOCK = 256


@dataclass(frozen=True)
class Marks:
    """Blocks of 256 numbers, each an integer of bits; blocks with nothing in them are not there."""

    blocks: Mapping[int, int] = field(default_factory=dict)

    def __contains__(self, number: int) -> bool:
        block, bit = divmod(number, BLOCK)
        return bool(self.blocks.get(block, 0) >> bit & 1)

    def __iter__(self) -> Iterator[int]:
        """In order of number: the order in which they were marked is not kept."""
        for block, bits in sorted(self.blocks.items()):
            for bit in range(bits.bit_length()):
                if bits >> bit & 1:
                    yield block * BLOCK + bit

    def with_(self, number: int) -> Self:
        return self._set(number, there=True)

    def without(self, number: int) -> Self:
        return self._set(number, there=False)

    def _set(self, number: int, *, there: bool) -> Self:
        block, bit = divmod(number, BLOCK)
        before = self.blocks.get(block, 0)
        after = before | 1 << bit if there else before & ~(1 << bit)
        blocks = {**self.blocks, block: after}
        return type(self)({key: bits for key, bits in blocks.items() if bits})

    def as_json(self) -> dict[str, str]:
        return {str(block): f"{bits:x}" for block, bits in sorted(self.blocks.items())}

    @classmethod
    def from_json(cls, kept: Mapping[str, str]) -> Self:
        return cls({int(block): int(bits, 16) for block, bits in kept.items()})

    @classmethod
    def of(cls, numbers: Iterable[int]) -> Self:
        marks = cls()
        for number in numbers:
            marks = marks.with_(number)
        return marks
