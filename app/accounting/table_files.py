"""A table of a screen as a file: CSV or XLSX, amounts as numbers."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

from app.kernel.money import minor_digits
from app.kernel.text import as_cell

Cell = str | int | date | None  # a moment is an aware datetime


@dataclass(frozen=True, slots=True)
class TableFile:
    """Heads and rows; whole numbers are amounts in minor units unless their column counts something."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    currency: str
    counts: frozenset[int] = field(default_factory=frozenset)  # columns of plain numbers
    zone: tzinfo | None = None  # in which moments are written; None: that of the machine

    def value(self, place: int, cell: Cell) -> Any:
        """A cell as it is written."""
        if isinstance(cell, int) and place not in self.counts:
            return Decimal(cell).scaleb(-minor_digits(self.currency))
        if isinstance(cell, datetime):
            return cell.astimezone(self.zone).replace(tzinfo=None, microsecond=0)
        return "" if cell is None else cell


def as_csv(table: TableFile) -> bytes:
    """UTF-8 with a mark, so that spreadsheets read it right; semicolons, decimal points."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in (table.heads, *_values(table)):
        writer.writerow([as_cell(value) if isinstance(value, str) else value for value in row])
    return out.getvalue().encode("utf-8-sig")


def _values(table: TableFile) -> Iterator[list[Any]]:
    return ([table.value(place, cell) for place, cell in enumerate(row)] for row in table.rows)


def _sheet_name(title: str) -> str:
    return title.translate(str.maketrans("", "", "[]:*?/\\"))[:31].strip("'") or "1"


def as_xlsx(table: TableFile) -> bytes:
    """One sheet, heads in bold, amounts with two places."""
    import xlsxwriter

    out = BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, plain) as book:
        sheet = book.add_worksheet(_sheet_name(table.title))
        bold, money = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0.00"})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        sheet.write_row(0, 0, table.heads, bold)
        for line, row in enumerate(table.rows, start=1):
            for place, cell in enumerate(row):
                value = table.value(place, cell)
                if isinstance(value, Decimal):
                    sheet.write_number(line, place, value, money)
                elif isinstance(value, date):
                    shape = moment if isinstance(value, datetime) else day
                    sheet.write_datetime(line, place, value, shape)
                else:
                    sheet.write(line, place, value)
        sheet.freeze_panes(1, 0)
        sheet.autofit()
    return out.getvalue()
