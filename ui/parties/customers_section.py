"""Customers: found, edited, with what they bought and what they owe."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.kernel.permission import Permission
from app.parties.events import CustomerChanged
from app.parties.operations import SavedCustomer
from app.parties.queries import CustomerRow, count_customers, search_customers
from ui.office.paging import show_page
from ui.office.section import OfficeDesk, Section
from ui.parties.customer_editor import CustomerEditor
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice
from ui.widgets.search_line import SearchLine
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_PAGE: Final = 100
_STATES: Final = {"active": True, "blocked": False, "all": None}


class CustomersSection(Section):
    """Customers."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked = 0
        self._customers: dict[str, CustomerRow] = {}
        self.search = SearchLine(self.tr("Search: name, town, number or telephone"))
        self.state = Choice(
            [("active", self.tr("Active")), ("blocked", self.tr("Blocked")), ("all", self.tr("All"))],
            "active",
        )
        self.state.setAccessibleName(self.tr("Active or blocked"))
        self.new_button = Button(self.tr("New"), "primary", icon="person_add", hint="Ctrl+N")
        self.table = DataTable(
            self.tr("Customers"),
            [
                Column("number", self.tr("Number"), 110),
                Column("name", self.tr("Name")),
                Column("city", self.tr("Town"), 150),
                Column("phone", self.tr("Telephone"), 150),
                Column("limit", self.tr("Credit limit"), 190, figure=True),
            ],
        )
        self.count = label("", tokens.SUB, 400, "text2")
        self.empty = EmptyState(
            "group", self.tr("No customers found"), self.tr("Search for something else, or make a new one."),
            self.tr("New customer"),
        )  # fmt: skip
        self._lay_out()
        self.search.searched.connect(lambda _text: self.reload())
        self.search.down_pressed.connect(self.table.setFocus)
        self.state.currentIndexChanged.connect(lambda _place: self.reload())
        self.table.opened.connect(lambda key: self.open_customer(int(key)))
        self.table.more_wanted.connect(self._ask)
        self.new_button.clicked.connect(self._new)
        self.empty.action_triggered.connect(self._new)
        desk.services.bridge.happened.connect(self._happened)

    def _lay_out(self) -> None:
        top = line(
            label(self.tr("Customers"), tokens.KEY, 700), 4, self.search, self.state, self.new_button, gap=8
        )
        top.setStretch(2, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)
        self.body.addWidget(self.count)

    def entered(self) -> None:
        """Read the first page."""
        self.new_button.setVisible(self.desk.may(Permission.EDIT_PARTIES))
        self.reload()
        if self.panel() is None:
            self.search.setFocus()

    def show_item(self, what: str) -> None:
        """A customer by his id."""
        self.open_customer(int(what))

    def scanned(self, raw: str) -> bool:
        """A customer's card."""
        if self.panel() is not None:
            return False
        self.state.choose("all")
        self.search.setText(raw.strip())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+N makes one, F2 searches."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_N and control:
            self._new()
        elif event.key() == Qt.Key.Key_F2:
            self.search.setFocus()
        else:
            super().keyPressEvent(event)

    def panel_closed(self) -> None:
        """Back to the list."""
        self.table.setFocus()

    def reload(self) -> None:
        """Read the first page."""
        self._asked += 1
        asked = self._asked
        self._ask(0)
        self.desk.ask(
            count_customers, lambda total: self._have_total(total, asked), text=self.search.text(),
            active=_STATES[self.state.value() or "active"],
        )  # fmt: skip

    def _ask(self, offset: int) -> None:
        asked = self._asked
        self.desk.ask(
            search_customers, lambda found: self._have(found, offset, asked), text=self.search.text(),
            limit=_PAGE, offset=offset, active=_STATES[self.state.value() or "active"],
        )  # fmt: skip

    def _have(self, found: list[CustomerRow], offset: int, asked: int) -> None:
        if asked != self._asked:
            return
        self._customers.update({str(row.id): row for row in found})
        rows = [self._row(row) for row in found]
        show_page(self, self.table, self.empty, rows, further=bool(offset), more=len(found) == _PAGE)

    def _row(self, row: CustomerRow) -> TableRow:
        tones = {} if row.active else dict.fromkeys(("number", "name", "city", "phone"), "text2")
        if row.credit_limit_minor is None:
            limit = self.tr("no limit")
            tones["limit"] = "warn"
        elif row.credit_limit_minor == 0:
            limit = self.tr("nothing on account")
            tones["limit"] = "text2"
        else:
            limit = self.desk.formats.money(row.credit_limit_minor)
        return TableRow(str(row.id), (row.number, row.name, row.city, row.phone, limit), tones)

    def _have_total(self, total: int, asked: int) -> None:
        if asked == self._asked:
            words = self.tr("1 customer") if total == 1 else self.tr("{total} customers")
            self.count.setText(words.format(total=self.desk.formats.number(total)))

    def _new(self) -> None:
        editor = CustomerEditor(self.desk)
        editor.done.connect(self._saved)
        self.open_panel(editor)

    def open_customer(self, party_id: int) -> CustomerEditor:
        """Show a customer."""
        editor = CustomerEditor(self.desk)
        editor.done.connect(self._saved)
        self.open_panel(editor)
        editor.load(party_id)
        return editor

    def _saved(self, saved: SavedCustomer | None) -> None:
        self.close_panel()
        if saved is not None:
            self.desk.say(self.tr("{name} is saved.").format(name=saved.name))
        self.reload()

    def _happened(self, event: object) -> None:
        if isinstance(event, CustomerChanged) and self.isVisible():
            self.reload()
