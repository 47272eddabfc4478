"""What the pages of the ledger have in common: two days, a table, a proof below, a file of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.accounting.table_files import Cell
from ui.collections.days import day_field, to_day
from ui.office.export import save_table
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import column, label, line, set_tone


class ReportView(QWidget):
    """A table over a period.

    Signals:
        account_wanted(str, object, object): the ledger of that account from a day to a day.
        panel_wanted(object): lay this panel over the page.
    """

    account_wanted = Signal(str, object, object)
    panel_wanted = Signal(object)

    def __init__(
        self, desk: OfficeDesk, title: str, columns: Sequence[Column], *, spans: bool = True,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.desk = desk
        self.title = title
        self.heads = [c.title for c in columns]
        today = desk.services.context.on
        self.since, self.until = day_field(date(today.year, 1, 1)), day_field(today)
        self.since.setAccessibleName(self.tr("From"))
        self.until.setAccessibleName(self.tr("To"))
        for field in (self.since, self.until):
            field.setMinimumWidth(146)
            field.date_changed.connect(lambda _day: self.reload())
        self.table = DataTable(title, columns)
        self.proof = label("", tokens.LABEL, 700, wrap=True)
        self.save_button = Button(self.tr("Save as"), icon="download")
        self.top = line(self.since, self.until, None, self.save_button, gap=8)
        self.page = column(self, gap=tokens.GUTTER)
        self.page.addLayout(self.top)
        self.page.addWidget(self.table, 1)
        self.page.addWidget(self.proof)
        self.since.setHidden(not spans)  # once it has a parent: else it would be a window of its own
        self.setFocusProxy(self.table)
        self.save_button.clicked.connect(
            lambda: save_table(self, desk, self.title, self.heads, self.plain_rows())
        )

    def days(self) -> tuple[date, date]:
        """From and to."""
        first, last = to_day(self.since.date()), to_day(self.until.date())
        return min(first, last), max(first, last)

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these, and keep the place."""
        kept = self.table.current()
        self.table.set_rows(rows)
        self.table.select(kept)

    def prove(self, sentence: str, *, good: bool) -> None:
        """What must agree, and whether it does."""
        self.proof.setText(sentence)
        set_tone(self.proof, "ok" if good else "danger")

    def reload(self) -> None:
        """Read it again."""
        raise NotImplementedError

    def plain_rows(self) -> list[list[Cell]]:
        """As it is exported: amounts in minor units."""
        raise NotImplementedError
