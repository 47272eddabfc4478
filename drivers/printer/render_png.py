"""A paper as a picture, dot for dot as a thermal printer of 203 dpi would burn it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from app.devices.paper import Align, Barcode, Logo, Paper, QrCode
from drivers.printer.layout import Laid, Line, align, lay_out
from drivers.printer.lettering import draw_line, drawable
from drivers.printer.pictures import code128_image, logo_image, qr_image
from drivers.printer.scripts import in_order

if TYPE_CHECKING:
    from PIL.Image import Image

_CELL: Final = 12  # dots of a character
_MARGIN: Final = 24
_LINE_GAP: Final = 4
_CODE_GAP: Final = 12


def render_png(paper: Paper, columns: int = 42) -> bytes:
    """The paper as a PNG of one bit a dot, with barcodes and QR codes that can be scanned."""
    from PIL import Image as Images

    dots = columns * _CELL
    strips = [_strip(item, columns) for item in lay_out(paper, columns, tidy=drawable, order=in_order)]
    height = sum(strip.height for strip in strips) + 2 * _MARGIN
    sheet = Images.new("1", (dots + 2 * _MARGIN, height), 1)
    top = _MARGIN
    for strip in strips:
        sheet.paste(strip, (_MARGIN, top))
        top += strip.height
    buffer = io.BytesIO()
    sheet.save(buffer, "PNG", optimize=True, dpi=(203, 203))
    return buffer.getvalue()


def _strip(item: Laid, columns: int) -> Image:
    dots = columns * _CELL
    match item:
        case Line():
            return _text(item, dots)
        case Barcode():
            return _with_caption(code128_image(item.data, dots), item.data, columns)
        case QrCode():
            picture = qr_image(item.data, dots)
            return _spaced(picture) if picture else _with_caption(None, item.data, columns)
        case Logo():
            picture = logo_image(item.png, dots)
            return _spaced(picture) if picture else _text(Line(""), dots)


def _with_caption(picture: Image | None, caption: str, columns: int) -> Image:
    from PIL import Image as Images

    dots = columns * _CELL
    text = _text(Line(align(drawable(caption)[:columns], columns, Align.CENTRE)), dots)
    if picture is None:
        return text
    sheet = Images.new("1", (dots, _CODE_GAP + picture.height + text.height + _CODE_GAP), 1)
    sheet.paste(picture, (0, _CODE_GAP))
    sheet.paste(text, (0, _CODE_GAP + picture.height + _LINE_GAP))
    return sheet


def _spaced(picture: Image) -> Image:
    from PIL import Image as Images

    sheet = Images.new("1", (picture.width, picture.height + 2 * _CODE_GAP), 1)
    sheet.paste(picture, (0, _CODE_GAP))
    return sheet


def _text(line: Line, dots: int) -> Image:
    return draw_line(line, dots=dots, cell=_CELL, gap=_LINE_GAP)
