"""Importing a file of goods: choose it, look at what would happen, do it, read what was left out."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.catalog.importing.profiles import list_profiles
from app.catalog.importing.records import LineError
from app.catalog.importing.run import ImportResult, PreviewRow, import_products, preview_import
from app.kernel.text import as_cell
from app.pricing.queries import PriceList, list_price_lists
from ui.office.file_panel import FilePanel
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice, Form
from ui.widgets.text import label, line

_ROWS = 200


class ImportPanel(FilePanel):
    """The panel of the import."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Import products"), desk, parent)
        self._errors: list[LineError] = []
        self._make_parts()
        self._lay_out()
        self.choose.clicked.connect(self._choose)
        self.profile.currentIndexChanged.connect(lambda _place: self._look())
        self.price_list.currentIndexChanged.connect(lambda _place: self._look())
        self.start.clicked.connect(self._start)
        self.save_errors.clicked.connect(self._choose_errors)
        desk.ask(list_price_lists, self._have_lists)

    def _make_parts(self) -> None:
        tr = self.tr
        self.file_name.setText(tr("CSV or XLSX, up to millions of lines"))
        self.profile = Choice(
            [("", tr("By the names of the columns")), *((p.name, p.title or p.name) for p in list_profiles())]
        )
        self.price_list = Choice([(None, tr("The list that fits"))])
        self.columns = label("", tokens.SUB, 400, "text2", wrap=True)
        self.table = DataTable(
            tr("Lines of the file"),
            [
                Column("line", tr("Line"), 72),
                Column("state", tr("What happens"), 130),
                Column("sku", tr("Number"), 130),
                Column("name", tr("Name, or what is wrong")),
                Column("price", tr("Price"), 100, figure=True),
            ],
        )
        self.locked = (self.choose, self.profile, self.price_list)
        self.save_errors = Button(tr("Save the errors…"), icon="download")

    def _lay_out(self) -> None:
        form = Form(2)
        form.add(self.tr("How the columns are meant"), self.profile)
        form.add(self.tr("Prices go into"), self.price_list)
        self.content.addLayout(line(self.choose, self.file_name, None))
        self.content.addWidget(form)
        for part in (self.message, self.summary, self.columns):
            self.content.addWidget(part)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.bar)
        self.content.addLayout(line(self.save_errors, None, self.cancel, self.start))
        self.table.setVisible(False)
        self.show_running(running=False)
        self.start.setEnabled(False)
        self.save_errors.setVisible(False)

    def _have_lists(self, found: list[PriceList]) -> None:
        self.price_list.set_options(
            [(None, self.tr("The list that fits")), *((x.id, x.name) for x in found)], self.price_list.value()
        )

    def _choose(self) -> None:
        path = self.ask_path(
            self.tr("Choose a file of products"),
            self.tr("Tables (*.csv *.tsv *.txt *.xlsx *.gz);;All files (*)"),
        )
        if path:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Look through a file."""
        self.use_file(path)
        self._look()

    def _look(self) -> None:
        if self.path is None or self.running:
            return
        path, profile, lists = self.path, self.profile.value() or None, self.price_list.value()
        runtime = self.desk.services.gateway.runtime
        self.work(
            self.tr("The file is looked through …"),
            lambda: preview_import(
                runtime, path=path, profile=profile, price_list_id=lists, limit=_ROWS,
                progress=self.progressed.emit, cancelled=self.stop.is_set,
            ),
            self._looked,
        )  # fmt: skip

    def _start(self) -> None:
        path, actor = self.path, self.desk.services.gateway.actor
        if path is None or actor is None:
            return
        profile, lists = self.profile.value() or None, self.price_list.value()
        runtime = self.desk.services.gateway.runtime
        self.work(
            self.tr("The products are being imported …"),
            lambda: import_products(
                runtime, actor=actor, path=path, profile=profile, price_list_id=lists,
                progress=self.progressed.emit, cancelled=self.stop.is_set,
            ),
            self._imported,
        )  # fmt: skip

    def _looked(self, result: ImportResult) -> None:
        self.show_running(running=False)
        self._show_result(result)
        self.summary.setText(
            self._counted(result, self.tr("{new} new, {changed} changed, {same} as they are, {wrong} wrong"))
        )
        shown = ", ".join(f"{head} = {meaning}" for head, meaning in result.columns.items())
        self.columns.setText(self.tr("Columns: {columns}").format(columns=shown))
        self.start.setEnabled(bool(result.new or result.changed))

    def _imported(self, result: ImportResult) -> None:
        self.show_running(running=False)
        self._show_result(result)
        words = self.tr("Done: {new} new, {changed} changed, {same} as they were, {wrong} left out")
        if result.cancelled:
            words = self.tr("Stopped: {new} new, {changed} changed, {same} as they were, {wrong} left out")
        self.summary.setText(self._counted(result, words))
        self.start.setEnabled(False)
        self.done.emit()

    def _counted(self, result: ImportResult, words: str) -> str:
        number = self.desk.formats.number
        return words.format(
            new=number(result.new), changed=number(result.changed), same=number(result.unchanged),
            wrong=number(result.error_count),
        )  # fmt: skip

    def _show_result(self, result: ImportResult) -> None:
        self._errors = result.errors
        self.save_errors.setVisible(bool(result.errors))
        wrong = [
            TableRow(f"e{e.line}", (str(e.line), self.tr("left out"), "", e.text, ""), {"state": "danger"})
            for e in result.errors[:_ROWS]
        ]
        good = [self._row(row) for row in result.rows if row.record is not None]
        self.table.set_rows([*wrong, *good])
        self.table.setVisible(bool(wrong or good))

    def _row(self, row: PreviewRow) -> TableRow:
        record, state = row.record, row.state
        if record is None:
            return TableRow(f"e{row.line}", (str(row.line), state, "", row.error, ""), {"state": "danger"})
        words = {
            "new": self.tr("new"),
            "changed": self.tr("changed"),
            "unchanged": self.tr("as it is"),
        }
        price = "" if record.price_minor is None else self.desk.formats.money(record.price_minor)
        cells = (str(record.line), words.get(state, state), record.sku, record.name, price)
        tone = {"new": "ok", "changed": "primary"}.get(state, "text2")
        return TableRow(f"l{record.line}", cells, {"state": tone})

    def _choose_errors(self) -> None:
        name = f"{self.path.stem}-errors.csv" if self.path else "errors.csv"
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save the errors"), str(Path.home() / name), self.tr("CSV (*.csv)")
        )
        if path:
            self.write_errors(Path(path))

    def write_errors(self, path: Path) -> None:
        """One row a line that was left out."""
        try:
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow([self.tr("Line"), self.tr("What is wrong")])
                writer.writerows((error.line, as_cell(error.text)) for error in self._errors)
        except OSError:
            self.show_message(
                self.tr("{path} could not be written. Choose another folder.").format(path=path)
            )
