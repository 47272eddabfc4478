"""From a stream of bytes to scans: one frame each, and nothing made of noise."""

from __future__ import annotations

import unicodedata
from typing import Final

_ENDS: Final = frozenset(b"\r\n\t\x03")
_DROPPED: Final = frozenset(b"\x00\x02")
_GS: Final = 0x1D
LONGEST: Final = 512


class Framing:
    """Collects bytes until CR, LF, TAB or ETX.

    GS (0x1D) is kept: it separates the parts of a GS1 code. A frame longer than 512 bytes, or with
    any other control character, is noise: it is dropped up to its end.
    """

    def __init__(self) -> None:
        self._frame = bytearray()
        self._is_noise = False

    @property
    def is_open(self) -> bool:
        """Whether a frame was begun and not ended."""
        return bool(self._frame)

    def feed(self, data: bytes) -> list[str]:
        """The scans that end within these bytes."""
        scans = []
        for byte in data:
            if byte in _ENDS:
                scans += self.end()
            elif byte not in _DROPPED:
                self._keep(byte)
        return scans

    def _keep(self, byte: int) -> None:
        if len(self._frame) >= LONGEST or (byte < ord(" ") and byte != _GS):
            self._is_noise = True
        else:
            self._frame.append(byte)

    def end(self) -> list[str]:
        """The frame as it stands, when the line went quiet; nothing when there is none."""
        frame, noise = bytes(self._frame), self._is_noise
        self._frame.clear()
        self._is_noise = False
        text = _decoded(frame).strip(" ")
        return [] if noise or not text or _has_control(text) else [text]


def _has_control(text: str) -> bool:
    return any(unicodedata.category(char) == "Cc" and ord(char) != _GS for char in text)


def _decoded(frame: bytes) -> str:
    """Latin-1, or UTF-8 where that is what it is: two-dimensional codes carry it."""
    try:
        return frame.decode("utf-8")
    except UnicodeDecodeError:
        return frame.decode("latin-1")
