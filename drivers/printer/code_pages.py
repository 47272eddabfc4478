"""Which byte a character is on which code page of a printer, and what stands for one that is on none.

The only way from text to bytes: what is no printable character does not get through.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

DEFAULT: Final = "CP858:19,CP437:0,CP850:2,CP852:18,CP866:17,CP1252:16"
"""Name of the page and the number that selects it (ESC t n): Epson's numbers, the euro first."""

_CODECS: Final = {
    "CP437": "cp437", "CP737": "cp737", "CP775": "cp775", "CP850": "cp850", "CP852": "cp852",
    "CP855": "cp855", "CP857": "cp857", "CP858": "cp858", "CP860": "cp860", "CP861": "cp861",
    "CP862": "cp862", "CP863": "cp863", "CP865": "cp865", "CP866": "cp866", "CP1250": "cp1250",
    "CP1251": "cp1251", "CP1252": "cp1252", "CP1253": "cp1253", "CP1254": "cp1254",
    "CP1257": "cp1257", "ISO8859-2": "iso8859_2", "ISO8859-7": "iso8859_7", "ISO8859-15": "iso8859_15",
}  # fmt: skip
_NUMBERS: Final = {
    "CP437": 0, "CP850": 2, "CP860": 3, "CP863": 4, "CP865": 5, "CP857": 13, "CP737": 14, "ISO8859-7": 15,
    "CP1252": 16, "CP866": 17, "CP852": 18, "CP858": 19, "CP775": 33, "CP855": 34, "CP861": 35,
    "CP862": 36, "ISO8859-2": 39, "ISO8859-15": 40, "CP1250": 45, "CP1251": 46, "CP1253": 47,
    "CP1254": 48, "CP1257": 51,
}  # fmt: skip

# What is on no printer's page but means the same.
_SAME: Final = str.maketrans(
    {
        "’": "'", "‘": "'", "‚": ",", "“": '"', "”": '"', "„": '"', "‹": "<", "›": ">", "–": "-", "—": "-",
        "−": "-", "‐": "-", "‑": "-", "…": "...", "•": "*", "×": "x", "\u00a0": " ", "\u202f": " ",
        "\u2009": " ", "\u2007": " ", "™": "(TM)", "Œ": "OE",
        "œ": "oe", "ẞ": "SS", "Đ": "D", "đ": "d", "Ł": "L", "ł": "l", "Ø": "O", "ø": "o", "Æ": "AE",
        "ß": "ss", "₹": "Rs", "₺": "TL", "₽": "RUB", "₴": "UAH", "№": "No", "€": "EUR", "£": "GBP",
        "æ": "ae", "¥": "JPY",
    }
)  # fmt: skip
_ASCII_END: Final = 0x7F
_HIGHEST: Final = 255


class CodePages:
    """The pages of one printer, in the order in which they are tried."""

    def __init__(self, pages: str = DEFAULT) -> None:
        """Read the pages.

        Args:
            pages: `CP858:19,CP852:18`; without a number Epson's is taken.

        Raises:
            ValueError: a page that is not known, in words.
        """
        self._text = pages
        self._pages: dict[int, str] = {}
        for entry in pages.split(","):
            name, _, number = entry.strip().upper().partition(":")
            if name not in _CODECS or not (
                (number.isascii() and number.isdigit()) or (not number and name in _NUMBERS)
            ):
                raise ValueError(f"“{entry}” is no code page; known are {', '.join(_CODECS)}")
            slot = int(number) if number else _NUMBERS[name]
            if slot > _HIGHEST:
                raise ValueError(f"“{entry}” has a number above {_HIGHEST}")
            self._pages.setdefault(slot, _CODECS[name])

    @property
    def first(self) -> int:
        """The number of the page that is tried first."""
        return next(iter(self._pages))

    def only_first(self) -> CodePages:
        """The first page alone, for a device that cannot change it within a text."""
        return CodePages(self._text.split(",", 1)[0])

    def tidy(self, text: str) -> str:
        """The text as this printer can print it: every character of the result has a byte.

        Control characters become blanks; what is on no page becomes what means the same, then its
        letter without the accent, then a question mark.
        """
        if text.isascii() and text.isprintable():
            return text
        return "".join(self._printable(char) for char in unicodedata.normalize("NFC", text))

    def lacks(self, char: str) -> bool:
        """Whether nothing but a question mark could stand for the character."""
        return char != "?" and self._printable(char) == "?"

    def covers(self, text: str) -> bool:
        """Whether every character has a byte as it is."""
        return text.isascii() or all(self._find(char) is not None for char in text)

    def _printable(self, char: str) -> str:
        if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}:
            return " "
        if unicodedata.category(char) in {"Cf", "Mn", "Me"}:
            return ""  # no column of its own: marks of direction, soft hyphens, stray accents
        if self._find(char) is not None:
            return char
        for stand_in in (
            char.translate(_SAME),
            unicodedata.normalize("NFC", _bare(char)),
            _bare(char).translate(_SAME),
        ):
            if stand_in != char and all(self._find(c) is not None for c in stand_in):
                return stand_in
        return "?"

    def _find(self, char: str) -> tuple[int | None, int] | None:
        """The page (None: any) and the byte of a character."""
        code = ord(char)
        if code < _ASCII_END:
            return (None, code) if code >= ord(" ") else None
        for slot, codec in self._pages.items():
            byte = _byte_of(char, codec)
            if byte is not None:
                return slot, byte
        return None

    def encode(self, text: str) -> Iterator[tuple[int | None, bytes]]:
        """Runs of bytes with the page they need; None where every page will do."""
        slot: int | None = None
        run = bytearray()
        for char in self.tidy(text):
            found = self._on_page(char, slot) or self._find(char)
            if found is None:
                continue  # tidy lets nothing of the kind through
            page, byte = found
            if page is not None and page != slot:
                if run:
                    yield slot, bytes(run)
                slot, run = page, bytearray()
            run.append(byte)
        if run:
            yield slot, bytes(run)

    def _on_page(self, char: str, slot: int | None) -> tuple[int | None, int] | None:
        if slot is None or ord(char) < _ASCII_END:
            return None
        byte = _byte_of(char, self._pages[slot])
        return None if byte is None else (slot, byte)


@lru_cache(maxsize=4096)
def _byte_of(char: str, codec: str) -> int | None:
    """The byte of a character beyond ASCII; never one that could be a control character."""
    try:
        encoded = char.encode(codec)
    except UnicodeEncodeError:
        return None
    if len(encoded) != 1 or encoded[0] <= _ASCII_END:
        return None
    return encoded[0]


def _bare(char: str) -> str:
    """The letter without its accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
