"""A paper as a picture, dot for dot as a thermal printer of 203 dpi would burn it."""

from __future__ import annotations

import io
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.devices.paper import Align, Barcode, Logo, Paper, QrCode
from drivers.printer.layout import Laid, Line, align, lay_out, width_of
from drivers.printer.pictures import code128_image, logo_image, qr_image

if TYPE_CHECKING:
    from PIL.Image import Image

_FONTS: Final = Path(__file__).resolve().parents[2] / "resources" / "fonts"
_CELL: Final = (12, 24)  # dots of a character
_MARGIN: Final = 24
_LINE_GAP: Final = 4
_CODE_GAP: Final = 12
_TEXT_DROP: Final = 1


def render_png(paper: Paper, columns: int = 42) -> bytes:
    """The paper as a PNG of one bit a dot, with barcodes and QR codes that can be scanned."""
    from PIL import Image as Images

    dots = columns * _CELL[0]
    strips = [_strip(item, columns) for item in lay_out(paper, columns, tidy=_tidy)]
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
    dots = columns * _CELL[0]
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

    dots = columns * _CELL[0]
    text = _text(Line(align(_tidy(caption)[:columns], columns, Align.CENTRE)), dots)
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
    """A line in cells of equal width, so that columns stand under each other in any script."""
    from PIL import Image as Images
    from PIL import ImageDraw

    scale = 2 if line.big else 1
    width, height = _CELL[0] * scale, _CELL[1] * scale
    image = Images.new("1", (dots, height + _LINE_GAP), 1)
    draw = ImageDraw.Draw(image)
    font = _font(bold=line.bold, size=20 * scale)
    column = 0
    for cluster in _clusters(line.text):
        if cluster != " ":
            draw.text((column * width, _TEXT_DROP * scale), cluster, font=font, fill=0)
        column += width_of(cluster)
    return image


def _clusters(text: str) -> list[str]:
    """Characters with the accents that stand on them."""
    clusters: list[str] = []
    for char in text:
        if clusters and not width_of(char):
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters


def _tidy(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(" " if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} else c for c in composed)


@lru_cache(maxsize=4)
def _font(*, bold: bool, size: int) -> Any:
    from PIL import ImageFont

    name = "DejaVuSansMono-Bold.ttf" if bold else "DejaVuSansMono.ttf"
    return ImageFont.truetype(str(_FONTS / name), size)
