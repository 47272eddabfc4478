"""A paper as the bytes of an ESC/POS printer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from app.devices.paper import Align, Barcode, Logo, Paper, QrCode
from drivers.printer.code_pages import CodePages
from drivers.printer.escpos_library import new_formatter
from drivers.printer.layout import Laid, Line, align, lay_out, width_of, wrap
from drivers.printer.lettering import draw_line, drawable
from drivers.printer.pictures import (
    code128_image,
    code128_text,
    logo_image,
    module_dots,
    qr_image,
    qr_size,
)
from drivers.printer.scripts import in_order

if TYPE_CHECKING:
    from PIL.Image import Image

LETTERS: Final = ("auto", "printer", "picture")
CUTS: Final = ("part", "full", "none")
DOTS: Final = {32: 384, 42: 512, 48: 576}
_SELECT_PRINTER: Final = b"\x1b\x3d\x01"  # else a display behind it keeps what is meant for the paper
_NO_KANJI: Final = b"\x1c\x2e"
_CODE_PAGE: Final = b"\x1bt"
_FEED_BEFORE_CUT: Final = 6
_BAND: Final = 128  # rows of a picture sent at once: more jams some printers
_ERROR_LEVEL_M: Final = 1
_LINE_GAP: Final = 6  # under a letter of 24 dots: a line is 30 dots high
_BIG_GAP: Final = 0
_LONGEST_CODE: Final = 80


@dataclass(frozen=True, slots=True)
class EscposFormat:
    """What a model of printer can do.

    Attributes:
        columns: characters on a line.
        dots: dots on a line; by default as usual for the columns.
        pages: its code pages.
        cut: "part", "full" or "none".
        letters: "auto" draws the lines with letters that are on none of its pages, "printer" prints a
            question mark for those, "picture" draws every line.
        codes_as_pictures: barcodes and QR codes drawn here, for printers that cannot.
        kanji_off: for printers of Chinese make that take two letters for one.
    """

    columns: int = 42
    dots: int = 0
    pages: CodePages = field(default_factory=CodePages)
    cut: str = "part"
    letters: str = "auto"
    codes_as_pictures: bool = False
    kanji_off: bool = False

    def job(self, paper: Paper) -> bytes:
        """Everything from the reset to the cut."""
        writer = _Writer(self)
        writer.begin()
        for item in lay_out(paper, self.columns, tidy=self.tidy, order=in_order):
            writer.put(item)
        writer.end()
        return bytes(writer.formatter.output)

    def tidy(self, text: str) -> str:
        """The text as it comes out: in letters of the printer where it has them, else in drawn ones."""
        if self.letters == "printer" or (text.isascii() and text.isprintable() and self.letters == "auto"):
            return self.pages.tidy(text)
        drawn = drawable(text)
        if self.letters == "picture" or any(self.pages.lacks(char) for char in drawn):
            return drawn
        return self.pages.tidy(text)

    def is_drawn(self, text: str) -> bool:
        """Whether a tidy line goes to the printer as a picture."""
        return self.letters == "picture" or not self.pages.covers(text)

    def recover(self) -> bytes:
        """Frees a printer that was left in the middle of a paper: what hangs out is cut off."""
        writer = _Writer(self)
        writer.begin()
        writer.end()
        return bytes(writer.formatter.output)

    @property
    def width_dots(self) -> int:
        """Dots on a line, a multiple of eight."""
        dots = self.dots or DOTS.get(self.columns, self.columns * 12)
        return dots // 8 * 8


class _Writer:
    """Writes one job; keeps what the printer was told, so that nothing is told twice."""

    def __init__(self, form: EscposFormat) -> None:
        self.form = form
        self.formatter: Any = new_formatter()
        self._style = (False, False)
        self._page: int | None = None

    def begin(self) -> None:
        self.formatter._raw(_SELECT_PRINTER)  # noqa: SLF001 - python-escpos has no other door for bytes
        self.formatter.hw("INIT")
        if self.form.kanji_off:
            self.formatter._raw(_NO_KANJI)  # noqa: SLF001

    def end(self) -> None:
        self._set(bold=False, big=False)
        if self.form.cut == "none":
            self.formatter.print_and_feed(_FEED_BEFORE_CUT)
        else:
            self.formatter.cut(mode=self.form.cut.upper())

    def put(self, item: Laid) -> None:
        match item:
            case Line():
                self._line(item)
            case Barcode():
                self._barcode(item.data)
            case QrCode():
                self._qr(item.data)
            case Logo():
                picture = logo_image(item.png, self.form.width_dots)
                if picture is not None:
                    self._picture(picture)

    def _line(self, line: Line) -> None:
        text = line.text.rstrip(" ")
        if text and self.form.is_drawn(text):
            self._drawn(replace(line, text=text))
            return
        if text:
            self._set(bold=line.bold, big=line.big)
            self._text(text)
        self.formatter._raw(b"\n")  # noqa: SLF001

    def _drawn(self, line: Line) -> None:
        """A line as a picture that feeds the paper by itself, as high as a line of the printer's letters."""
        cell = self.form.width_dots // self.form.columns
        used = width_of(line.text) * cell * (2 if line.big else 1)
        dots = min(self.form.width_dots, -(-used // 8) * 8)
        self._picture(draw_line(line, dots=dots, cell=cell, gap=_BIG_GAP if line.big else _LINE_GAP))

    def _text(self, text: str) -> None:
        for page, data in self.form.pages.encode(text):
            if page is not None and page != self._page:
                self.formatter._raw(_CODE_PAGE + bytes([page]))  # noqa: SLF001
                self._page = page
            self.formatter._raw(data)  # noqa: SLF001

    def _set(self, *, bold: bool, big: bool) -> None:
        if (bold, big) == self._style:
            return
        self._style = (bold, big)
        size = 2 if big else 1
        self.formatter.set(bold=bold, custom_size=True, width=size, height=size)

    def _barcode(self, data: str) -> None:
        text = code128_text(data)
        size = module_dots(11 * len(text) + 35, self.form.width_dots)
        if self.form.codes_as_pictures or not size:
            self._code_picture(code128_image(data, self.form.width_dots) if text else None, data)
            return
        if not text or len(text) > _LONGEST_CODE:
            self._middle(data)
            return
        # set B only: "{" is its mark, a brace in the text is written twice
        content = b"{B" + text.replace("{", "{{").encode("ascii")
        self._set(bold=False, big=False)
        self.formatter.set(align="center")
        self.formatter._raw(  # noqa: SLF001 - barcode() writes to the screen
            b"\x1dh\x48" + b"\x1dw" + bytes([size]) + b"\x1dH\x02" + b"\x1df\x00"
            b"\x1dk\x49" + bytes([len(content)]) + content
        )  # fmt: skip
        self.formatter.set(align="left")

    def _qr(self, data: str) -> None:
        content = self._clean(data)
        size = qr_size(content, self.form.width_dots)
        if self.form.codes_as_pictures or not size:
            self._code_picture(qr_image(content, self.form.width_dots), content)
            return
        self._set(bold=False, big=False)
        self.formatter._raw(b"\n")  # noqa: SLF001 - the white edge that cameras need
        self.formatter.set(align="center")
        self.formatter.qr(content, ec=_ERROR_LEVEL_M, size=size, native=True)
        self.formatter.set(align="left")
        self.formatter._raw(b"\n")  # noqa: SLF001

    @staticmethod
    def _clean(data: str) -> str:
        return "".join(char for char in data if char.isprintable())

    def _code_picture(self, picture: Image | None, caption: str) -> None:
        if picture is not None:
            self._picture(picture)
        self._middle(caption)

    def _middle(self, text: str) -> None:
        for part in wrap(self.form.tidy(text), self.form.columns):
            self._line(Line(align(in_order(part, text), self.form.columns, Align.CENTRE)))

    def _picture(self, picture: Image) -> None:
        self._set(bold=False, big=False)
        self.formatter.image(picture, impl="bitImageRaster", fragment_height=_BAND)
