"""A line in which a customer is searched and chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.parties.queries import CustomerRow, search_customers
from ui.orders.document_panel import DocumentPanel
from ui.theme import tokens
from ui.widgets.row_list import Row, RowList
from ui.widgets.search_line import SearchLine
from ui.widgets.text import column

_FOUND = 30


class CustomerLine(QWidget):
    """The line; Enter takes the first, Down goes into what was found.

    Signals:
        chosen(object, str): id and name of a customer.
    """

    chosen = Signal(object, str)

    def __init__(self, panel: DocumentPanel) -> None:
        super().__init__()
        self._panel = panel
        self._asked = 0
        self._names: dict[str, str] = {}
        self.party_id: int | None = None
        self.field = SearchLine(self.tr("Customer: name, town or number"), own_enter=True)
        self.found = RowList(self.tr("Found"))
        self.found.setVisible(False)
        self.found.setFixedHeight(180)
        body = column(self, gap=tokens.GAP)
        body.addWidget(self.field)
        body.addWidget(self.found)
        self.field.searched.connect(lambda text: self._search(text, take=False))
        self.field.entered.connect(lambda: self._search(self.field.text(), take=True))
        self.field.down_pressed.connect(self.found.setFocus)
        self.found.chosen.connect(lambda key: self._take(int(key), self._names.get(key, "")))
        self.setFocusProxy(self.field)

    def _search(self, text: str, *, take: bool) -> None:
        if not text.strip():
            return
        self._asked += 1
        asked = self._asked

        def have(found: list[CustomerRow]) -> None:
            if asked != self._asked:
                return
            if take and found:
                self._take(found[0].id, found[0].name)
                return
            self._names = {str(c.id): c.name for c in found}
            self.found.set_rows([Row(str(c.id), c.name, c.city, c.number, icon="person") for c in found])
            self.found.setVisible(bool(found))

        self._panel.ask(search_customers, have, text=text, limit=_FOUND)

    def _take(self, party_id: int, name: str) -> None:
        self._asked += 1
        self.show_customer(party_id, name)
        self.chosen.emit(party_id, name)

    def show_customer(self, party_id: int, name: str) -> None:
        """Who it is, without a signal."""
        self.party_id = party_id
        self.field.blockSignals(True)
        self.field.setText(name)
        self.field.blockSignals(False)
        self.found.setVisible(False)
