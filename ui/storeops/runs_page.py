"""What was settled: periods with their commissions, who got what, and whether it was paid."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from app.commission.operations import pay_run
from app.commission.queries import Earned, RunRow, list_run_lines, list_runs
from ui.office.section import OfficeDesk
from ui.reporting.control_page import ControlPage
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import Card, line


class RunsPage(ControlPage):
    """Above the settlements, below the people of the one that is chosen."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        tr = self.tr
        self._rows: dict[str, RunRow] = {}
        self.table = DataTable(
            tr("Settlements"),
            [
                Column("number", tr("Number"), 150), Column("days", tr("Days"), 260),
                Column("who", tr("Settled by")), Column("commission", tr("Commission"), 150, figure=True),
                Column("paid", tr("Paid"), 190),
            ],
        )  # fmt: skip
        self.people = DataTable(
            tr("Salespersons"),
            [
                Column("name", tr("Salesperson")), Column("lines", tr("Lines"), 110, figure=True),
                Column("base", tr("Net sold"), 160, figure=True),
                Column("commission", tr("Commission"), 160, figure=True),
            ],
        )  # fmt: skip
        self.paid_button = Button(tr("It is paid"), "primary", icon="payments")
        below = Card()
        below.body.addWidget(self.people, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(below)
        self.body.addWidget(split, 1)
        self.body.addLayout(line(None, self.paid_button))
        self.table.current_changed.connect(self._look)
        self.paid_button.clicked.connect(self._pay)

    def read(self) -> None:
        """The newest first."""
        self.desk.ask(list_runs, self._have)

    def _have(self, found: list[RunRow]) -> None:
        formats, kept = self.desk.formats, self.table.current()
        self._rows = {str(r.id): r for r in found}
        self.table.set_rows(
            [
                TableRow(
                    str(r.id),
                    (
                        r.number, f"{formats.date(r.first_day)} – {formats.date(r.last_day)}", r.posted_by,
                        formats.money(r.commission_minor),
                        formats.date_time(r.paid_at) if r.paid_at else self.tr("not yet"),
                    ),
                    {"paid": "ok" if r.paid_at else "warn"},
                )
                for r in found
            ]
        )  # fmt: skip
        self.table.select(kept)
        self._look(self.table.current())

    def _look(self, key: str) -> None:
        row = self._rows.get(key)
        self.paid_button.setEnabled(row is not None and row.paid_at is None)
        if row is None:
            self.people.set_rows([])
        else:
            self.desk.ask(list_run_lines, self._show, run_id=row.id)

    def _show(self, found: list[Earned]) -> None:
        formats = self.desk.formats
        self.people.set_rows(
            [
                TableRow(
                    str(x.seller_id),
                    (
                        x.name, formats.number(x.lines), formats.money(x.base_minor),
                        formats.money(x.commission_minor),
                    ),
                )
                for x in found
            ]
        )  # fmt: skip

    def _pay(self) -> None:
        def done(_none: Any) -> None:
            self.desk.say(self.tr("It is noted as paid."))
            self.read()

        if self.table.current():
            self.desk.run(pay_run, done, run_id=int(self.table.current()))
