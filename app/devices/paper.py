"""A printed document as data: what stands on the paper, not how a printer is told.

Built by `app.documents`, drawn by `drivers.printer` (ESC/POS bytes), by the virtual paper window
and by the text and PNG renderers. Texts are clean (app.kernel.text.clean) when they get here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Align(StrEnum):
    """Where a line stands on the paper."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text, wrapped at the width of the paper."""

    text: str
    align: Align = Align.LEFT
    bold: bool = False
    big: bool = False  # double width and height


@dataclass(frozen=True, slots=True)
class Columns:
    """A left text and a right text on one line; the left is wrapped, the right never cut."""

    left: str
    right: str
    bold: bool = False
    big: bool = False
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in columns of the given relative widths; numbers are right-aligned."""

    cells: tuple[str, ...]
    widths: tuple[int, ...]  # negative: right-aligned; characters at 42 columns
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the paper."""

    char: str = "-"


@dataclass(frozen=True, slots=True)
class Feed:
    """Empty lines."""

    lines: int = 1


@dataclass(frozen=True, slots=True)
class Barcode:
    """A Code 128 barcode, with its text below; letters, digits and - . / only."""

    data: str


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code of the text."""

    data: str


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture, as PNG bytes, black on white."""

    png: bytes


Block: TypeAlias = TextLine | Columns | Table | Rule | Feed | Barcode | QrCode | Logo


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document for the receipt printer; the cut comes at the end by itself."""

    title: str  # for the queue and the window, e.g. "Receipt T01-000042"
    blocks: tuple[Block, ...]
    language: str = "en"
