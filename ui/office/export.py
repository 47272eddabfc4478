"""Saving what is shown as CSV, XLSX or PDF, written on a lane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.accounting.table_files import Cell, TableFile, as_csv, as_xlsx
from app.kernel.text import file_name
from ui.office.section import OfficeDesk
from ui.widgets.button import Button
from ui.widgets.data_table import DataTable


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)


def save_button(
    desk: OfficeDesk, table: DataTable, rows: Callable[[], Sequence[Sequence[Cell]]],
    counts: frozenset[int] = frozenset(),
) -> Button:  # fmt: skip
    """A button that saves a table under its own name and heads.

    `rows` gives the values behind the rows that are shown; whole numbers are amounts in minor units, but
    plain numbers in the columns of `counts`.
    """
    button = Button(_tr("Save as"), icon="download")

    def save() -> None:
        model, across = table.model(), Qt.Orientation.Horizontal
        heads = [str(model.headerData(i, across)) for i in range(model.columnCount())]
        save_table(button, desk, table.accessibleName(), heads, rows(), counts)

    button.clicked.connect(save)
    return button


def save_table(
    parent: QWidget, desk: OfficeDesk, title: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]],
    counts: frozenset[int] = frozenset(),
) -> None:  # fmt: skip
    """Ask where, and write it there; whole numbers are amounts in minor units, or counts in `counts`."""
    table = TableFile(title, heads, rows, desk.formats.currency, counts, desk.formats.zone)
    kinds = {
        ".xlsx": _tr("Spreadsheet (*.xlsx)"), ".csv": _tr("CSV (*.csv)"), ".pdf": _tr("PDF (*.pdf)"),
    }  # fmt: skip
    name = str(Path.home() / file_name(f"{title}.xlsx"))
    chosen, kind = QFileDialog.getSaveFileName(parent, _tr("Save as"), name, ";;".join(kinds.values()))
    if not chosen:
        return
    path = Path(chosen)
    if path.suffix.lower() not in kinds:  # typed without its ending: the kind that was chosen says which
        ending = next((e for e, words in kinds.items() if words == kind), ".xlsx")
        path = path.with_name(f"{path.name}{ending}")
    write_file(desk, path, lambda: _file_bytes(desk, table, path.suffix.lower()))


def _file_bytes(desk: OfficeDesk, table: TableFile, ending: str) -> bytes:
    """The table in the format of a file's ending."""
    if ending == ".csv":
        return as_csv(table)
    return _as_pdf(desk, table) if ending == ".pdf" else as_xlsx(table)


def _as_pdf(desk: OfficeDesk, table: TableFile) -> bytes:
    """The table as pages, amounts and days as the screen writes them."""
    from app.documents.table_pdf import table_pdf

    company = desk.services.context.company

    def shown(place: int, cell: Cell) -> str:
        formats = desk.formats
        if isinstance(cell, int):
            return formats.number(cell) if place in table.counts else formats.amount(cell)
        if isinstance(cell, datetime):
            return formats.date_time(cell)
        return formats.date(cell) if isinstance(cell, date) else cell or ""

    figures = {place for row in table.rows for place, cell in enumerate(row) if isinstance(cell, int)}
    return table_pdf(
        table.title, table.heads, [[shown(*at) for at in enumerate(row)] for row in table.rows],
        figures=frozenset(figures), author=company.name, language=desk.services.language,
    )  # fmt: skip


def write_file(desk: OfficeDesk, path: Path, make: Callable[[], bytes]) -> None:
    """Make the bytes and write them, both on the lane of the reports."""

    def work() -> None:
        path.write_bytes(make())

    def failed(error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        desk.say(_tr("{path} could not be written. Choose another folder.").format(path=path), "error")

    desk.services.submit(
        "reports", work, on_done=lambda _none: desk.say(_tr("Saved as {path}.").format(path=path)),
        on_error=failed,
    )  # fmt: skip
