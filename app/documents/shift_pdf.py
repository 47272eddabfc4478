"""X and Z reports as PDF, A4; the same figures as on the receipt printer."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from app.devices.paper import (
    Align,
    Barcode,
    Block,
    Columns,
    Feed,
    Logo,
    Paper,
    QrCode,
    Rule,
    Table,
    TextLine,
)
from app.documents.fonts import BOLD, REGULAR, register_fonts
from app.documents.payment_qr import qr_matrix
from app.documents.shift_paper import shift_paper
from app.documents.texts import text
from app.organisation.queries import Company
from app.till.shift_report import ShiftReport

PAGE_MARGIN = 48  # points
_LOGO_WIDTH, _LOGO_HEIGHT = 200, 90
_QR_SIDE = 90


def shift_pdf(report: ShiftReport, company: Company, *, is_copy: bool = False) -> bytes:
    """The report as PDF bytes: page x of y, bookmarked by its title.

    Built from the same blocks as the printed report, so that the two cannot differ.
    """
    return paper_pdf(shift_paper(report, company, is_copy=is_copy), company)


def paper_pdf(paper: Paper, company: Company) -> bytes:
    """Any paper of the receipt printer on A4: a report for the books, a receipt for the mail."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import SimpleDocTemplate

    register_fonts()
    width = A4[0] - 2 * PAGE_MARGIN
    out = BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=PAGE_MARGIN, rightMargin=PAGE_MARGIN, topMargin=PAGE_MARGIN,
        bottomMargin=PAGE_MARGIN, title=paper.title, author=company.name, lang=company.language,
    )  # fmt: skip
    story: list[Any] = []
    for block in paper.blocks:
        story.extend(_flowables(block, width))
    document.build(story, canvasmaker=numbered_canvas(company.language))
    return out.getvalue()


def _flowables(block: Block, width: float) -> list[Any]:
    if isinstance(block, TextLine):
        return [_paragraph(block.text, align=block.align, bold=block.bold, big=block.big)]
    if isinstance(block, Columns):
        left = _paragraph(block.left, bold=block.bold)
        right = _paragraph(block.right, align=Align.RIGHT, bold=block.bold)
        return [_grid([[left, right]], [width * 0.68, width * 0.32])]
    if isinstance(block, Table):
        total = sum(abs(w) for w in block.widths)
        cells = [
            _paragraph(cell, align=Align.RIGHT if w < 0 else Align.LEFT, bold=block.bold)
            for cell, w in zip(block.cells, block.widths, strict=True)
        ]
        return [_grid([cells], [width * abs(w) / total for w in block.widths])]
    return _marks(block)


def _marks(block: Block) -> list[Any]:
    from reportlab.lib import colors
    from reportlab.platypus import HRFlowable, Spacer

    if isinstance(block, Rule):
        return [
            HRFlowable(
                width="100%", thickness=0.6, color=colors.HexColor("#7b8798"), spaceBefore=6, spaceAfter=6
            )
        ]
    if isinstance(block, Feed):
        return [Spacer(1, 12 * block.lines)]
    if isinstance(block, Barcode):
        return [Spacer(1, 8), _barcode(block.data)]
    return [Spacer(1, 8), found] if (found := _picture(block)) is not None else []


def _picture(block: Block) -> Any:
    """A logo or a QR code in the middle; None for what is no picture, or holds too much for one."""
    from reportlab.lib.utils import ImageReader
    from reportlab.platypus import Image

    if isinstance(block, Logo):
        width, height = ImageReader(BytesIO(block.png)).getSize()
        shrink = min(1.0, _LOGO_WIDTH / width, _LOGO_HEIGHT / height)
        return Image(BytesIO(block.png), width * shrink, height * shrink)
    if not isinstance(block, QrCode):
        return None
    matrix = qr_matrix(block.data)
    if matrix is None:
        return None
    from reportlab.graphics.shapes import Drawing, Rect
    from reportlab.lib.colors import black

    step = _QR_SIDE / len(matrix)
    drawing = Drawing(_QR_SIDE, _QR_SIDE, hAlign="CENTER")
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                place = (x * step, _QR_SIDE - (y + 1) * step)
                drawing.add(Rect(*place, step, step, strokeWidth=0, strokeColor=None, fillColor=black))
    return drawing


def _paragraph(value: str, *, align: Align = Align.LEFT, bold: bool = False, big: bool = False) -> Any:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    style = ParagraphStyle(
        "line",
        fontName=BOLD if bold else REGULAR,
        fontSize=16 if big else 10,
        leading=20 if big else 14,
        alignment={Align.LEFT: 0, Align.CENTRE: 1, Align.RIGHT: 2}[align],
    )
    # never markup from data: reportlab would follow an <img src="file:..."> (design/reliability.md 4.4)
    return Paragraph(escape(value), style)


def _grid(rows: list[list[Any]], widths: Sequence[float]) -> Any:
    from reportlab.platypus import Table as PdfTable

    table = PdfTable(rows, colWidths=list(widths))
    table.setStyle([("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
                    ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)])  # fmt: skip
    return table


def _barcode(data: str) -> Any:
    from reportlab.graphics.barcode.code128 import Code128

    return Code128(data, barHeight=28, barWidth=1.0, humanReadable=True)


def numbered_canvas(language: str) -> Any:
    """A class of canvas that writes "page x of y" at the foot of each page, in a language."""
    from reportlab.pdfgen.canvas import Canvas

    class NumberedCanvas(Canvas):  # type: ignore[misc]
        """Writes "page x of y" once the number of pages is known."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._pages: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - reportlab's name
            """Keep the page until the end."""
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            """Number the pages and write the file."""
            for number, state in enumerate(self._pages, start=1):
                self.__dict__.update(state)
                self.setFont(REGULAR, 8)
                label = text("page", language).format(page=number, pages=len(self._pages))
                self.drawRightString(self._pagesize[0] - PAGE_MARGIN, PAGE_MARGIN / 2, label)
                super().showPage()
            super().save()

    return NumberedCanvas
