"""The frames of ZVT on TCP: CLASS INSTR LEN data, the length in one byte or as FF lo hi."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_LONG: Final = 0xFF
_HEAD: Final = 3
_LONG_HEAD: Final = 5
_MOST: Final = 0xFFFF
# the classes a terminal speaks in; anything else is no ZVT
_CLASSES: Final = frozenset({0x04, 0x05, 0x06, 0x08, 0x0F, 0x80, 0x84})


class BadFrameError(ValueError):
    """What came is no ZVT."""


@dataclass(frozen=True, slots=True)
class Apdu:
    """One message: the command's two bytes as a number (0x0601), and its data."""

    command: int
    data: bytes = b""

    def encode(self) -> bytes:
        """Its bytes; ValueError when the data is longer than a frame can be."""
        size = len(self.data)
        if size > _MOST:
            raise ValueError(size)
        length = bytes([size]) if size < _LONG else bytes([_LONG, size & 0xFF, size >> 8])
        return self.command.to_bytes(2, "big") + length + self.data


class ApduReader:
    """Puts the bytes of a connection together to messages, however they are cut."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    @property
    def is_partial(self) -> bool:
        """Whether the beginning of a message lies here."""
        return bool(self._bytes)

    def feed(self, data: bytes) -> list[Apdu]:
        """The messages that are whole now; raises BadFrameError."""
        self._bytes += data
        found = []
        while (one := self._next()) is not None:
            found.append(one)
        return found

    def _next(self) -> Apdu | None:
        got = self._bytes
        if got and got[0] not in _CLASSES:
            raise BadFrameError(got[:8].hex(" "))
        if len(got) < _HEAD:
            return None
        size, head = got[2], _HEAD
        if size == _LONG:
            if len(got) < _LONG_HEAD:
                return None
            size, head = got[3] | got[4] << 8, _LONG_HEAD
        if len(got) < head + size:
            return None
        one = Apdu(got[0] << 8 | got[1], bytes(got[head : head + size]))
        del got[: head + size]
        return one
