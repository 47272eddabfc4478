"""A line spread by hand: whose it is, what it pays, discount, fee, and what becomes of the rest."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.receivables.queries import OpenItem, list_open_items
from ui.banking.customer_line import CustomerLine
from ui.banking.hand import Hand
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import money
from ui.orders.words import document_word
from ui.theme import tokens
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.edits import MoneyEdit
from ui.widgets.form import Tick
from ui.widgets.text import column, label, line, set_tone


class HandBox(QWidget):
    """The box.

    Signals:
        changed(): something else is settled.
    """

    changed = Signal()

    def __init__(self, panel: DocumentPanel, desk: OfficeDesk) -> None:
        super().__init__()
        self._panel, self._desk = panel, desk
        self.hand = Hand(0)
        self.currency: str | None = None
        self._filling = False
        tr = self.tr
        self.customer = CustomerLine(panel)
        self.table = DataTable(tr("Open items"), [
            Column("document", tr("Document")), Column("due", tr("Due"), 125),
            Column("open", tr("Open"), 120, figure=True), Column("pays", tr("Settles"), 120, figure=True),
            Column("discount", tr("Discount"), 110, figure=True),
        ])  # fmt: skip
        self.share = MoneyEdit(tr("Settles of this item"), desk.formats)
        self.discount = MoneyEdit(tr("Discount of this item"), desk.formats)
        self.fee = MoneyEdit(tr("Bank fee"), desk.formats)
        self.difference = Tick(tr("Let go of the rest as a small difference"))
        self.left = label("", tokens.LABEL, 700, wrap=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        body = column(self, gap=tokens.GAP)
        body.addWidget(self.customer)
        body.addWidget(self.table, 1)
        fields = line(gap=10)
        for title, field in (
            (self.tr("Settles of this item"), self.share), (self.tr("Discount"), self.discount),
            (self.tr("Bank fee"), self.fee),
        ):  # fmt: skip
            head = label(title, tokens.CAPTION, 500, "text2")
            head.setBuddy(field)
            field.setFixedWidth(120)
            fields.addWidget(head)
            fields.addWidget(field)
        fields.addStretch(1)
        body.addLayout(fields)
        self.difference.setMinimumWidth(self.difference.sizeHint().width() + 30)
        row = line(self.difference, self.left, gap=14)
        row.setStretch(1, 1)
        body.addLayout(row)

    def _connect(self) -> None:
        self.customer.chosen.connect(self._take)
        self.table.current_changed.connect(lambda _key: self._show_item())
        self.table.opened.connect(lambda _key: self.share.setFocus())
        self.share.value_changed.connect(self._shared)
        self.discount.value_changed.connect(self._taken_off)
        self.fee.value_changed.connect(self._fee_given)
        self.difference.toggled.connect(self._let_go)

    def start(self, amount_minor: int, currency: str) -> None:
        """A line of that amount, without a customer yet."""
        self.currency = currency
        self._set(Hand(amount_minor))
        self.customer.field.clear()

    def use(self, hand: Hand, name: str) -> None:
        """Go on from a candidate."""
        self.customer.show_customer(hand.party_id, name)
        self._set(hand)

    def _set(self, hand: Hand) -> None:
        self.hand = hand
        self._filling = True
        self.fee.set_value(hand.fee_minor or None)
        self.difference.setChecked(hand.as_difference)
        self._filling = False
        self._fill()

    # --- who ---

    def _take(self, party_id: int, name: str) -> None:
        def have(items: list[OpenItem]) -> None:
            self.use(self.hand.of(party_id, items), name)
            self.table.setFocus()

        self._panel.ask(list_open_items, have, party_id=party_id)

    # --- what ---

    def _current(self) -> OpenItem | None:
        return next((i for i in self.hand.items if str(i.id) == self.table.current()), None)

    def _fill(self) -> None:
        kept = self.table.current()
        self.table.set_rows([self._row(i) for i in self.hand.items])
        self.table.select(kept)
        self._show_item()
        self._show_left()

    def _row(self, item: OpenItem) -> TableRow:
        paid, off = self.hand.paid(item.id), self.hand.discounts.get(item.id, 0)
        cells = (
            f"{document_word(item.document_type)} {item.document_number}",
            self._desk.formats.date(item.due_date), money(self._desk, item.open_minor, item.currency),
            money(self._desk, paid, item.currency) if paid else "",
            money(self._desk, off, item.currency) if off else "",
        )  # fmt: skip
        return TableRow(str(item.id), cells, {"pays": "ok"} if paid else {})

    def _show_item(self) -> None:
        item = self._current()
        self._filling = True
        self.share.setEnabled(item is not None)
        self.discount.setEnabled(item is not None and item.open_minor > 0)
        self.share.set_value(abs(self.hand.paid(item.id)) or None if item is not None else None)
        self.discount.set_value(self.hand.discounts.get(item.id) if item is not None else None)
        self._filling = False

    def _shared(self, minor: int | None) -> None:
        item = self._current()
        if not self._filling and item is not None:
            self.hand = self.hand.pay(item.id, minor or 0)
            self._changed(item)

    def _taken_off(self, minor: int | None) -> None:
        item = self._current()
        if not self._filling and item is not None:
            self.hand = self.hand.take_off(item.id, minor or 0)
            self._changed(item)

    def _fee_given(self, minor: int | None) -> None:
        if not self._filling:
            self.hand = replace(self.hand, fee_minor=minor or 0)
            self._show_left()
            self.changed.emit()

    def _let_go(self, chosen: bool) -> None:  # noqa: FBT001 - a signal's argument
        if not self._filling:
            self.hand = replace(self.hand, as_difference=chosen)
            self._show_left()
            self.changed.emit()

    def _changed(self, item: OpenItem) -> None:
        self.table.replace_row(self._row(item))
        self._show_left()
        self.changed.emit()

    def _show_left(self) -> None:
        left = self.hand.left_minor()
        shown = money(self._desk, abs(left), self.currency)
        tone = "ok"
        if not left:
            text = self.tr("Explained to the cent")
        elif self.hand.as_difference:
            text = self.tr("{amount} is let go of").format(amount=shown)
            tone = "warn"
        elif left > 0:
            text = self.tr("{amount} stays as credit").format(amount=shown)
            tone = "warn"
        else:
            text = self.tr("{amount} more is settled than came").format(amount=shown)
            tone = "danger"
        self.left.setText(text if self.hand.party_id else "")
        set_tone(self.left, tone)
