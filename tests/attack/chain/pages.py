"""Which page of a SQLite file belongs to which table (sqlite.org/fileformat2.html, sections 1.6 and 2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from pysqlite3 import dbapi2 as sqlite

_INTERIOR: Final = 5
_LEAF: Final = 13
_FIXED: Final = 35  # bytes of a page that a cell may not use


def pages_of(path: Path, tables: Iterable[str]) -> dict[int, str]:
    """The pages of these tables, with those that hold what is too long for one page; not those of indexes.

    Args:
        path: a file whose log was brought in.
        tables: their names.
    """
    content = path.read_bytes()
    size = int.from_bytes(content[16:18], "big")
    pages = _Pages(content, 65536 if size == 1 else size)
    with closing(sqlite.connect(path)) as connection:
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'"))
    return {page: table for table in tables for page in pages.of_tree(roots[table])}


class _Pages:
    """The pages of a file, counted from one."""

    def __init__(self, content: bytes, size: int) -> None:
        self._content = content
        self._size = size

    def of_tree(self, root: int) -> Iterator[int]:
        """A tree of a table: its root, what is below it, and what overflows."""
        yield root
        page = self._page(root)
        interior = page[0] == _INTERIOR
        assert interior or page[0] == _LEAF, f"page {root} is none of a table"
        start = 12 if interior else 8
        cells = [_number(page, start + 2 * n, 2) for n in range(_number(page, 3, 2))]
        if interior:
            for child in (*(_number(page, cell, 4) for cell in cells), _number(page, 8, 4)):
                yield from self.of_tree(child)
            return
        for cell in cells:
            yield from self._overflow(page, cell)

    def _page(self, number: int) -> bytes:
        return self._content[(number - 1) * self._size : number * self._size]

    def _overflow(self, page: bytes, cell: int) -> Iterator[int]:
        """The pages of a cell whose content is longer than a page takes."""
        length, after = _varint(page, cell)
        _row, after = _varint(page, after)
        if length <= self._size - _FIXED:
            return
        least = (self._size - 12) * 32 // 255 - 23
        kept = least + (length - least) % (self._size - 4)
        next_page = _number(page, after + (kept if kept <= self._size - _FIXED else least), 4)
        while next_page:
            yield next_page
            next_page = _number(self._page(next_page), 0, 4)


def _number(page: bytes, at: int, length: int) -> int:
    return int.from_bytes(page[at : at + length], "big")


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends; those here have fewer than nine but for row ids."""
    value = 0
    for count in range(8):
        value = value << 7 | page[at + count] & 0x7F
        if page[at + count] < 0x80:
            return value, at + count + 1
    return value << 8 | page[at + 8], at + 9
