"""The daily list of returns without a receipt."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.accounting.table_files import Cell
from app.reporting.loss import LooseReturn, list_loose_returns
from ui.office.export import save_button
from ui.office.section import OfficeDesk
from ui.reporting.control_page import ControlPage
from ui.theme import tokens
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line


class LooseReturnsPage(ControlPage):
    """Who took goods back without a receipt, whose yes it was, how much and why."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._found: dict[str, LooseReturn] = {}
        self.period = self.make_period()
        self.sum = label("", tokens.LABEL, 600)
        self.table = DataTable(
            self.tr("Returns without receipt"),
            [
                Column("at", self.tr("When"), 190),
                Column("number", self.tr("Return"), 150),
                Column("cashier", self.tr("Cashier"), 150),
                Column("approver", self.tr("Allowed by"), 150, least=620),
                Column("reason", self.tr("Reason")),
                Column("amount", self.tr("Amount"), 120, figure=True),
            ],
        )
        self.empty = EmptyState(
            "verified_user", self.tr("None in these days"), self.tr("All goods came back with a receipt.")
        )
        self.save_button = save_button(desk, self.table, self.plain_rows)
        self.body.addLayout(line(self.period, None, self.sum, self.save_button))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)
        self.table.opened.connect(lambda key: self.desk.go_to.emit("sales", self._found[key].number))

    def read(self) -> None:
        """The list of the period."""
        self.desk.report(list_loose_returns, self._have, since=self.period.since(), until=self.period.until())

    def _have(self, found: list[LooseReturn]) -> None:
        formats = self.desk.formats
        self._found = {str(x.sale_id): x for x in found}
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.sum.setText(formats.money(sum(x.gross_minor for x in found)) if found else "")
        self.table.set_rows(
            [
                TableRow(
                    str(x.sale_id),
                    (
                        formats.date_time(x.at), x.number, x.cashier, x.approver, x.reasons,
                        formats.money(x.gross_minor),
                    ),
                )
                for x in found
            ]
        )  # fmt: skip

    def plain_rows(self) -> list[list[Cell]]:
        """As it is exported."""
        return [
            [x.at, x.number, x.cashier, x.approver, x.reasons, x.gross_minor] for x in self._found.values()
        ]
