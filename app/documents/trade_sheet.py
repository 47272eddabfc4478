"""Sheets of paper for a business letter: a pen with wrapped text, and breaks from page to page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any, Final

from app.documents.fonts import BOLD, REGULAR, register_fonts

MM: Final = 72 / 25.4
INK: Final = "#17202c"
MUTED: Final = "#5d6877"
LINE: Final = "#cfd6df"
TINT: Final = "#f1f4f8"
_NARROW: Final = 160.0  # millimetres of text on a line


@dataclass(frozen=True, slots=True)
class Style:
    """The sheet a letter is drawn on; millimetres from its left and upper edge.

    Attributes:
        bottom: where the text ends; the foot follows.
        colour: of titles.
        logo: "left", "right" or "none".
        folds: marks where to fold it for the window of an envelope.
    """

    width: float = 210.0
    height: float = 297.0
    left: float = 20.0
    right: float = 190.0
    top: float = 14.0
    bottom: float = 262.0
    colour: str = "#1f4e79"
    logo: str = "left"
    logo_height: float = 24.0
    folds: bool = True

    @property
    def narrow(self) -> bool:
        """Too narrow for two things side by side, as A5 is."""
        return self.right - self.left < _NARROW


A4: Final = Style()


def plain(text: str) -> str:
    """Without what no printer prints: control characters become blanks."""
    return "".join(c if c.isprintable() else " " for c in text)


def wrap(text: str, *, width: float, size: float, bold: bool = False) -> list[str]:
    """The text in lines of at most so many millimetres; a word that is longer is cut."""
    return list(_wrap(text, width, size, bold))


@lru_cache(maxsize=8192)
def _wrap(text: str, width: float, size: float, bold: bool) -> tuple[str, ...]:  # noqa: FBT001 - of a cache
    from reportlab.pdfbase.pdfmetrics import stringWidth

    font, room = BOLD if bold else REGULAR, width * MM
    lines: list[str] = []
    current = ""
    for word in plain(text).split():
        tried = f"{current} {word}" if current else word
        if stringWidth(tried, font, size) <= room:
            current = tried
            continue
        if current:
            lines.append(current)
        current = word
        while stringWidth(current, font, size) > room and len(current) > 1:
            cut = _cut(current, font, size, room)
            lines.append(current[:cut])
            current = current[cut:]
    return tuple([*lines, current] if current or not lines else lines)


@lru_cache(maxsize=32)
def _colour(code: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(code)


def fitted(text: str, *, width: float, size: float, bold: bool = False) -> float:
    """The size at which the text goes into one line of so many millimetres, at most the given one."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    needed = stringWidth(plain(text), BOLD if bold else REGULAR, size)
    return size if needed <= width * MM else size * width * MM / needed


def _cut(word: str, font: str, size: float, room: float) -> int:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if stringWidth(word[:middle], font, size) <= room:
            low = middle
        else:
            high = middle - 1
    return low


class Sheet:
    """Pages, measured in millimetres from the left and from the top."""

    def __init__(
        self, *, title: str, author: str, language: str, blank: bool = False, style: Style = A4
    ) -> None:
        from reportlab.pdfgen.canvas import Canvas

        register_fonts()
        self._out = BytesIO()
        # invariant: the same document gives the same bytes, whenever it is drawn
        self.canvas: Any = Canvas(
            self._out, pagesize=(style.width * MM, style.height * MM), pageCompression=1, invariant=1,
            initialFontName=REGULAR, lang=language,
        )  # fmt: skip
        self.canvas.setTitle(plain(title))
        self.canvas.setAuthor(plain(author))
        self.canvas.setCreator("Takings")
        self.page = 1
        self._style = style
        self._blank = blank  # a pass that only counts the pages

    def text(
        self, x: float, y: float, words: str, *, size: float = 9, bold: bool = False, colour: str = INK,
        right: bool = False, centre: bool = False,
    ) -> None:  # fmt: skip
        """One line; y is its base line, x its left, right or middle."""
        if self._blank:
            return
        self.canvas.setFillColor(_colour(colour))
        self.canvas.setFont(BOLD if bold else REGULAR, size)
        draw = self.canvas.drawString
        if right or centre:
            draw = self.canvas.drawRightString if right else self.canvas.drawCentredString
        draw(x * MM, (self._style.height - y) * MM, plain(words))

    def lines(
        self, x: float, y: float, lines: Sequence[str], *, leading: float, size: float = 9,
        bold: bool = False, colour: str = INK,
    ) -> float:  # fmt: skip
        """Several lines; returns the base line that follows."""
        for line in lines:
            self.text(x, y, line, size=size, bold=bold, colour=colour)
            y += leading
        return y

    def rule(
        self, y: float, *, left: float | None = None, right: float | None = None, colour: str = LINE,
        weight: float = 0.5,
    ) -> None:  # fmt: skip
        """A line across."""
        if self._blank:
            return
        self.canvas.setStrokeColor(_colour(colour))
        self.canvas.setLineWidth(weight)
        start, end = self._style.left if left is None else left, self._style.right if right is None else right
        height = (self._style.height - y) * MM
        self.canvas.line(start * MM, height, end * MM, height)

    def box(self, x: float, y: float, width: float, height: float, *, fill: str = "", edge: str = "") -> None:
        """A rectangle; y is its upper edge."""
        if self._blank:
            return
        if fill:
            self.canvas.setFillColor(_colour(fill))
        if edge:
            self.canvas.setStrokeColor(_colour(edge))
            self.canvas.setLineWidth(0.5)
        self.canvas.rect(
            x * MM,
            (self._style.height - y - height) * MM,
            width * MM,
            height * MM,
            stroke=bool(edge),
            fill=bool(fill),
        )

    def picture(
        self, content: bytes, x: float, y: float, width: float, height: float, *, right: bool = False
    ) -> None:
        """A picture as big as fits into the box, at its upper left or right corner."""
        if self._blank:
            return
        from reportlab.lib.utils import ImageReader

        reader = ImageReader(BytesIO(content))
        wide, high = reader.getSize()
        scale = min(width / wide, height / high)
        x += width - wide * scale if right else 0
        self.canvas.drawImage(
            reader,
            x * MM,
            (self._style.height - y - high * scale) * MM,
            wide * scale * MM,
            high * scale * MM,
            mask="auto",
        )

    def modules(self, matrix: Sequence[Sequence[bool]], x: float, y: float, side: float) -> None:
        """A QR code as squares, side millimetres wide."""
        if self._blank:
            return
        from reportlab.lib.colors import black

        step = side / len(matrix)
        path = self.canvas.beginPath()
        for i, row in enumerate(matrix):
            start = None
            for j, dark in enumerate([*row, False]):
                if dark and start is None:
                    start = j
                elif not dark and start is not None:
                    top = self._style.height - y - (i + 1) * step
                    path.rect((x + start * step) * MM, top * MM, (j - start) * step * MM, step * MM)
                    start = None
        self.canvas.setFillColor(black)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def watermark(self, words: str) -> None:
        """Pale words across the page."""
        if self._blank:
            return
        from reportlab.lib.colors import Color
        from reportlab.pdfbase.pdfmetrics import stringWidth

        size = min(64.0, 64.0 * 200 * MM / stringWidth(words, BOLD, 64))
        self.canvas.saveState()
        self.canvas.setFillColor(Color(0.75, 0.1, 0.1, alpha=0.13))
        self.canvas.setFont(BOLD, size)
        self.canvas.translate(self._style.width / 2 * MM, self._style.height / 2 * MM)
        self.canvas.rotate(50)
        self.canvas.drawCentredString(0, 0, words)
        self.canvas.restoreState()

    def upright(self, x: float, top: float, bottom: float, *, colour: str = LINE) -> None:
        """A line down."""
        if self._blank:
            return
        self.canvas.setStrokeColor(_colour(colour))
        self.canvas.setLineWidth(0.5)
        height = self._style.height
        self.canvas.line(x * MM, (height - top) * MM, x * MM, (height - bottom) * MM)

    def corners(self, x: float, y: float, width: float, height: float, *, length: float = 3) -> None:
        """The four corners of a field that is filled in by hand."""
        for edge, away in ((x, length), (x + width, -length)):
            for base, down in ((y, length), (y + height, -length)):
                self.rule(base, left=edge, right=edge + away, colour=INK)
                self.upright(edge, base, base + down, colour=INK)

    def turn(self, style: Style | None = None) -> None:
        """The next page, on another sheet where one is given."""
        if not self._blank:
            self.canvas.showPage()
        self.page += 1
        if style is not None:
            self._style = style
            self.canvas.setPageSize((style.width * MM, style.height * MM))

    def bytes(self) -> bytes:
        """The file."""
        self.canvas.showPage()
        self.canvas.save()
        return self._out.getvalue()
