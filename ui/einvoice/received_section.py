"""E-invoices that came: opened from a file, checked, kept, found again."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.einvoice.operations import KeptReceived, keep_received
from app.einvoice.queries import ReceivedRow, list_received
from app.einvoice.receiving import ReceivedFile, open_file
from ui.einvoice.amounts import cents_text
from ui.einvoice.received_panel import ReceivedPanel
from ui.einvoice.words import kind_word
from ui.office.paging import show_page
from ui.office.section import OfficeDesk, Section
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.search_line import SearchLine
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_PAGE: Final = 200
_WIDE: Final = 960


class ReceivedSection(Section):
    """Received e-invoices."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked = 0
        self._last_id: int | None = None
        tr = self.tr
        self.search = SearchLine(tr("Search: number or sender"))
        self.open_button = Button(tr("Open a file"), "primary", icon="upload", hint="F3")
        self.table = DataTable(tr("E-invoices that came"), [
            Column("number", tr("Number"), 190), Column("kind", tr("Kind"), 150, least=_WIDE),
            Column("seller", tr("From")), Column("day", tr("Day"), 122),
            Column("due", tr("Due"), 122, least=_WIDE), Column("valid", tr("Check"), 120),
            Column("total", tr("To pay"), 140, figure=True),
        ])  # fmt: skip
        self.empty = EmptyState(
            "inventory_2", tr("No e-invoices here"),
            tr("Open the XML or PDF that a supplier sent: it is checked, shown and kept."),
        )  # fmt: skip
        top = line(label(tr("E-invoices"), tokens.KEY, 700), 4, self.search, self.open_button, gap=8)
        top.setStretch(2, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)
        self.search.searched.connect(lambda _text: self.reload())
        self.search.down_pressed.connect(self.table.setFocus)
        self.open_button.clicked.connect(self._choose_file)
        self.table.opened.connect(lambda key: self.open_received(int(key)))
        self.table.more_wanted.connect(lambda _place: self._ask(self._last_id))

    def entered(self) -> None:
        """Read the first page."""
        self.reload()
        if self.panel() is None:
            self.search.setFocus()

    def show_item(self, what: str) -> None:
        """A received e-invoice by its id."""
        self.open_received(int(what))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 searches, F3 opens a file."""
        if event.key() == Qt.Key.Key_F2 and self.panel() is None:
            self.search.setFocus()
        elif event.key() == Qt.Key.Key_F3 and self.panel() is None:
            self._choose_file()
        else:
            super().keyPressEvent(event)

    def panel_closed(self) -> None:
        """Back to the list."""
        self.reload()
        self.table.setFocus()

    def reload(self) -> None:
        """Read the first page."""
        self._asked += 1
        self._ask(None)

    def _ask(self, after_id: int | None) -> None:
        asked = self._asked
        self.desk.ask(
            list_received, lambda found: self._have(found, after_id, asked), text=self.search.text(),
            after_id=after_id, limit=_PAGE,
        )  # fmt: skip

    def _have(self, found: list[ReceivedRow], after_id: int | None, asked: int) -> None:
        if asked != self._asked:
            return
        self._last_id = found[-1].id if found else after_id
        rows = [self._row(x) for x in found]
        show_page(self, self.table, self.empty, rows, further=after_id is not None, more=len(found) == _PAGE)

    def _row(self, x: ReceivedRow) -> TableRow:
        formats = self.desk.formats
        told = self.tr("valid") if x.valid else self.tr("not valid")
        cells = (
            x.number or "-", kind_word(x.type), x.seller, formats.date(x.issued_on) if x.issued_on else "-",
            formats.date(x.due_on) if x.due_on else "-", told,
            cents_text(self.desk, x.payable_cents, x.currency),
        )  # fmt: skip
        return TableRow(str(x.id), cells, {"valid": "ok" if x.valid else "danger"})

    def _choose_file(self) -> None:
        kinds = self.tr("E-invoices (*.xml *.pdf)")
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Open a file"), str(Path.home()), kinds)
        if path:
            self.use_file(Path(path))

    def use_file(self, path: Path) -> None:
        """Read, check and keep a file, on the lane of the reports; then show it."""
        self.open_button.setEnabled(False)
        self.desk.services.submit(
            "reports", lambda: open_file(path.read_bytes(), name=path.name), on_done=self._opened,
            on_error=lambda error: self._failed(error, path),
        )  # fmt: skip

    def _opened(self, received: ReceivedFile) -> None:
        self.open_button.setEnabled(True)
        self.desk.run(keep_received, self._kept, received=received)

    def _kept(self, kept: KeptReceived) -> None:
        said = (
            self.tr("{number} came before; here it is.") if kept.was_there else self.tr("{number} is kept.")
        )
        self.desk.say(said.format(number=kept.number))
        self.open_received(kept.received_id)

    def _failed(self, error: Exception, path: Path) -> None:
        self.open_button.setEnabled(True)
        if isinstance(error, OSError):
            self.desk.say(self.tr("{path} could not be read.").format(path=path), "error")
        else:
            self.desk.failed(error)

    def open_received(self, received_id: int) -> ReceivedPanel:
        """Show one."""
        panel = ReceivedPanel(self.desk)
        self.open_panel(panel)
        panel.load(received_id)
        return panel
