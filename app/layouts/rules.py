"""What a layout says, and what it must not leave out. Pure."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from app.kernel.refusal import Refusal
from app.layouts.kinds import (
    OPTIONAL_COLUMNS,
    OPTIONAL_FACTS,
    PART_NAMES,
    REPEATED,
    REQUIRED,
    SIZES,
    LayoutKind,
    LogoPlace,
    PaperSize,
    PartKind,
)

LANGUAGES: Final = ("en", "de")
_MOST_PARTS: Final = 40
_TEXT: Final = 600
_MARGIN: Final = (8, 40)  # millimetres
_LEAST_ROOM: Final = 110.0  # millimetres of text on a line
_COLOUR: Final = re.compile(r"#[0-9a-f]{6}")
_LEAST_CONTRAST: Final = 45  # tenths: 4.5 to 1 on white paper (WCAG 2.2, 1.4.3)
_LEAST_LOGO: Final = 8
_HEAD: Final = 48  # millimetres: the window of the envelope follows
_FOOT: Final = (30, 60)  # with the company's foot
_DEFAULT_COLOUR: Final = "#1f4e79"


class MissingPartError(Refusal):
    """Something that must be on the paper."""

    message = "“{part}” must stand on this paper: the law asks for it, or the proof that it is unchanged."


class RepeatedPartError(Refusal):
    """A part that belongs there once."""

    message = "“{part}” stands there twice. Take one away."


class TooManyPartsError(Refusal):
    """A receipt without end."""

    message = "A receipt has at most {most} parts. Take some away."


class PartOrderError(Refusal):
    """Totals before what they are the total of."""

    message = "The totals and the taxes stand below the lines. Move them down."


class LongTextError(Refusal):
    """A text that is a letter of its own."""

    message = "A text of the layout has at most {most} characters. Make it shorter."


class BadColourError(Refusal):
    """No colour, or one that nobody reads on white."""

    message = "{colour} cannot be read on white paper. Choose a darker colour, written like #1f4e79."


class MarginError(Refusal):
    """Margins that leave no room, or that printers cut off."""

    message = "Margins are between {least} and {most} mm, and leave at least {room} mm for the text."


class FootMarginError(Refusal):
    """No room for the company's foot, or for anything else."""

    message = "The margin below is between {least} and {most} mm: the foot stands in it."


class LogoHeightError(Refusal):
    """A logo that stands on the address."""

    message = "With this margin the logo is between {least} and {most} mm high: the address follows."


class NeededColumnError(Refusal):
    """A column that the paper needs."""

    message = "The column “{column}” is needed on this paper."


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a receipt, in its place.

    Attributes:
        kind: what.
        text: of a text or QR code; of a rule the character it is made of.
        align: "left", "centre" or "right"; of a text, the name, the address, the logo's place is the middle.
        bold: in heavy letters.
        big: in letters twice as large.
    """

    kind: PartKind
    text: str = ""
    align: str = "centre"
    bold: bool = False
    big: bool = False


_P: Final = PartKind
DEFAULT_PARTS: Final = (
    Part(_P.NAME, bold=True, big=True), Part(_P.ADDRESS), Part(_P.PHONE), Part(_P.TAX_NUMBER),
    Part(_P.HEADER), Part(_P.SPACE), Part(_P.ABOUT), Part(_P.CUSTOMER), Part(_P.RULE, "-"), Part(_P.LINES),
    Part(_P.RULE, "="), Part(_P.TOTALS), Part(_P.RULE, "-"), Part(_P.TAXES), Part(_P.RULE, "-"),
    Part(_P.POINTS), Part(_P.JOURNAL), Part(_P.FOOTER), Part(_P.BARCODE),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReceiptLayout:
    """How receipts look; printers of 58 and 80 mm wrap it each to its own width.

    Attributes:
        parts: from the top.
        sku: the item's number below its name.
        always_quantity: quantity and price below each name, also of a single piece.
        barcodes: the item's barcode number below its name.
        notes: what was noted on a line or on the sale.
    """

    parts: tuple[Part, ...] = DEFAULT_PARTS
    sku: bool = False
    always_quantity: bool = False
    barcodes: bool = False
    notes: bool = True

    def check(self) -> None:
        """Whether it may be used; raises a Refusal that says why not."""
        counted = Counter(part.kind for part in self.parts)
        missing = next((kind for kind in PartKind if kind in REQUIRED and not counted[kind]), None)
        if missing is not None:
            raise MissingPartError(part=PART_NAMES[missing])
        for kind, times in counted.items():
            if times > 1 and kind not in REPEATED:
                raise RepeatedPartError(part=PART_NAMES[kind])
        if len(self.parts) > _MOST_PARTS:
            raise TooManyPartsError(most=_MOST_PARTS)
        order = [part.kind for part in self.parts if part.kind in (_P.LINES, _P.TOTALS, _P.TAXES)]
        if order[0] is not _P.LINES:
            raise PartOrderError
        _check_texts(tuple(part.text for part in self.parts))


@dataclass(frozen=True, slots=True)
class DocumentLayout:
    """How a business letter looks.

    Attributes:
        size: of the sheet.
        left, right, top, bottom: margins in millimetres.
        colour: of titles, "#rrggbb".
        logo: where it stands.
        logo_height: in millimetres, at most.
        language: "en", "de", or "" for the customer's.
        hidden_columns, hidden_facts: of OPTIONAL_COLUMNS and OPTIONAL_FACTS, what is left out.
        details: item number and promised days, smaller, below the item.
        fold_marks: where to fold it for the window of an envelope.
        head: what stands instead of our introduction, in each of LANGUAGES; "": ours.
        foot: what stands before the end, in each of LANGUAGES.
    """

    size: PaperSize = PaperSize.A4
    left: int = 20
    right: int = 20
    top: int = 14
    bottom: int = 35
    colour: str = _DEFAULT_COLOUR
    logo: LogoPlace = LogoPlace.LEFT
    logo_height: int = 24
    language: str = ""
    hidden_columns: tuple[str, ...] = ()
    hidden_facts: tuple[str, ...] = ()
    details: bool = True
    fold_marks: bool = True
    head: tuple[str, str] = ("", "")
    foot: tuple[str, str] = ("", "")

    def check(self, kind: LayoutKind) -> None:
        """Whether it may be used for that kind of paper; raises a Refusal that says why not."""
        self._check_margins()
        if _COLOUR.fullmatch(self.colour) is None or contrast_tenths(self.colour) < _LEAST_CONTRAST:
            raise BadColourError(colour=self.colour[:20])
        for name in self.hidden_columns:
            if name not in OPTIONAL_COLUMNS[kind]:
                raise NeededColumnError(column=name)
        for name in self.hidden_facts:
            if name not in OPTIONAL_FACTS[kind]:
                raise MissingPartError(part=name)
        _check_texts((*self.head, *self.foot))

    def _check_margins(self) -> None:
        room = SIZES[self.size][0] - self.left - self.right
        least, most = _MARGIN
        sides = (self.left, self.right, self.top)
        if room < _LEAST_ROOM or min(sides) < least or max(sides) > most:
            raise MarginError(least=least, most=most, room=int(_LEAST_ROOM))
        if not _FOOT[0] <= self.bottom <= _FOOT[1]:
            raise FootMarginError(least=_FOOT[0], most=_FOOT[1])
        if not self.logo_height >= _LEAST_LOGO or self.top + self.logo_height > _HEAD:
            raise LogoHeightError(least=_LEAST_LOGO, most=_HEAD - self.top)

    def words(self, texts: tuple[str, str], language: str) -> str:
        """A text in the language of the letter; the other where that one is empty."""
        mine = LANGUAGES.index("de") if language.startswith("de") else 0
        return texts[mine] or texts[1 - mine]


Layout = ReceiptLayout | DocumentLayout


def default_layout(kind: LayoutKind) -> Layout:
    """What is used until a shop makes its own."""
    return ReceiptLayout() if kind is LayoutKind.RECEIPT else DocumentLayout()


def check_layout(kind: LayoutKind, layout: Layout) -> None:
    """Whether a layout may be used for that kind of paper; raises a Refusal that says why not."""
    if isinstance(layout, ReceiptLayout):
        layout.check()
    else:
        layout.check(kind)


def contrast_tenths(colour: str) -> int:
    """The contrast of "#rrggbb" with white paper, in tenths: 21.0 to 1 is 210 (WCAG 2.2, relative luminance).

    Reckoned in whole numbers: each channel's luminance is its square, which is near enough to say what cannot
    be read.
    """
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    # millionths of white
    luminance = (2126 * red * red + 7152 * green * green + 722 * blue * blue) * 100 // (255 * 255)
    return 10 * 1_050_000 // (luminance + 50_000)


def _check_texts(texts: tuple[str, ...]) -> None:
    if any(len(text) > _TEXT for text in texts):
        raise LongTextError(most=_TEXT)
