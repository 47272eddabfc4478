"""A paper as lines of text, as wide as the printer's: for the preview on the screen."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

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

WIDTH: Final = 42


def paper_text(paper: Paper, width: int = WIDTH) -> str:
    """All blocks of a paper, one line under the other."""
    return "\n".join(line.rstrip() for block in paper.blocks for line in _lines(block, width))


def _lines(block: Block, width: int) -> Iterator[str]:
    if isinstance(block, TextLine):
        for part in textwrap.wrap(block.text, width) or [""]:
            yield _placed(part, block.align, width)
    elif isinstance(block, Columns):
        yield from _columns(block, width)
    elif isinstance(block, Table):
        yield _table(block)
    else:
        yield from _signs(block, width)


def _signs(block: Rule | Feed | Barcode | QrCode | Logo, width: int) -> Iterator[str]:
    if isinstance(block, Rule):
        yield block.char * width
    elif isinstance(block, Feed):
        yield from [""] * block.lines
    elif isinstance(block, Barcode):
        yield "||| || ||| | || |||".center(width)
        yield block.data.center(width)
    elif isinstance(block, QrCode):
        yield block.data.center(width)


def _placed(text: str, align: Align, width: int) -> str:
    if align is Align.CENTRE:
        return text.center(width)
    return text.rjust(width) if align is Align.RIGHT else text


def _columns(block: Columns, width: int) -> Iterator[str]:
    room = max(width - len(block.right) - 1 - block.indent, 8)
    parts = textwrap.wrap(block.left, room) or [""]
    indent = " " * block.indent
    for part in parts[:-1]:
        yield indent + part
    last = indent + parts[-1]
    yield last + block.right.rjust(max(width - len(last), len(block.right) + 1))


def _table(block: Table) -> str:
    cells = []
    for cell, size in zip(block.cells, block.widths, strict=True):
        cells.append(cell[: abs(size)].rjust(-size) if size < 0 else cell[:size].ljust(size))
    return "".join(cells)
