"""The tax report, and the journal of a day with its files for the accountant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from app.accounting.exports import ExportedJournal, export_csv, export_datev, export_saft
from app.accounting.journal import DayJournal, day_journal
from app.accounting.settings import save_sum_by_shift, sums_by_shift
from app.accounting.table_files import Cell
from app.accounting.taxes import TaxReport, tax_report
from app.kernel.permission import Permission
from ui.accounting.report_view import ReportView
from ui.accounting.words import source_word
from ui.office.export import write_file
from ui.office.section import OfficeDesk
from ui.widgets.button import Button
from ui.widgets.data_table import Column, TableRow
from ui.widgets.form import Choice, Tick
from ui.widgets.text import line

_ENDINGS = {"csv": "csv", "datev": "csv", "saft": "xml"}


class TaxView(ReportView):
    """Output and input tax of a period, tied to the ledger."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        self.shown: TaxReport | None = None
        tr = self.tr
        super().__init__(desk, tr("Taxes"), [
            Column("source", tr("From")), Column("rate", tr("Rate"), 110, figure=True),
            Column("code", tr("Code"), 90), Column("base", tr("Net"), 150, figure=True),
            Column("tax", tr("Tax"), 150, figure=True),
        ], parent=parent)  # fmt: skip

    def reload(self) -> None:
        """Read it again."""
        since, until = self.days()
        self.desk.report(tax_report, self._have, since=since, until=until)

    def _have(self, found: TaxReport) -> None:
        self.shown = found
        formats = self.desk.formats
        parts = [
            *((self.tr("All output tax"), p) for p in found.by_rate()),
            *((source_word(p.source), p) for p in found.parts),
        ]
        tones = {"source": "primary", "tax": "primary"}
        self.show_rows(
            [
                TableRow(
                    str(place),
                    (
                        name, formats.rate(p.rate), p.code, formats.amount(p.base_minor),
                        formats.amount(p.tax_minor),
                    ),
                    {} if p.source else tones,
                )
                for place, (name, p) in enumerate(parts)
            ]
        )  # fmt: skip
        money = formats.money
        text = self.tr("Output tax {output}, input tax {input}: {payable} to be paid. ")
        if found.difference_minor:
            text += self.tr("Documents and ledger are {difference} apart. Verify.")
        else:
            text += self.tr("Every tax line stands in the ledger.")
        self.prove(
            text.format(
                output=money(found.output_minor), input=money(found.input_minor),
                payable=money(found.payable_minor), difference=money(found.difference_minor),
            ), good=not found.difference_minor,
        )  # fmt: skip

    def plain_rows(self) -> list[list[Cell]]:
        """As it is exported; the rate in words."""
        return [
            [source_word(p.source), self.desk.formats.rate(p.rate), p.code, p.base_minor, p.tax_minor]
            for p in (self.shown.parts if self.shown is not None else ())
        ]


class JournalView(ReportView):
    """A day by account, beside the till's reports; the journal of the whole period as a file."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        self.shown: DayJournal | None = None
        tr = self.tr
        super().__init__(desk, tr("Journal"), [
            Column("code", tr("Account"), 100), Column("name", tr("Name")),
            Column("debit", tr("Debit"), 150, figure=True), Column("credit", tr("Credit"), 150, figure=True),
        ], parent=parent)  # fmt: skip
        self.layout_choice = Choice(
            [("csv", tr("CSV")), ("datev", tr("as DATEV reads it")), ("saft", tr("SAF-T (XML)"))], "csv"
        )
        self.layout_choice.setAccessibleName(tr("Layout of the file"))
        self.layout_choice.setMinimumWidth(190)
        self.by_shift = Tick(tr("One entry for the sales of a shift"))
        self.export_button = Button(tr("Export the journal"), "primary", icon="download", hint="F10")
        self.page.addLayout(line(self.by_shift, None, self.layout_choice, self.export_button, gap=8))
        self.table.opened.connect(lambda key: self.account_wanted.emit(key, self.days()[1], self.days()[1]))
        self.by_shift.clicked.connect(self._keep)
        self.export_button.clicked.connect(self.export)

    def reload(self) -> None:
        """Read it again."""
        self.by_shift.setEnabled(self.desk.may(Permission.ACCOUNTING))
        self.desk.ask(sums_by_shift, self.by_shift.setChecked)
        self.desk.report(day_journal, self._have, on=self.days()[1])

    def _have(self, found: DayJournal) -> None:
        self.shown = found
        formats = self.desk.formats
        self.show_rows(
            [
                TableRow(
                    a.code, (a.code, a.name, formats.amount(a.debit_minor), formats.amount(a.credit_minor))
                )
                for a in found.accounts
            ]
        )
        day, sales = formats.date(found.on), formats.money(found.booked_sales_minor)
        if not found.accounts:
            self.prove(self.tr("Nothing was booked on {day}.").format(day=day), good=True)
        elif found.balanced and found.agrees:
            text = self.tr("{day} is balanced; sales of {sales} net as the reports of the till say.")
            self.prove(text.format(day=day, sales=sales), good=True)
        else:
            text = self.tr("{day}: the ledger has sales of {sales} net, the reports {reported}. Verify.")
            reported = formats.money(found.reported_sales_minor)
            self.prove(text.format(day=day, sales=sales, reported=reported), good=False)

    def _keep(self) -> None:
        self.desk.run(save_sum_by_shift, lambda _none: None, chosen=self.by_shift.isChecked())

    def export(self) -> None:
        """Ask where, and write the journal of the period there."""
        layout = str(self.layout_choice.value())
        since, until = self.days()
        name = f"journal_{since}_{until}_{layout}.{_ENDINGS[layout]}"
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("Save as"), str(Path.home() / name))
        if not path:
            return
        exports: dict[str, Callable[..., ExportedJournal]] = {
            "csv": export_csv, "datev": export_datev, "saft": export_saft
        }  # fmt: skip
        more: dict[str, Any] = {} if layout == "saft" else {"sum_by_shift": self.by_shift.isChecked()}

        def have(found: ExportedJournal) -> None:
            write_file(self.desk, Path(path), lambda: found.content)

        self.desk.report(exports[layout], have, since=since, until=until, **more)

    def plain_rows(self) -> list[list[Cell]]:
        """As it is exported."""
        return [
            [a.code, a.name, a.debit_minor, a.credit_minor]
            for a in (self.shown.accounts if self.shown is not None else ())
        ]
