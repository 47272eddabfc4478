"""Showing a list page by page: the first instead of what was there, the further ones below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.widgets.data_table import DataTable, TableRow


def show_page(
    section: QWidget, table: DataTable, empty: QWidget, rows: Sequence[TableRow], *, further: bool, more: bool
) -> None:
    """Show rows that came.

    Args:
        section: takes the keyboard where the table that had it is empty now.
        table: where they are shown; the chosen one stays chosen.
        empty: shown instead of a table without rows.
        rows: of this page.
        further: whether they go below those that are shown.
        more: whether there are more to be asked for.
    """
    if further:
        table.add_rows(rows, more=more)
        return
    kept = table.current()
    if not rows and table.hasFocus():
        section.setFocus()
    table.setVisible(bool(rows))
    empty.setVisible(not rows)
    table.set_rows(rows, more=more)
    table.select(kept)
