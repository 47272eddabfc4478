"""Barcodes, QR codes and logos as black dots on white, as wide as the paper."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image

_log = logging.getLogger(__name__)
_QUIET: Final = 10  # white modules on each side of a Code 128
_QR_QUIET: Final = 4
_BAR_HEIGHT: Final = 72
_MOST_DOTS: Final = 4_000_000  # of a logo: more is no logo but an attack on the memory
_LOGO_HEIGHT: Final = 480


def code128_text(data: str) -> str:
    """What of a text goes into our barcodes: printable ASCII."""
    return "".join(char for char in data if " " <= char <= "~")


def code128_modules(data: str) -> str:
    """The bars of a Code 128 as ones and zeros, empty for a text without a printable character."""
    text = code128_text(data)
    if not text:
        return ""
    from barcode.codex import Code128

    return str(Code128(text).build()[0])


def module_dots(modules: int, dots: int) -> int:
    """How many dots wide a bar may be; 0: the code is too long to be readable on this paper."""
    for size in (3, 2):
        if (modules + 2 * _QUIET) * size <= dots:
            return size
    return 0


def code128_image(data: str, dots: int) -> Image | None:
    """A Code 128 in the middle of the paper, or None when it does not fit."""
    from PIL import Image as Images
    from PIL import ImageDraw

    modules = code128_modules(data)
    size = module_dots(len(modules), dots)
    if not modules or not size:
        return None
    image = Images.new("1", (dots, _BAR_HEIGHT), 1)
    draw = ImageDraw.Draw(image)
    left = (dots - len(modules) * size) // 2
    for index, module in enumerate(modules):
        if module == "1":
            x = left + index * size
            draw.rectangle((x, 0, x + size - 1, _BAR_HEIGHT), fill=0)
    return image


def qr_size(data: str, dots: int, *, most: int = 6) -> int:
    """Dots for each module of a QR code; 0: too much text for this paper."""
    import segno

    if not data:
        return 0
    try:
        modules = int(segno.make_qr(data, error="m").symbol_size(border=_QR_QUIET)[0])
    except ValueError:
        return 0
    size = min(most, dots // modules)
    return size if size >= 2 else 0  # noqa: PLR2004 - a single dot is read by no camera


def qr_image(data: str, dots: int) -> Image | None:
    """A QR code in the middle of the paper, or None when it does not fit."""
    import segno
    from PIL import Image as Images

    size = qr_size(data, dots)
    if not size:
        return None
    buffer = io.BytesIO()
    segno.make_qr(data, error="m").save(buffer, kind="png", scale=size, border=_QR_QUIET)
    return _centred(Images.open(buffer).convert("1"), dots)


def logo_image(png: bytes, dots: int) -> Image | None:
    """A logo, made smaller when it is wider than the paper; None when it is no picture."""
    from PIL import Image as Images

    try:
        with Images.open(io.BytesIO(png), formats=("PNG",)) as opened:
            if opened.width * opened.height > _MOST_DOTS:
                _log.warning("logo of %s x %s dots is left out", opened.width, opened.height)
                return None
            picture = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError) as error:
        _log.warning("logo cannot be read: %s", error)
        return None
    paper = Images.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture)
    grey = paper.convert("L")
    shrink = min(1.0, dots / grey.width, _LOGO_HEIGHT / grey.height)
    if shrink < 1:
        grey = grey.resize((max(1, int(grey.width * shrink)), max(1, int(grey.height * shrink))))
    return _centred(grey.convert("1"), dots)


def _centred(picture: Image, dots: int) -> Image:
    from PIL import Image as Images

    paper = Images.new("1", (dots, picture.height), 1)
    paper.paste(picture, ((dots - picture.width) // 2, 0))
    return paper
