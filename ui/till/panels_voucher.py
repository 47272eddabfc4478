"""Side panels for gift cards and store credit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.formatting import Formats
from ui.theme import tokens
from ui.till.panels_ask import AskPanel, text_edit
from ui.widgets.button import Button
from ui.widgets.edits import MoneyEdit
from ui.widgets.keypad import PAY, Keypad
from ui.widgets.text import label, line, set_tone

_QUICK = (1000, 2000, 2500, 5000, 10_000)
_LONGEST = 40


class VoucherPanel(AskPanel):
    """The number of a gift card or store credit that pays.

    Signals:
        number_changed(str): a whole number was scanned or typed; answer with show_card.
        submitted(str, object): number, and minor units or None for as much as there is.
    Setters: ask, set_number, show_card, set_message.
    """

    number_changed = Signal(str)
    submitted = Signal(str, object)
    stays = True

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__("", "", "redeem", parent)
        self._formats = formats
        self.set_title(self.tr("Gift card or store credit"))
        self._number = text_edit(self.tr("Number"), self.tr("Scan or type the number"), _LONGEST)
        self._card = label("", tokens.LABEL, 600, wrap=True)
        self._hint = label("", tokens.SUB, tone="text2", wrap=True)
        self._amount = MoneyEdit(self.tr("Amount (empty: as much as there is)"), formats)
        self.first = self._number
        self.add(self._number, self._card, self._amount, self._hint)
        self.enter_submits(self._number, self._amount)
        self._number.editingFinished.connect(lambda: self.number_changed.emit(self._number.text().strip()))

    def ask(self, rest_minor: int, *, refund: bool) -> None:
        """Begin anew."""
        rest = self._formats.money(rest_minor)
        text = self.tr("Up to {rest} is put on it.") if refund else self.tr("Up to {rest} is taken off it.")
        self._hint.setText(text.format(rest=rest))
        self.go.setText(self.tr("Put it on the card") if refund else self.tr("Pay with it"))
        self._number.clear()
        self._amount.set_value(None)
        self._card.clear()
        self.set_message("")

    def set_number(self, number: str) -> None:
        """It was scanned."""
        self._number.setText(number.strip())
        self.number_changed.emit(self._number.text())
        self._amount.setFocus()

    def show_card(self, text: str) -> None:
        """What is on it."""
        self._card.setText(text)

    def _submit(self) -> None:
        number = self._number.text().strip()
        if not number:
            self.set_message(self.tr("Scan the card, or type its number."))
            return
        self.submitted.emit(number, self._amount.value())


class GiftCardPanel(AskPanel):
    """Sell or load a gift card, see what is on it, pay it out.

    Signals:
        number_changed(str): answer with show_card.
        new_number(): the card has no number of its own; answer with set_number.
        submitted(str, int): number and minor units to put on it.
        paid_out(str): all that is on it is paid out.
    Setters: ask, set_number, show_card, set_message.
    """

    number_changed = Signal(str)
    new_number = Signal()
    submitted = Signal(str, object)
    paid_out = Signal(str)
    stays = True

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__("", "", "redeem", parent)
        self.set_title(self.tr("Gift card"))
        self.go.setText(self.tr("Add to the cart"))
        self._number = text_edit(self.tr("Number"), self.tr("Scan the card, or type its number"), _LONGEST)
        new = Button(self.tr("New number"), icon="add")
        new.clicked.connect(self.new_number)
        top = QWidget()
        top.setLayout(line(self._number, new))
        self._card = label("", tokens.LABEL, 600, wrap=True)
        self._amount = MoneyEdit(self.tr("Amount"), formats)
        quick = QWidget()
        grid = QGridLayout(quick)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, minor in enumerate(_QUICK):
            button = Button(formats.money(minor), "quick_low")
            button.clicked.connect(lambda _=False, minor=minor: self._amount.set_value(minor))
            grid.addWidget(button, 0, place)
        keypad = Keypad(PAY, formats.mark)
        keypad.drive(self._amount)
        self._out = Button(self.tr("Pay out what is on it"), icon="undo")
        self._out.clicked.connect(lambda: self.paid_out.emit(self._number.text().strip()))
        self.first = self._number
        self.add(top, self._card, self._amount, quick, keypad)
        self.content.addWidget(self._out)
        self.enter_submits(self._number, self._amount)
        self._number.editingFinished.connect(lambda: self.number_changed.emit(self._number.text().strip()))

    def ask(self) -> None:
        """Begin anew."""
        self._number.clear()
        self._amount.set_value(None)
        self.show_card("", new=True)
        self.set_message("")

    def set_number(self, number: str) -> None:
        """It was scanned, or made."""
        self._number.setText(number.strip())
        self.number_changed.emit(self._number.text())
        self._amount.setFocus()

    def show_card(self, text: str, *, new: bool) -> None:
        """What is on it; a new one cannot be paid out."""
        set_tone(self._card, "text2" if new else "ok")
        self._card.setText(text)
        self._out.setVisible(not new)

    def _submit(self) -> None:
        number, amount = self._number.text().strip(), self._amount.value()
        if not number:
            self.set_message(self.tr("Scan the card, or type its number."))
        elif not amount:
            self.set_message(self._amount.error() or self.tr("Type the amount."))
            self._amount.setFocus()
        else:
            self.submitted.emit(number, amount)
