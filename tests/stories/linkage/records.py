"""Records of a SQLite file: the values of one row or index entry."""

import struct

Value = int | float | str | bytes | None
INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def varint(content: bytes, at: int) -> tuple[int, int]:
    """The number that begins there, and where it ends. Signed, as rowids are."""
    value = 0
    for index in range(8):
        byte = content[at + index]
        value = value << 7 | byte & 127
        if byte < 128:
            return value, at + index + 1
    value = value << 8 | content[at + 8]
    return value - (1 << 64) if value >> 63 else value, at + 9


def values_of(payload: bytes) -> tuple[Value, ...]:
    head, at = varint(payload, 0)
    body, values = head, list[Value]()
    while at < head:
        kind, at = varint(payload, at)
        value, length = _value(payload, body, kind)
        values.append(value)
        body += length
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, 0
    if kind in INTEGERS:
        length = INTEGERS[kind]
        return int.from_bytes(payload[at : at + length], "big", signed=True), length
    if kind == 7:
        return float(struct.unpack_from(">d", payload, at)[0]), 8
    if kind in {8, 9}:
        return kind - 8, 0
    length = (kind - 12) // 2
    raw = payload[at : at + length]
    return (raw.decode() if kind % 2 else raw), length
