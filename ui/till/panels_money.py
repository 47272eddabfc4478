"""Side panels about money and rights: cash, open item, age, card, approval."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from ui.formatting import Formats
from ui.theme import tokens
from ui.till.panels_ask import AskPanel, row_label, text_edit
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.edits import MoneyEdit, QuantityEdit
from ui.widgets.keypad import PAY, Keypad
from ui.widgets.pin_pad import PinPad
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import Card, label, line

_BAGGED = frozenset({"safe_drop", "bank_drop"})


class CashMovementPanel(AskPanel):
    """Money into or out of the drawer without a sale.

    Signals:
        submitted(str, int, str, str): kind "pay_in", "pay_out", "safe_drop" or "bank_drop", minor units,
            reason, number of the bag.
    Setters: ask.
    """

    submitted = Signal(str, object, str, str)
    stays = True

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__("", "", "swap_horiz", parent)
        self.set_title(self.tr("Cash in or out"))
        self.go.setText(self.tr("Book it and open the drawer"))
        self._kind = ChipBar(self.tr("What is it"))
        self._amount = MoneyEdit(self.tr("Amount"), formats)
        self._reason = text_edit(self.tr("Reason"))
        self._bag = text_edit(self.tr("Number of the bag"), limit=40)
        keypad = Keypad(PAY, formats.mark)
        keypad.drive(self._amount)
        self.first = self._amount
        self.add(self._kind, self._amount, self._reason, self._bag, keypad)
        self.enter_submits(self._amount, self._reason, self._bag)
        self._kind.chosen.connect(self._kind_chosen)

    def ask(self, kind: str = "pay_in", *, amount_minor: int | None = None) -> None:
        """Prepare it."""
        chips = [
            ("pay_in", self.tr("Pay in")), ("pay_out", self.tr("Pay out")),
            ("safe_drop", self.tr("To the safe")), ("bank_drop", self.tr("To the bank")),
        ]  # fmt: skip
        self._kind.set_chips(chips, kind)
        self._amount.set_value(amount_minor)
        self._reason.clear()
        self._bag.clear()
        self._kind_chosen(kind)
        self.set_message("")

    def set_bag(self, number: str) -> None:
        """A bag was scanned."""
        self._bag.setText(number.strip())

    def takes_bag(self) -> bool:
        """Whether the money goes into a bag."""
        return self._kind.selected() in _BAGGED

    def _kind_chosen(self, kind: str) -> None:
        self._bag.setVisible(kind in _BAGGED)

    def _submit(self) -> None:
        amount = self._amount.value()
        if not amount:
            self.set_message(self._amount.error() or self.tr("Type the amount."))
            return
        bag = self._bag.text().strip() if self.takes_bag() else ""
        self.submitted.emit(self._kind.selected(), amount, self._reason.text().strip(), bag)


class OpenItemPanel(AskPanel):
    """Something to sell that is not in the catalogue.

    Signals:
        added(str, int, int, int): name, price in minor units, quantity in thousandths, tax_class_id.
    Setters: set_tax_classes.
    """

    added = Signal(str, object, object, object)
    stays = True

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__("", "", "add", parent)
        self.set_title(self.tr("Open item"))
        self.go.setText(self.tr("Add to the cart"))
        self._name = text_edit(self.tr("What is it"), limit=80)
        self._price = MoneyEdit(self.tr("Price"), formats)
        self._quantity = QuantityEdit(self.tr("Quantity"), formats)
        self._quantity.set_value(1000)
        self._tax = QComboBox()
        self._tax.setAccessibleName(self.tr("Tax"))
        box = QWidget()
        form = QFormLayout(box)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(10)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("What is it"), self._name), (self.tr("Price"), self._price),
            (self.tr("Quantity"), self._quantity), (self.tr("Tax"), self._tax),
        )  # fmt: skip
        for name, field in rows:
            form.addRow(row_label(name), field)
        keypad = Keypad(PAY, formats.mark)
        keypad.drive(self._price)
        for edit in (self._price, self._quantity):
            edit.entered.connect(lambda edit=edit: keypad.drive(edit))
        self.first = self._price
        self.add(box, keypad)
        self.enter_submits(self._name, self._price, self._quantity)

    def set_tax_classes(self, classes: Sequence[tuple[int, str]]) -> None:
        """What tax can be chosen: (tax_class_id, name); the first is taken."""
        self._tax.clear()
        for tax_class_id, name in classes:
            self._tax.addItem(name, tax_class_id)

    def clear(self) -> None:
        """Begin anew: no name, no price, one piece."""
        self._name.clear()
        self._price.set_value(None)
        self._quantity.set_value(1000)
        self.set_message("")

    def _submit(self) -> None:
        price, quantity = self._price.value(), self._quantity.value()
        if price is None or not quantity:
            error = self._price.error() or self._quantity.error()
            self.set_message(error or self.tr("Type a price and a quantity."))
            return
        name = self._name.text().strip() or self.tr("Open item")
        self.added.emit(name, price, quantity, int(self._tax.currentData() or 0))


class AgeCheckPanel(AskPanel):
    """The cashier looks at a paper before something with an age limit is sold.

    Signals:
        confirmed(): old enough.
        refused(): not, the item is not sold.
    """

    confirmed = Signal()
    refused = Signal()
    once = True

    def __init__(self, item: str, age: int, born_before: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", "check", parent)
        self.set_title(self.tr("Check the age"))
        self.go.setText(self.tr("Old enough"))
        rule = self.tr("{item} may be sold from {age} years.").format(item=item, age=age)
        born = self.tr("Born on {date} or earlier").format(date=born_before)
        card = Card(well=True, pad=20)
        card.body.addWidget(label(rule, tokens.LABEL, 500, wrap=True))
        card.body.addWidget(label(born, tokens.PAY, 700, "warn", wrap=True))
        no = Button(self.tr("Do not sell"), "danger_soft", icon="block")
        no.clicked.connect(self.refused)
        self.add(card)
        self.content.addWidget(no)
        self.first = self.go

    def _submit(self) -> None:
        self.confirmed.emit()


class CardConfirmPanel(AskPanel):
    """The card terminal is not connected: the cashier says what it said.

    Signals:
        approved(str): with the number on the slip, "" when none was typed.
        declined(): the card was not taken.
    """

    approved = Signal(str)
    declined = Signal()
    once = True

    def __init__(self, amount: str, why: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", "", "check", parent)
        self.set_title(self.tr("Card payment"))
        self.go.setText(self.tr("Approved"))
        self._slip = text_edit(
            self.tr("Number on the slip"), self.tr("Number on the slip (may stay empty)"), 40
        )
        self.first = self._slip
        why = why or self.tr("Type this amount into the terminal")
        text = label(why, tokens.LABEL, tone="text2", wrap=True)
        self.add(text, label(amount, tokens.CHANGE, 700))
        self.add(label(self.tr("What did the terminal say?"), tokens.LABEL, 600), self._slip)
        no = Button(self.tr("Declined"), "danger_soft", icon="block")
        no.clicked.connect(self.declined)
        self.content.addWidget(no)
        self.enter_submits(self._slip)

    def _submit(self) -> None:
        self.approved.emit(self._slip.text().strip())


class ApprovalPanel(SidePanel):
    """Somebody with the right types his PIN, in place; it says for what.

    Signals:
        pin_entered(int, str): user_id of who approves, and his PIN.
        closed(): not approved.
    Setters: set_people, set_message, set_locked.
    """

    pin_entered = Signal(object, str)
    once = True
    stays = True

    def __init__(self, action: str, amount: str = "", limit: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Approval needed"))
        self._people = ChipBar(self.tr("Who approves"))
        self._people.chosen.connect(self._chosen)
        self._pin = PinPad(self.tr("Approve"))
        self._pin.setFixedWidth(380)
        self._pin.ask(action, amount, limit)
        self._pin.pin_entered.connect(self._entered)
        self._pin.cancelled.connect(self.closed)
        self._pin.sideways.connect(self._people.step)
        self._keys = label("← →", tokens.SUB, tone="text2")
        self.content.addLayout(line(self._people, self._keys))
        self.content.addLayout(line(None, self._pin, None))
        self.content.addStretch(1)
        self.first = self._pin

    def set_people(self, people: Sequence[tuple[int, str]], selected: int = 0) -> None:
        """Who may approve: (user_id, name); one of them is chosen."""
        chosen = selected or (people[0][0] if people else 0)
        self._people.set_chips([(str(user_id), name) for user_id, name in people], str(chosen))
        self._keys.setVisible(len(people) > 1)

    def _chosen(self) -> None:
        self._pin.clear()
        self._pin.set_message("")
        self._pin.set_locked(locked=False)
        self._pin.setFocus()

    def _entered(self, pin: str) -> None:
        self.pin_entered.emit(int(self._people.selected() or 0), pin)

    def set_message(self, text: str, *, bad: bool = True) -> None:
        """A sentence under the PIN."""
        self._pin.set_message(text, bad=bad)

    def set_locked(self, *, locked: bool) -> None:
        """Take no PIN for a while."""
        self._pin.set_locked(locked=locked)
