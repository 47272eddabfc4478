"""What stands in a ZVT message: fields by number (BMP), numbers in BCD, and containers (TLV).

Lengths after the protocol's table of bitmaps (PA00P015, chapter 9); LL and LLL are lengths in two or three
bytes of which only the low digit counts (F0 F8 is 8).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

_FIXED: Final[Mapping[int, int]] = MappingProxyType(
    {
        0x01: 1, 0x02: 1, 0x03: 1, 0x04: 6, 0x05: 1, 0x0B: 3, 0x0C: 3, 0x0D: 2, 0x0E: 2, 0x17: 2, 0x19: 1,
        0x27: 1, 0x29: 4, 0x2A: 15, 0x37: 3, 0x3A: 2, 0x3B: 8, 0x3D: 3, 0x49: 2, 0x87: 2, 0x88: 3, 0x8A: 1,
        0x8C: 1, 0xA0: 1, 0xAA: 3, 0xBA: 5, 0xD0: 1, 0xD2: 1, 0xD3: 1, 0xE0: 1, 0xE9: 1, 0xEA: 1, 0xF0: 1,
        0xF9: 1, 0xFA: 1, 0xFB: 1, 0xFC: 1, 0xFD: 1,
    }
)  # fmt: skip
_TWO: Final = frozenset({0x22, 0x23, 0x2D, 0x8B, 0xA7, 0xD1, *range(0xE1, 0xE9), *range(0xF1, 0xF9)})
_THREE: Final = frozenset({0x24, 0x2E, 0x3C, 0x60, 0x9A, 0xAF})
CONTAINER: Final = 0x06
_SHORT: Final = 0x80
_DEEPEST: Final = 8


class BadFieldError(ValueError):
    """A field that is cut off or has no number."""


def bcd(number: int, size: int) -> bytes:
    """A number in packed decimal digits, `size` bytes; ValueError when it does not fit."""
    text = f"{number:0{size * 2}d}"
    if number < 0 or len(text) != size * 2:
        raise ValueError(number)
    return bytes.fromhex(text)


def from_bcd(data: bytes) -> int:
    """The number of packed digits; raises BadFieldError."""
    text = data.hex()
    if not text.isdigit():
        raise BadFieldError(text)
    return int(text)


def parse_fields(data: bytes) -> dict[int, bytes]:
    """Fields by number, the first of each; what follows a field that is not known cannot be read.

    Raises:
        BadFieldError: a field is cut off.
    """
    found: dict[int, bytes] = {}
    at = 0
    while at < len(data):
        number = data[at]
        size, at = _size(number, data, at + 1)
        if size is None:
            break
        if at + size > len(data):
            raise BadFieldError(f"{number:02x}")
        found.setdefault(number, data[at : at + size])
        at += size
    return found


def _size(number: int, data: bytes, at: int) -> tuple[int | None, int]:
    """How long a field is and where it begins; None for a number that is not known."""
    if number == CONTAINER:
        return _tlv_size(data, at)
    digits = 2 if number in _TWO else 3 if number in _THREE else 0
    if not digits:
        return _FIXED.get(number), at
    if at + digits > len(data):
        raise BadFieldError(f"{number:02x}")
    text = "".join(f"{b & 0x0F:x}" for b in data[at : at + digits])
    if not text.isdigit():
        raise BadFieldError(f"{number:02x}")
    return int(text), at + digits


def _tlv_size(data: bytes, at: int) -> tuple[int, int]:
    """The length at a place, and where what it measures begins: n, 81 n, or 82 hi lo."""
    if at >= len(data):
        raise BadFieldError("length")
    first = data[at]
    if first < _SHORT:
        return first, at + 1
    count = first & 0x7F
    if not 1 <= count <= 2 or at + 1 + count > len(data):  # noqa: PLR2004 - no message is longer
        raise BadFieldError("length")
    return int.from_bytes(data[at + 1 : at + 1 + count], "big"), at + 1 + count


def parse_tlv(data: bytes, depth: int = 0) -> Iterator[tuple[int, bytes]]:
    """Tags with their values in order, those inside of other tags as well; raises BadFieldError."""
    at = 0
    while at < len(data):
        tag, after = _tag(data, at)
        is_constructed = bool(data[at] & 0x20)
        size, at = _tlv_size(data, after)
        if at + size > len(data):
            raise BadFieldError(f"{tag:x}")
        value = data[at : at + size]
        yield tag, value
        if is_constructed and depth < _DEEPEST:
            yield from parse_tlv(value, depth + 1)
        at += size


def _tag(data: bytes, at: int) -> tuple[int, int]:
    tag, more = data[at], data[at] & 0x1F == 0x1F  # noqa: PLR2004 - the low bits say that another byte follows
    at += 1
    while more:
        if at >= len(data):
            raise BadFieldError("tag")
        tag, more = tag << 8 | data[at], bool(data[at] & 0x80)
        at += 1
    return tag, at
