"""A paper as plain text, for the screen, a file or a test."""

from __future__ import annotations

from dataclasses import replace

from app.devices.paper import Align, Barcode, Block, Columns, Logo, Paper, QrCode, TextLine
from drivers.printer.layout import Laid, Line, align, lay_out, wrap


def render_text(paper: Paper, columns: int = 42) -> str:
    """The paper in lines of at most so many columns; codes and pictures stand as words in brackets."""
    lines: list[str] = []
    plain = replace(paper, blocks=tuple(_plain(block) for block in paper.blocks))
    for item in lay_out(plain, columns):
        lines += _lines(item, columns)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _lines(item: Laid, columns: int) -> list[str]:
    match item:
        case Line():
            return [item.text]
        case Barcode():
            return _middle(f"[barcode {item.data}]", columns)
        case QrCode():
            return _middle(f"[qr {item.data}]", columns)
        case Logo():
            return _middle("[logo]", columns)


def _plain(block: Block) -> Block:
    """Text has one size: what is big on paper is laid out as the rest."""
    return replace(block, big=False) if isinstance(block, (TextLine, Columns)) else block


def _middle(text: str, columns: int) -> list[str]:
    return [align(part, columns, Align.CENTRE) for part in wrap(text, columns)]
