"""Labels as PDF, one to a page of the label's own size: for an office printer, and to look at."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from app.devices.label import Label, LabelCode, LabelRule, LabelText, is_ean13
from app.documents.fonts import BOLD, REGULAR, register_fonts
from app.documents.trade_sheet import INK, MM, plain, wrap

_MOST_PAGES: Final = 2000
_BASE: Final = 0.82  # where the base line of a line stands in its height
_LETTER: Final = 0.86  # of the height of a line: the size of its letters
_EAN_MODULES: Final = 113  # with its quiet zones
_WIDEST: Final = 0.33  # millimetres of a bar of an EAN-13
_BROADEST: Final = 0.5  # of a Code 128


def labels_pdf(labels: Sequence[Label]) -> bytes:
    """All labels with their copies; the same labels give the same bytes."""
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    out = BytesIO()
    canvas: Any = Canvas(out, pageCompression=1, invariant=1, initialFontName=REGULAR)
    canvas.setCreator("Takings")
    pages = [label for label in labels for _copy in range(max(label.copies, 1))][:_MOST_PAGES]
    for label in pages:
        canvas.setPageSize((label.width * MM, label.height * MM))
        draw_label(canvas, label)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def draw_label(canvas: Any, label: Label) -> None:
    """Draw a label with its lower left corner at the origin of a reportlab canvas."""
    canvas.setFillColor(INK)
    canvas.setStrokeColor(INK)
    for part in label.parts:
        _draw(canvas, label, part)


def _draw(canvas: Any, label: Label, part: LabelText | LabelCode | LabelRule) -> None:
    if isinstance(part, LabelText):
        _text(canvas, label, part)
    elif isinstance(part, LabelCode):
        _code(canvas, label, part)
    else:
        canvas.setLineWidth(0.6)
        y = (label.height - part.y) * MM
        canvas.line(part.x * MM, y, (part.x + part.width) * MM, y)


def _text(canvas: Any, label: Label, part: LabelText) -> None:
    size = part.height * MM * _LETTER
    canvas.setFont(BOLD if part.bold else REGULAR, size)
    for n, line in enumerate(wrap(part.text, width=part.width, size=size, bold=part.bold)[: part.lines]):
        y = label.height - part.y - part.height * (n + _BASE)
        canvas.drawString(part.x * MM, y * MM, line)


def _code(canvas: Any, label: Label, part: LabelCode) -> None:
    from reportlab.graphics.barcode.code128 import Code128
    from reportlab.graphics.barcode.eanbc import Ean13BarcodeWidget
    from reportlab.graphics.shapes import Drawing

    data = plain(part.data)
    y = (label.height - part.y - part.height) * MM
    if is_ean13(data):
        widget = Ean13BarcodeWidget(
            data, barHeight=part.height * MM, barWidth=min(part.width / 113, 0.33) * MM
        )
        drawing = Drawing()
        drawing.add(widget)
        drawing.drawOn(canvas, part.x * MM, y)
        return
    modules = Code128(data, barWidth=1, quiet=False).width
    Code128(
        data, barHeight=part.height * MM, barWidth=min(part.width / modules, _BROADEST) * MM,
        humanReadable=True, quiet=False, fontName=REGULAR, fontSize=8,
    ).drawOn(canvas, part.x * MM, y)  # fmt: skip
