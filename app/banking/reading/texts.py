"""Bytes of unknown encoding as text."""

from __future__ import annotations

from typing import Final

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def encoding_of(content: bytes) -> str:
    """utf-8 where it holds, by its mark where it bears one, else Windows' western one."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def decode(content: bytes, encoding: str = "") -> str:
    """The text; what the encoding does not know becomes a sign for it."""
    return content.decode(encoding or encoding_of(content), errors="replace")
