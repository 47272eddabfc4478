"""Recording a payment: who, how much, and what it pays - the oldest first, or by hand."""

from __future__ import annotations

from datetime import date
from typing import cast
from uuid import uuid4

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.invoicing.operations.settle import apply_to_items, record_payment
from app.kernel.permission import Permission
from app.parties.queries import CustomerRow, CustomerView, get_customer, search_customers
from app.payments.customers import PaymentDraft, SavedPayment
from app.payments.refunds import refund_credit
from app.payments.states import PaymentMethod
from app.receivables.queries import OpenItem, list_open_items
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import money, open_document
from ui.orders.words import document_word
from ui.payments.spread import parts_of, spread
from ui.payments.words import method_word
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.edits import MoneyEdit
from ui.widgets.field_line import field_line
from ui.widgets.form import Choice, DayField, Tick, text_field
from ui.widgets.row_list import Row, RowList
from ui.widgets.search_line import SearchLine
from ui.widgets.text import label, line

_FOUND = 30


class RecordPanel(DocumentPanel):
    """A payment of a customer, over his open items.

    Signals:
        recorded(object): it is booked; its id.
    """

    recorded = Signal(object)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Record a payment"))
        self.party_id: int | None = None
        self.items: list[OpenItem] = []
        self.by_hand: dict[int, int] | None = None
        self._found: dict[str, CustomerRow] = {}
        self._asked = 0
        self._filling = False
        self._uuid = str(uuid4())
        tr = self.tr
        self.customer = SearchLine(tr("Customer: name, town or number"), own_enter=True)
        self.amount = MoneyEdit(tr("Amount"), desk.formats)
        self.method = Choice([(m, method_word(m.value)) for m in PaymentMethod], PaymentMethod.BANK)
        self.day = DayField()
        self.reference = text_field()
        self.table = DataTable(tr("Open items"), [
            Column("document", tr("Document")), Column("day", tr("Day"), 120),
            Column("due", tr("Due"), 120), Column("open", tr("Open"), 130, figure=True),
            Column("pays", tr("Pays"), 130, figure=True),
        ])  # fmt: skip
        self.results = RowList(tr("Found"))
        self.hand = Tick(tr("Choose what it pays by hand"))
        self.share = MoneyEdit(tr("Pays of this item"), desk.formats)
        self.apply_button = Button(tr("Set this credit against the oldest"), icon="link")
        self.refund_button = Button(tr("Pay this credit back"), icon="undo")
        self.total = label("", tokens.LABEL, 700, wrap=True)
        self.save_button = Button(tr("Record payment"), "primary", icon="payments", hint="F10")
        self._lay_out()
        self._connect()
        self.first = self.customer

    def _lay_out(self) -> None:
        self.page.addWidget(self.customer)
        fields = field_line((
            (self.tr("Amount"), self.amount, 150), (self.tr("How"), self.method, 170),
            (self.tr("Day"), self.day, 150), (self.tr("Reference"), self.reference, 0),
        ))  # fmt: skip
        self.page.addLayout(fields)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.results)
        self.page.addWidget(self.stack, 1)
        self.share.setFont(font(tokens.BODY, 600))
        self.share.setFixedWidth(130)
        self.hand.setMinimumWidth(self.hand.sizeHint().width() + 30)
        self.page.addLayout(line(self.hand, self.share, None, self.refund_button, self.apply_button, gap=10))
        foot = line(self.total, self.save_button, gap=10)
        foot.setStretch(0, 1)
        self.content.addLayout(foot)

    def _connect(self) -> None:
        self.customer.searched.connect(lambda text: self._search(text, take=False))
        self.customer.entered.connect(lambda: self._search(self.customer.text(), take=True))
        self.customer.down_pressed.connect(self.results.setFocus)
        self.results.chosen.connect(self._choose)
        self.amount.value_changed.connect(lambda _value: self._fill())
        self.amount.returnPressed.connect(self.reference.setFocus)
        self.reference.returnPressed.connect(self.record)
        self.hand.toggled.connect(self._hand_chosen)
        self.share.value_changed.connect(self._shared)
        self.table.current_changed.connect(self._item_chosen)
        self.table.opened.connect(lambda _key: self.share.setFocus())
        self.apply_button.clicked.connect(self._apply)
        self.refund_button.clicked.connect(self._ask_refund)
        self.save_button.clicked.connect(self.record)
        self._fill()

    # --- who ---

    def set_customer(self, party_id: int) -> None:
        """Whose payment it is."""

        def named(found: CustomerView) -> None:
            self._take(found.id, found.details.name)

        self.ask(get_customer, named, party_id=party_id)

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
            self._found = {str(c.id): c for c in found}
            rows = [Row(str(c.id), c.name, c.city, c.number, icon="person") for c in found]
            self.results.set_rows(rows)
            self.stack.setCurrentWidget(self.results if found else self.table)
            self.refuse("" if found else self.tr("No such customer."))

        self.ask(search_customers, have, text=text, limit=_FOUND)

    def _choose(self, key: str) -> None:
        found = self._found.get(key)
        if found is not None:
            self._take(found.id, found.name)

    def _take(self, party_id: int, name: str) -> None:
        self._asked += 1
        self.party_id = party_id
        self.customer.blockSignals(True)
        self.customer.setText(name)
        self.customer.blockSignals(False)
        self.stack.setCurrentWidget(self.table)
        self.refuse("")
        on = self.desk.services.context.on
        self.day.setDate(QDate(on.year, on.month, on.day))
        self.reload()
        self.amount.setFocus()

    def reload(self) -> None:
        """Read what is open of him."""
        if self.party_id is not None:
            self.ask(list_open_items, self._have_items, party_id=self.party_id)

    def _have_items(self, items: list[OpenItem]) -> None:
        self.items = items
        owed = sum(i.open_minor for i in items if i.open_minor > 0)
        self.amount.setPlaceholderText(self.desk.formats.amount(owed))
        self._fill()
        credit = any(i.open_minor < 0 for i in items)
        self.apply_button.setVisible(credit)
        self.refund_button.setVisible(credit and self.desk.may(Permission.REFUND))

    # --- what it pays ---

    def shares(self) -> dict[int, int]:
        """What each item gets."""
        return spread(self.amount.value() or 0, self.items, self.by_hand)

    def _hand_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.by_hand = dict(self.shares()) if chosen else None
        self._fill()
        if chosen:
            self.share.setFocus()

    def _current(self) -> OpenItem | None:
        return next((i for i in self.items if str(i.id) == self.table.current()), None)

    def _item_chosen(self, _key: str) -> None:
        item = self._current()
        self._filling = True
        self.share.setEnabled(self.by_hand is not None and item is not None and item.open_minor > 0)
        self.share.set_value(self.shares().get(item.id) if item is not None else None)
        self._filling = False
        self.apply_button.setEnabled(item is not None and item.open_minor < 0)
        self.refund_button.setEnabled(item is not None and item.open_minor < 0)

    def _shared(self, minor: int | None) -> None:
        item = self._current()
        if self._filling or self.by_hand is None or item is None:
            return
        self.by_hand[item.id] = minor or 0
        self._fill_rows()

    def _fill(self) -> None:
        kept = self.table.current()
        self.table.set_rows([self._row(i, self.shares()) for i in self.items])
        self.table.select(kept)
        self._item_chosen("")
        self._show_total()

    def _fill_rows(self) -> None:
        shares = self.shares()
        for item in self.items:
            self.table.replace_row(self._row(item, shares))
        self._show_total()

    def _row(self, item: OpenItem, shares: dict[int, int]) -> TableRow:
        formats, on = self.desk.formats, self.desk.services.context.on
        pays = shares.get(item.id, 0)
        tones = {"pays": "ok"}
        if item.open_minor > 0 and item.due_date < on:
            tones["due"] = "danger"
        elif item.open_minor < 0:
            tones["open"] = "ok"
        word = document_word(item.document_type)
        cells = (
            f"{word} {item.document_number}", formats.date(item.on), formats.date(item.due_date),
            money(self.desk, item.open_minor, item.currency),
            money(self.desk, pays, item.currency) if pays else "",
        )  # fmt: skip
        return TableRow(str(item.id), cells, tones)

    def _show_total(self) -> None:
        formats = self.desk.formats
        owed = sum(i.open_minor for i in self.items)
        left = (self.amount.value() or 0) - sum(self.shares().values())
        parts = [self.tr("open in all {amount}").format(amount=formats.money(owed))]
        if left > 0:
            parts.append(self.tr("{amount} stays as credit").format(amount=formats.money(left)))
        elif left < 0:
            parts.append(self.tr("{amount} too much applied").format(amount=formats.money(-left)))
        self.total.setText(" · ".join(parts))

    # --- booking ---

    def record(self) -> None:
        """Book it."""
        if self.party_id is None:
            self.refuse(self.tr("Choose the customer first."))
            self.customer.setFocus()
            return
        draft = PaymentDraft(
            self.party_id, self.amount.value() or 0, PaymentMethod(self.method.value()),
            cast("date", self.day.date().toPython()), reference=self.reference.text(),
        )  # fmt: skip
        parts = None if self.by_hand is None else parts_of(self.by_hand)
        self.run(record_payment, self._recorded, uuid=self._uuid, draft=draft, parts=parts)

    def _recorded(self, saved: SavedPayment) -> None:
        text = self.tr("{number} over {amount} is recorded.")
        amount = self.desk.formats.money(saved.amount_minor)
        self.desk.say(text.format(number=saved.number, amount=amount))
        self.recorded.emit(saved.payment_id)

    def _apply(self) -> None:
        item = self._current()
        if item is not None and item.open_minor < 0:
            self.run(apply_to_items, lambda _answer: self.reload(), credit_item_id=item.id)

    def _ask_refund(self) -> None:
        item = self._current()
        if item is None or item.open_minor >= 0:
            return
        question = self.tr("Pay {amount} of {number} back ({method})? Its reference:").format(
            amount=money(self.desk, -item.open_minor, item.currency), number=item.document_number,
            method=method_word(self.method.value()),
        )  # fmt: skip
        self.asking.ask(
            question, self.tr("Pay back"),
            lambda text: self.run(
                refund_credit, self._recorded, uuid=self._uuid, credit_item_id=item.id,
                method=PaymentMethod(self.method.value()), reference=text,
            ),
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 books it, F9 shows the document of the row."""
        item = self._current()
        if event.key() == Qt.Key.Key_F10:
            self.record()
        elif event.key() == Qt.Key.Key_F9 and item is not None:
            open_document(self.desk, f"{item.document_type}:{item.document_id}")
        else:
            super().keyPressEvent(event)
