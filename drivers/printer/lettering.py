"""Lines of text as dots, for the picture of a paper and for letters that a printer does not have."""

from __future__ import annotations

import os
import sys
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from drivers.printer.layout import Line, width_of
from drivers.printer.scripts import shape

if TYPE_CHECKING:
    from PIL.Image import Image

_OURS: Final = Path(__file__).resolve().parents[2] / "resources" / "fonts"
_MONO: Final = _OURS / "DejaVuSansMono.ttf"
_MONO_BOLD: Final = _OURS / "DejaVuSansMono-Bold.ttf"
_SANS: Final = _OURS / "DejaVuSans.ttf"
# What systems have for Chinese, Japanese, Korean and Thai, the best first.
_SYSTEM: Final = (
    "NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "NotoSansSC-Regular.otf", "wqy-microhei.ttc",
    "wqy-zenhei.ttc", "DroidSansFallbackFull.ttf", "DroidSansFallback.ttf", "msyh.ttc", "simsun.ttc",
    "msgothic.ttc", "meiryo.ttc", "malgun.ttf", "PingFang.ttc", "Hiragino Sans GB.ttc",
    "AppleSDGothicNeo.ttc", "Arial Unicode.ttf", "unifont.ttf", "NotoSansThai-Regular.ttf", "Garuda.ttf",
    "Loma.ttf", "leelawui.ttf", "tahoma.ttf",
)  # fmt: skip
_LINE_ENDS: Final = ("Cc", "Cs", "Zl", "Zp")
_NO_WIDTH: Final = ("Cf", "Co", "Cn")
_LETTER_HEIGHT: Final = 24
_SIZE: Final = 20  # of the font in a cell of 12 dots
_CELL: Final = 12
_DROP: Final = 1
_NOTHING: Final = "\U0010fffd"


def drawable(text: str) -> str:
    """The text as it can be drawn: letters joined, a question mark where no font has the letter."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_drawable(char) for char in shape(unicodedata.normalize("NFC", text)))


def _drawable(char: str) -> str:
    category = unicodedata.category(char)
    if category in _LINE_ENDS:
        return " "
    if category in _NO_WIDTH:
        return ""
    return char if can_draw(char) else "?"


def can_draw(char: str) -> bool:
    """Whether one of the fonts has the character."""
    return char.isspace() or _font_of(char) is not None


def draw_line(line: Line, *, dots: int, cell: int, gap: int) -> Image:
    """A line in cells of equal width, so that columns stand under each other in any script.

    Args:
        line: from left to right, as `scripts.in_order` leaves it.
        dots: width of the picture.
        cell: width of a character of normal size.
        gap: dots below.
    """
    from PIL import Image as Images
    from PIL import ImageDraw

    scale = 2 if line.big else 1
    image = Images.new("1", (dots, _LETTER_HEIGHT * scale + gap), 1)
    draw = ImageDraw.Draw(image)
    size = min(_SIZE, _SIZE * cell // _CELL) * scale
    base = _DROP * scale + _font(_MONO, size).getmetrics()[0]
    column = 0
    for cluster in _clusters(line.text):
        width = width_of(cluster)
        if not cluster.isspace():
            _draw_cluster(
                draw,
                cluster,
                left=column * cell * scale,
                base=base,
                room=width * cell * scale,
                size=size,
                bold=line.bold,
            )
        column += width
    return image


def _draw_cluster(draw: Any, cluster: str, *, left: int, base: int, room: int, size: int, bold: bool) -> None:
    path = _font_of(cluster[0]) or _MONO
    is_ours = path == _MONO
    font = _font(_MONO_BOLD if is_ours and bold else path, size)
    length = font.getlength(cluster)
    if length > room + 1:
        font = _font(path, max(1, int(size * room / length)))
        length = font.getlength(cluster)
    x = left if is_ours else left + max(0, int(room - length) // 2)
    draw.text((x, base), cluster, font=font, fill=0, anchor="ls")
    if bold and not is_ours:  # these fonts are here in one weight: struck twice, a dot aside
        draw.text((x + 1, base), cluster, font=font, fill=0, anchor="ls")


def _clusters(text: str) -> list[str]:
    """Characters with the accents that stand on them."""
    clusters: list[str] = []
    for char in text:
        if clusters and not width_of(char):
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters


@lru_cache(maxsize=4096)
def _font_of(char: str) -> Path | None:
    for path in (_MONO, _SANS):
        if _has(path, char):
            return path
    return next((path for path in _system_fonts() if _has(path, char)), None)


def _has(path: Path, char: str) -> bool:
    """Whether a font has a character: what it lacks looks like what no font can have."""
    from PIL import ImageFont

    font = _font(path, _SIZE, layout=int(ImageFont.Layout.BASIC))
    return bytes(font.getmask(char, mode="1")) != bytes(font.getmask(_NOTHING, mode="1"))


@lru_cache(maxsize=32)
def _font(path: Path, size: int, *, layout: int | None = None) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(
        str(path), size, layout_engine=None if layout is None else ImageFont.Layout(layout)
    )


@lru_cache(maxsize=1)
def _system_fonts() -> tuple[Path, ...]:
    """The system's fonts for what ours lack; looked for once, when such a letter first comes."""
    found: dict[str, Path] = {}
    for folder in _folders():
        for where, _folders_in, names in os.walk(folder):
            for name in names:
                if name in _SYSTEM:
                    found.setdefault(name, Path(where) / name)
    return tuple(path for name in _SYSTEM if (path := found.get(name)) is not None and _opens(path))


def _folders() -> list[Path]:
    if sys.platform == "win32":
        return [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), Path.home() / "Library/Fonts"]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"]


def _opens(path: Path) -> bool:
    try:
        _font(path, _SIZE)
    except OSError:
        return False
    return True
