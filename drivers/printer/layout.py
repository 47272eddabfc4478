"""From a paper to lines of so many columns: the same for the bytes, the plain text and the picture."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple, TypeAlias

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

_GAP: Final = 1
_LEAST_LEFT: Final = 8  # narrower than this, the right text gets a line of its own


@dataclass(frozen=True, slots=True)
class Line:
    """One line, blanks included; a big one has half as many columns."""

    text: str
    bold: bool = False
    big: bool = False


Laid: TypeAlias = Line | Barcode | QrCode | Logo
Tidy: TypeAlias = Callable[[str], str]
Order: TypeAlias = Callable[[str, str], str]


class _Hand(NamedTuple):
    """How texts are written: what is printable of them, and in which order."""

    tidy: Tidy
    order: Order

    def parts(self, text: str, room: int) -> list[str]:
        """A tidy text in lines, each as it stands on paper."""
        return [self.order(part, text) for part in wrap(text, room)]


def _as_it_is(text: str) -> str:
    return text


def _as_read(part: str, _whole: str) -> str:
    return part


def lay_out(paper: Paper, columns: int, *, tidy: Tidy = _as_it_is, order: Order = _as_read) -> Iterator[Laid]:
    """The lines and pictures of a paper, from the top.

    Each text is put in order by itself, before it meets the others of its line: an amount behind a name
    that runs from right to left stays an amount.

    Args:
        paper: what is printed.
        columns: characters of normal size on a line.
        tidy: makes of a text what the printer can print, before its width is counted.
        order: from a part of a text and the whole text to the part from left to right.
    """
    hand = _Hand(tidy, order)
    for key, group in groupby(paper.blocks, _table_key):
        blocks = list(group)
        if key is None:
            for block in blocks:
                yield from _lay(block, columns, hand)
        else:
            yield from _table([b for b in blocks if isinstance(b, Table)], columns, hand)


def _table_key(block: Block) -> tuple[int, ...] | None:
    return block.widths if isinstance(block, Table) else None


def _lay(block: Block, columns: int, hand: _Hand) -> Iterator[Laid]:
    match block:
        case TextLine():
            yield from _text_line(block, columns, hand)
        case Columns():
            yield from _columns(block, columns, hand)
        case Rule():
            char = hand.tidy(block.char)[:1] or "-"
            yield Line(char * (columns // max(1, width_of(char))))
        case Feed():
            for _ in range(block.lines):
                yield Line("")
        case Table():
            yield from _table([block], columns, hand)
        case _:
            yield block


def _text_line(block: TextLine, columns: int, hand: _Hand) -> Iterator[Line]:
    room = columns // 2 if block.big else columns
    for part in hand.parts(hand.tidy(block.text), room):
        yield Line(align(part, room, block.align), block.bold, block.big)


def _columns(block: Columns, columns: int, hand: _Hand) -> Iterator[Line]:
    room = columns // 2 if block.big else columns
    left, right = hand.tidy(block.left), hand.tidy(block.right)
    indent = " " * min(block.indent, room // 2)
    space = room - len(indent) - width_of(right) - _GAP
    if space < min(_LEAST_LEFT, width_of(left)):
        # no room side by side: the left above, the right below and never cut
        for part in hand.parts(left, room - len(indent)):
            yield Line(indent + part, block.bold, block.big)
        for part in hand.parts(right, room):
            yield Line(align(part, room, Align.RIGHT), block.bold, block.big)
        return
    parts = hand.parts(left, space)
    for part in parts[:-1]:
        yield Line(indent + part, block.bold, block.big)
    yield Line(indent + pad(parts[-1], space + _GAP) + hand.order(right, right), block.bold, block.big)


def _table(rows: list[Table], columns: int, hand: _Hand) -> Iterator[Line]:
    cells = [tuple(hand.tidy(cell) for cell in row.cells) for row in rows]
    widths = _fit(rows[0].widths, cells, columns)
    for row, texts in zip(rows, cells, strict=True):
        if widths is None:
            # too much for one line: the words above, the numbers below
            yield from _columns(
                Columns(texts[0], " ".join(texts[1:]), row.bold), columns, hand._replace(tidy=_as_it_is)
            )
            continue
        line = "".join(
            align(hand.order(text, text), size, Align.RIGHT if asked < 0 else Align.LEFT)
            for text, size, asked in zip(texts, widths, row.widths, strict=False)
        )
        yield Line(line, row.bold)


def _fit(asked: tuple[int, ...], rows: list[tuple[str, ...]], columns: int) -> list[int] | None:
    """The width of each column: as asked, in proportion, else as the contents need; None: no way."""
    total = sum(abs(w) for w in asked) or 1
    needed = [
        max((width_of(row[i]) for row in rows if i < len(row)), default=0) + (_GAP if i else 0)
        for i in range(len(asked))
    ]
    widths = [abs(w) * columns // total for w in asked]
    widths[0] += columns - sum(widths)
    if all(have >= need for have, need in zip(widths, needed, strict=True)):
        return widths
    if sum(needed) > columns:
        return None
    needed[0] += columns - sum(needed)
    return needed


def width_of(text: str) -> int:
    """How many columns a text takes: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(_cell(char) for char in text)


def _cell(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def pad(text: str, columns: int) -> str:
    """Blanks behind a text, up to the column."""
    return text + " " * (columns - width_of(text))


def align(text: str, columns: int, where: Align) -> str:
    """A text at its place in a line of so many columns."""
    free = max(0, columns - width_of(text))
    if where is Align.RIGHT:
        return " " * free + text
    if where is Align.CENTRE:
        return " " * (free // 2) + text + " " * (free - free // 2)
    return text + " " * free


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most so many columns, broken at blanks, a word too long anywhere.

    Blanks at the very beginning are kept: they are an indent.
    """
    columns = max(1, columns)
    stripped = text.lstrip(" ")
    line = " " * min(len(text) - len(stripped), columns - 1)
    lines: list[str] = []
    begun = False
    for word in stripped.split(" "):
        joined = f"{line} {word}" if begun else line + word
        if width_of(joined) <= columns:
            line, begun = joined, True
            continue
        if begun:
            lines.append(line)
            line = ""
        *full, line = _break(line + word, columns)
        lines += full
        begun = True
    return [*lines, line]


def _break(word: str, columns: int) -> list[str]:
    parts, part, used = [], "", 0
    for char in word:
        size = _cell(char)
        if used + size > columns:
            parts.append(part)
            part, used = "", 0
        part += char
        used += size
    return [*parts, part]
