"""Prices out of a file into a list: what it says first, then written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.catalog.price_files import PriceFile, import_prices, read_price_file
from app.pricing.queries import PriceList
from ui.office.file_panel import FilePanel
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.row_list import Row, RowList
from ui.widgets.text import label, line


class PriceImportPanel(FilePanel):
    """A file with a number and a price in each line."""

    def __init__(self, desk: OfficeDesk, price_list: PriceList) -> None:
        super().__init__(price_list.name, desk)
        self._list = price_list
        self.file = PriceFile()
        hint = self.tr(
            "CSV or XLSX with the columns number (or barcode) and price; packaging, from_quantity, "
            "valid_from and valid_to where they are needed. An export has them all."
        )
        self.rows = RowList(self.tr("Lines that are left out"))
        self.content.addWidget(label(hint, tokens.SUB, tone="text2", wrap=True))
        self.content.addLayout(line(self.choose, self.file_name, None))
        for part in (self.message, self.summary):
            self.content.addWidget(part)
        self.content.addWidget(self.rows, 1)
        self.content.addWidget(self.bar)
        self.content.addLayout(line(None, self.cancel, self.start))
        self.show_running(running=False)
        self.start.setEnabled(False)
        self.choose.clicked.connect(self._choose)
        self.start.clicked.connect(self._start)

    def _choose(self) -> None:
        path = self.ask_path(self.tr("A file with prices"), self.tr("Tables (*.csv *.xlsx *.txt *.gz)"))
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """What this file says."""
        self.use_file(path)
        runtime, list_id = self.desk.services.gateway.runtime, self._list.id
        job = partial(runtime.ask, read_price_file, path=path, price_list_id=list_id)
        self.work(self.tr("The file is read…"), job, self._have)

    def _have(self, found: PriceFile) -> None:
        self.show_running(running=False)
        self.file = found
        told = self.tr("%n price(s) can be used.", "", len(found.drafts))
        if found.errors:
            told += " " + self.tr("%n line(s) are left out.", "", len(found.errors))
        self.summary.setText(told)
        self.rows.set_rows([
            Row(str(number), self.tr("Line {number}").format(number=number), why)
            for number, why in found.errors
        ])  # fmt: skip
        self.start.setEnabled(bool(found.drafts))

    def _start(self) -> None:
        actor = self.desk.services.gateway.actor
        if actor is None:
            return
        runtime, name = self.desk.services.gateway.runtime, self.path.name if self.path else ""
        job = partial(
            runtime.run, import_prices, actor=actor, price_list_id=self._list.id,
            drafts=tuple(self.file.drafts), file_name=name,
        )  # fmt: skip
        self.work(self.tr("The prices are written…"), job, self._written)

    def _written(self, changed: int) -> None:
        self.show_running(running=False)
        self.summary.setText(self.tr("%n price(s) changed.", "", changed))
        self.start.setEnabled(False)
        self.done.emit()
