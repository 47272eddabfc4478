"""A paper as plain text, for the screen, a file or a test."""

from __future__ import annotations

from app.devices.paper import Align, Barcode, Logo, Paper, QrCode
from drivers.printer.layout import Laid, Line, align, lay_out, wrap


def render_text(paper: Paper, columns: int = 42) -> str:
    """The paper in lines of at most so many columns; codes and pictures stand as words in brackets."""
    lines: list[str] = []
    for item in lay_out(paper, columns):
        lines += _lines(item, columns)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _lines(item: Laid, columns: int) -> list[str]:
    match item:
        case Line():
            return [_spread(item)]
        case Barcode():
            return _middle(f"[barcode {item.data}]", columns)
        case QrCode():
            return _middle(f"[qr {item.data}]", columns)
        case Logo():
            return _middle("[logo]", columns)


def _spread(line: Line) -> str:
    """A big line keeps its place: its indent counts double, its letters stay single."""
    if not line.big:
        return line.text
    words = line.text.strip(" ")
    indent = len(line.text) - len(line.text.lstrip(" "))
    slack = 2 * len(line.text.rstrip(" ")) - 2 * indent - len(words)
    return " " * (2 * indent + max(0, slack // 2)) + words


def _middle(text: str, columns: int) -> list[str]:
    return [align(part, columns, Align.CENTRE) for part in wrap(text, columns)]
