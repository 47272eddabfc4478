"""Saving what is shown as CSV or XLSX, written on a lane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.accounting.table_files import Cell, TableFile, as_csv, as_xlsx
from ui.office.section import OfficeDesk


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)


def save_table(
    parent: QWidget, desk: OfficeDesk, title: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> None:
    """Ask where, and write it there; whole numbers are amounts in minor units."""
    table = TableFile(title, heads, rows, desk.formats.currency)
    kinds = ";;".join((_tr("Spreadsheet (*.xlsx)"), _tr("CSV (*.csv)")))
    name = str(Path.home() / f"{title}.xlsx")
    path, _kind = QFileDialog.getSaveFileName(parent, _tr("Save as"), name, kinds)
    if path:
        write_file(desk, Path(path), lambda: as_csv(table) if path.endswith(".csv") else as_xlsx(table))


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
