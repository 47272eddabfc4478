"""Cases: listed, opened, found by receipt, lot, product or customer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.cases.operations import OpenedCase
from app.cases.queries import CaseRow, list_cases
from app.cases.states import CaseState
from ui.cases.case_panel import CasePanel
from ui.cases.new_case_panel import NewCasePanel
from ui.cases.words import kinds, state_text
from ui.office.section import OfficeDesk, Section
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice
from ui.widgets.search_line import SearchLine
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_PAGE = 200


class CasesSection(Section):
    """The list, the latest first; the scan of a receipt begins a case about it."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        tr = self.tr
        self._asked = 0
        self._last: int | None = None  # the row that the next page comes after
        self.search = SearchLine(tr("Search: number, receipt, lot, product, customer"))
        self.state = Choice(
            [(CaseState.OPEN, tr("Open")), (CaseState.CLOSED, tr("Closed")), (None, tr("All"))],
            CaseState.OPEN,
        )
        self.state.setAccessibleName(tr("Open or closed"))
        self.new_button = Button(tr("New"), "primary", icon="add", hint="Ctrl+N")
        self.table = DataTable(
            tr("Cases"),
            [
                Column("number", tr("Number"), 120), Column("kind", tr("Kind"), 130),
                Column("product", tr("Product")), Column("of", tr("Receipt or lot"), 150),
                Column("customer", tr("Customer"), 170, least=940), Column("when", tr("Opened"), 190),
                Column("state", tr("State"), 80),
            ],
        )  # fmt: skip
        self.empty = EmptyState(
            "inbox", tr("No cases here"),
            tr("A case is a complaint, a warranty claim or the recall of a lot."), tr("New case"),
        )  # fmt: skip
        top = line(label(tr("Cases"), tokens.KEY, 700), 4, self.search, self.state, self.new_button, gap=8)
        top.setStretch(2, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)
        self.search.searched.connect(lambda _text: self.reload())
        self.search.down_pressed.connect(self.table.setFocus)
        self.state.currentIndexChanged.connect(lambda _place: self.reload())
        self.table.more_wanted.connect(self._more)
        self.table.opened.connect(lambda key: self.open_case(int(key)))
        self.new_button.clicked.connect(self.begin)
        self.empty.action_triggered.connect(self.begin)

    def entered(self) -> None:
        """Read them."""
        self.reload()
        if self.panel() is None:
            self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+N opens one, F2 searches."""
        if event.key() == Qt.Key.Key_N and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.begin()
        elif event.key() == Qt.Key.Key_F2:
            self.search.setFocus()
        else:
            super().keyPressEvent(event)

    def scanned(self, raw: str) -> bool:
        """The barcode of a receipt begins a case about it."""
        if "-" not in raw:
            return False
        panel = self.panel()
        (panel if isinstance(panel, NewCasePanel) else self.begin()).take_receipt(raw.strip())
        return True

    def show_item(self, what: str) -> None:
        """A receipt's number: a new case about it."""
        self.begin().take_receipt(what)

    def panel_closed(self) -> None:
        """Back to the list."""
        self.table.setFocus()
        self.reload()

    def begin(self) -> NewCasePanel:
        """A new case."""
        panel = NewCasePanel(self.desk)
        panel.done.connect(self._begun)
        self.open_panel(panel)
        return panel

    def _begun(self, done: OpenedCase) -> None:
        self.close_panel()
        self.desk.say(self.tr("Case {number} is open.").format(number=done.number))
        self.open_case(done.case_id)

    def open_case(self, case_id: int) -> CasePanel:
        """Show a case."""
        panel = CasePanel(self.desk, case_id)
        self.open_panel(panel)
        return panel

    def reload(self) -> None:
        """Read the list."""
        self._asked += 1
        self._ask(None)

    def _more(self, _offset: int) -> None:
        self._ask(self._last)

    def _ask(self, after_id: int | None) -> None:
        asked = self._asked
        self.desk.ask(
            list_cases, lambda found: self._have(found, asked, first=after_id is None),
            text=self.search.text(), state=self.state.value(), after_id=after_id, limit=_PAGE,
        )  # fmt: skip

    def _have(self, found: list[CaseRow], asked: int, *, first: bool) -> None:
        if asked != self._asked:
            return
        rows, more = [self._row(c) for c in found], len(found) == _PAGE
        self._last = found[-1].id if found else None
        if not first:
            self.table.add_rows(rows, more=more)
            return
        kept = self.table.current()
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.table.set_rows(rows, more=more)
        self.table.select(kept)

    def _row(self, c: CaseRow) -> TableRow:
        return TableRow(
            str(c.id),
            (
                c.number, dict(kinds())[c.kind], c.product, c.lot or c.receipt, c.customer,
                self.desk.formats.date_time(c.opened_at), state_text(c.state),
            ),
            {} if c.state is CaseState.OPEN else {"state": "text2"},
        )  # fmt: skip
