"""Side panels about what a customer owes, and about an order at the till."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.till.states import OrderWish
from ui.formatting import Formats
from ui.theme import tokens
from ui.till.panels_ask import AskPanel
from ui.till.panels_lists import ListPanel
from ui.widgets.button import Button
from ui.widgets.edits import MoneyEdit
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line


class AccountPanel(ListPanel):
    """What a customer owes; chosen carries the key of the item that is paid.

    Signals (besides those of ListPanel):
        all_requested(): everything that is due is paid.
        amount_given(int): so many minor units, for the oldest first.
    Setters: ask, set_rows, set_message.
    """

    all_requested = Signal()
    amount_given = Signal(object)
    stays = True

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__("", "", "", "account_balance", parent)
        self.list.setAccessibleName(self.tr("Open invoices"))
        self.set_empty(
            EmptyState("account_balance", self.tr("Nothing is owed"), self.tr("An amount is kept as credit."))
        )
        self._limit = label("", tokens.LABEL, tone="text2", wrap=True)
        self.content.insertWidget(0, self._limit)
        self._amount = MoneyEdit(self.tr("Another amount, for the oldest first"), formats)
        self._go = Button(self.tr("Take this amount"), icon="payments")
        self._all = Button(self.tr("Everything"), "primary", icon="check_circle")
        self._go.clicked.connect(self._give)
        self._amount.returnPressed.connect(self._give)
        self._amount.refused.connect(self.set_message)
        self._all.clicked.connect(self.all_requested)
        self.content.addLayout(line(self._amount, self._go))
        self.content.addWidget(self._all)

    def ask(self, name: str, limit: str, total: str) -> None:
        """Whose account, what he may owe, and what he owes in all ("" for nothing)."""
        self.set_title(name)
        self._limit.setText(limit)
        self._amount.set_value(None)
        self._all.setVisible(bool(total))
        self._all.setText(self.tr("Everything: {total}").format(total=total))
        self.set_message("")

    def _give(self) -> None:
        amount = self._amount.value()
        if amount:
            self.amount_given.emit(amount)
        else:
            self.set_message(self._amount.error() or self.tr("Type the amount."))


class OrderPanel(AskPanel):
    """An order of the back office at the till.

    Signals:
        bill_requested(): bill what is to be billed, and pay it here.
        pay_requested(): pay what is billed and open.
    Setters: show_order, set_message, set_busy.
    """

    bill_requested = Signal()
    pay_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", "payments", parent)
        self.go.setText(self.tr("Pay what is open"))
        self._customer = label("", tokens.PAY, 700, wrap=True)
        self._state = label("", tokens.LABEL, tone="text2", wrap=True)
        self._open = label("", tokens.LABEL, 600, wrap=True)
        self._bill = Button(self.tr("Bill it and pay here"), icon="receipt_long")
        self._bill.clicked.connect(self.bill_requested)
        self.first = self.go
        self.add(self._customer, self._state, self._open)
        self.content.addWidget(self._bill)

    def show_order(self, number: str, customer: str, state: str, open_text: str, *, may_pay: bool) -> None:
        """What it is, whose, and what is open of it."""
        self.set_title(number)
        self._customer.setText(customer)
        self._state.setText(state)
        self._open.setText(open_text)
        self.go.setEnabled(may_pay)
        self.set_message("")

    def set_busy(self, *, busy: bool) -> None:
        """While it is being billed."""
        super().set_busy(busy=busy)
        self._bill.setEnabled(not busy)

    def _submit(self) -> None:
        self.pay_requested.emit()


class MakeOrderPanel(AskPanel):
    """What lies on the counter becomes an order or a quote.

    Signals:
        made(str): an OrderWish.
    """

    made = Signal(str)
    once = True

    def __init__(self, customer: str, total: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", "check", parent)
        self.set_title(self.tr("Make an order"))
        self.go.setText(self.tr("Confirm as an order"))
        text = self.tr("{total} for {customer}: delivered and billed later.")
        self.add(label(text.format(total=total, customer=customer), tokens.LABEL, wrap=True))
        quote = Button(self.tr("Make a quote"), icon="edit_note")
        quote.clicked.connect(lambda: self.made.emit(OrderWish.QUOTE.value))
        layaway = Button(self.tr("Layaway: paid in parts, goods reserved"), icon="inventory_2")
        layaway.clicked.connect(lambda: self.made.emit(OrderWish.LAYAWAY.value))
        self.content.addWidget(layaway)
        self.content.addWidget(quote)
        self.first = self.go

    def _submit(self) -> None:
        self.made.emit(OrderWish.ORDER.value)
