"""A table of a screen as PDF: heads on every page, figures to the right, page x of y."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape

from app.documents.fonts import BOLD, REGULAR, register_fonts
from app.documents.shift_pdf import PAGE_MARGIN, numbered_canvas

_UPRIGHT: Final = 5  # columns that an upright page holds; more lie across
_LEAST, _MOST = 6, 40  # letters that a column is reckoned with


def table_pdf(
    title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, figures: frozenset[int],
    author: str, language: str,
) -> bytes:  # fmt: skip
    """Heads and rows of ready texts as A4 pages; `figures` are the columns that stand to the right."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.platypus import LongTable, SimpleDocTemplate, Spacer

    register_fonts()
    size = A4 if len(heads) <= _UPRIGHT else landscape(A4)
    out = BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=size, leftMargin=PAGE_MARGIN, rightMargin=PAGE_MARGIN, topMargin=PAGE_MARGIN,
        bottomMargin=PAGE_MARGIN, title=title, author=author, lang=language,
    )  # fmt: skip
    left, right = (_style(REGULAR, 9, alignment=a) for a in (0, 2))
    cells = [_cells(heads, figures, *(_style(BOLD, 9, alignment=a) for a in (0, 2)))]
    cells.extend(_cells(row, figures, left, right) for row in rows)
    grid = LongTable(cells, colWidths=_widths(heads, rows, size[0] - 2 * PAGE_MARGIN), repeatRows=1)
    grid.setStyle([
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, 0), 1, "#7b8798"),
        ("LINEBELOW", (0, 1), (-1, -1), 1, "#e3e7ed"), ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3), ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ])  # fmt: skip
    story = [_paragraph(author, left), _paragraph(title, _style(BOLD, 15)), Spacer(1, 10), grid]
    document.build(story, canvasmaker=numbered_canvas(language))
    return out.getvalue()


def _style(font: str, size: int, *, alignment: int = 0) -> Any:
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle("cell", fontName=font, fontSize=size, leading=size + 3, alignment=alignment)


def _paragraph(value: str, style: Any) -> Any:
    """A text that wraps; never markup from data (as in `shift_pdf`)."""
    from reportlab.platypus import Paragraph

    return Paragraph(escape(value), style)


def _cells(row: Sequence[str], figures: frozenset[int], left: Any, right: Any) -> list[Any]:
    return [_paragraph(cell, right if place in figures else left) for place, cell in enumerate(row)]


def _widths(heads: Sequence[str], rows: Sequence[Sequence[str]], width: float) -> list[float]:
    """The page shared out by the longest text of each column, in points."""
    longest = [
        max(_LEAST, min(_MOST, max(len(line[place]) for line in (heads, *rows))))
        for place in range(len(heads))
    ]
    return [width * letters / sum(longest) for letters in longest]
