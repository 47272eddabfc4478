"""Commissions: who earned what in a period, the lines behind it, and settling it."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from app.commission.operations import Run, post_run
from app.commission.queries import Earned, EarnedLine, commission_report, list_commission_lines
from ui.office.section import OfficeDesk
from ui.reporting.control_page import ControlPage
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import Card, label, line


class CommissionPage(ControlPage):
    """Above the people, below the lines of the one that is chosen; Enter opens a receipt."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        tr = self.tr
        self._lines: list[EarnedLine] = []
        self.period = self.make_period()
        self.table = DataTable(
            tr("Salespersons"),
            [
                Column("name", tr("Salesperson")), Column("lines", tr("Lines"), 100, figure=True),
                Column("base", tr("Net sold"), 150, figure=True),
                Column("returned", tr("Of it returned"), 150, figure=True),
                Column("commission", tr("Commission"), 150, figure=True),
            ],
        )  # fmt: skip
        self.lines = DataTable(
            tr("Lines"),
            [
                Column("at", tr("When"), 190), Column("number", tr("Receipt"), 150),
                Column("item", tr("Item")), Column("net", tr("Net"), 120, figure=True),
                Column("rate", tr("Rate"), 90, figure=True),
                Column("commission", tr("Commission"), 130, figure=True),
            ],
        )  # fmt: skip
        self.settle_button = Button(tr("Settle these days"), "primary", icon="task_alt")
        hint = tr("Net of the lines as they were booked, returns taken off.")
        self.body.addLayout(
            line(self.period, label(hint, tokens.SUB, tone="text2"), None, self.settle_button)
        )
        below = Card()
        below.body.addWidget(self.lines, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        self.body.addWidget(split, 1)
        self.table.current_changed.connect(self._look)
        self.lines.opened.connect(self._open)
        self.settle_button.clicked.connect(self._settle)

    def read(self) -> None:
        """The figures of the period."""
        self.desk.report(commission_report, self._have, first=self.period.since(), last=self.period.until())

    def _have(self, found: list[Earned]) -> None:
        money = self.desk.formats.money
        self.table.set_rows(
            [
                TableRow(
                    str(x.seller_id),
                    (
                        x.name, self.desk.formats.number(x.lines), money(x.base_minor),
                        money(x.returned_minor) if x.returned_minor else "–", money(x.commission_minor),
                    ),
                )
                for x in found
            ]
        )  # fmt: skip
        self.settle_button.setEnabled(any(x.commission_minor for x in found))
        self._look(self.table.current())

    def _look(self, key: str) -> None:
        if not key:
            self.lines.set_rows([])
            return
        self.desk.report(
            list_commission_lines, self._show, seller_id=int(key), first=self.period.since(),
            last=self.period.until(),
        )  # fmt: skip

    def _show(self, found: list[EarnedLine]) -> None:
        formats = self.desk.formats
        self._lines = found
        self.lines.set_rows(
            [
                TableRow(
                    str(n),
                    (
                        formats.date_time(x.at), x.number, x.name, formats.money(x.net_minor),
                        formats.rate(x.rate), formats.money(x.commission_minor),
                    ),
                    {"commission": "danger" if x.commission_minor < 0 else "text"},
                )
                for n, x in enumerate(found)
            ]
        )  # fmt: skip

    def _open(self, key: str) -> None:
        self.desk.go_to.emit("sales", self._lines[int(key)].number)

    def _settle(self) -> None:
        def done(run: Run) -> None:
            amount = self.desk.formats.money(run.commission_minor)
            self.desk.say(self.tr("{number} is settled: {amount}.").format(number=run.number, amount=amount))

        self.desk.run(post_run, done, uuid=str(uuid4()), first=self.period.since(), last=self.period.until())
