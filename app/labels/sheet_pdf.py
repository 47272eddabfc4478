"""Labels on sheets of A4."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from app.devices.label import Label
from app.documents.fonts import REGULAR, register_fonts
from app.documents.label_pdf import draw_label
from app.documents.trade_sheet import MM
from app.labels.rules import PAPER, Grid

_MOST: Final = 5000


def sheet_pdf(labels: Sequence[Label], *, grid: Grid, first: int = 1) -> bytes:
    """All labels with their copies, row by row; the same labels give the same bytes.

    Args:
        labels: of the size of the grid.
        grid: the sheet.
        first: the place of the first label on a sheet that is begun, from 1.
    """
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    out = BytesIO()
    canvas: Any = Canvas(
        out, pagesize=(PAPER[0] * MM, PAPER[1] * MM), pageCompression=1, invariant=1, initialFontName=REGULAR
    )
    canvas.setCreator("Takings")
    all_of_them = [label for label in labels for _copy in range(max(label.copies, 1))][:_MOST]
    start = min(max(first, 1), grid.count) - 1
    for n, label in enumerate(all_of_them, start=start):
        page, place = divmod(n, grid.count)
        if page and not place:
            canvas.showPage()
        row, column = divmod(place, grid.columns)
        x = grid.left + column * (grid.width + grid.gap)
        y = PAPER[1] - grid.top - (row + 1) * grid.height
        canvas.saveState()
        canvas.translate(x * MM, y * MM)
        draw_label(canvas, label)
        canvas.restoreState()
    canvas.showPage()
    canvas.save()
    return out.getvalue()
