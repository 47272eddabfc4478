"""A statement: its lines in the order of the bank, and how each stands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.banking.queries import LineRow, list_lines
from ui.banking.words import status_word
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import money
from ui.theme import tokens
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import Elided

_MOST = 2000


class StatementPanel(DocumentPanel):
    """The panel of a statement."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        tr = self.tr
        self.about = Elided("", tokens.LABEL, 600)
        self.table = DataTable(tr("Lines"), [
            Column("day", tr("Day"), 110), Column("name", tr("Name"), 220), Column("text", tr("Words")),
            Column("amount", tr("Amount"), 130, figure=True), Column("state", tr("State"), 110),
        ])  # fmt: skip
        self.page.addWidget(self.about)
        self.page.addWidget(self.table, 1)
        self.first = self.table
        self.table.opened.connect(lambda key: desk.go_to.emit("bank", f"line:{key}"))

    def load(self, statement_id: int, head: TableRow) -> None:
        """Read its lines; `head` is its row in the list."""
        account, number, days, opening, closing, _lines, state = head.cells
        self.set_title(" ".join(x for x in (self.tr("Statement"), number, account) if x))
        balances = f"{opening} → {closing}" if opening or closing else ""
        self.about.set_text(" · ".join(x for x in (days, balances, state) if x))
        self.ask(list_lines, self._have, statement_id=statement_id, limit=_MOST)

    def _have(self, found: list[LineRow]) -> None:
        self.table.set_rows([self._row(x) for x in found])
        self.table.setFocus()

    def _row(self, x: LineRow) -> TableRow:
        cells = (
            self.desk.formats.date(x.booked_on), x.name, x.text,
            money(self.desk, x.amount_minor, x.currency), status_word(x.status),
        )  # fmt: skip
        return TableRow(str(x.id), cells, {"amount": "ok" if x.amount_minor > 0 else "text2"})
