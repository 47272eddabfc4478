"""Side panels that ask for something: discount, reason, note, cash, open item, age, card, approval."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QGridLayout, QLineEdit, QStackedWidget, QWidget

from ui.formatting import Formats
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.edits import MoneyEdit, NumberEdit, PercentEdit, QuantityEdit
from ui.widgets.keypad import PAY, Keypad
from ui.widgets.pin_pad import PinPad
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import Card, label, line, set_tone

_QUICK_PERCENT = (500, 1000, 1500, 2000, 2500, 5000)
_MAX_TEXT = 200


class AskPanel(SidePanel):
    """A panel with a form, a sentence for refusals, and one button that Enter presses.

    Setters: set_message, set_busy.
    """

    def __init__(self, title: str, button: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.message = label("", tokens.BODY, 500, "danger", wrap=True)
        self.message.setVisible(False)
        self.go = Button(button, "primary", icon=icon, hint="⏎")
        self.go.clicked.connect(self._submit)
        self.content.addStretch(1)
        self.content.addWidget(self.message)
        self.content.addWidget(self.go)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets above the sentence and the button."""
        for widget in widgets:
            self.content.insertWidget(self.content.count() - 3, widget)

    def set_message(self, text: str, *, bad: bool = True) -> None:
        """Why it was refused; "" for nothing."""
        set_tone(self.message, "danger" if bad else "text2")
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def set_busy(self, *, busy: bool) -> None:
        """While it is being written."""
        self.go.setEnabled(not busy)

    def enter_submits(self, *edits: QLineEdit) -> None:
        """Enter in one of these presses the button; what is no number shows its sentence."""
        for edit in edits:
            edit.returnPressed.connect(self.go.click)
            if isinstance(edit, NumberEdit):
                edit.refused.connect(self.set_message)
                edit.value_changed.connect(lambda _value: self.set_message(""))

    def _submit(self) -> None:
        raise NotImplementedError


def text_edit(name: str, place: str = "", limit: int = _MAX_TEXT) -> QLineEdit:
    """A field for a line of text."""
    edit = QLineEdit()
    edit.setFont(font(tokens.LABEL))
    edit.setAccessibleName(name)
    edit.setPlaceholderText(place or name)
    edit.setMaxLength(limit)
    return edit


class DiscountPanel(AskPanel):
    """A discount on the line or on the sale, in per cent or as an amount.

    Signals:
        applied(str, str, int, str): scope "line" or "sale", kind "percent" or "amount", value in
            hundredths of a per cent or in minor units, reason.
        removed(str): scope whose discount is to be taken away.
    Setters: ask, set_message, set_busy.
    """

    applied = Signal(str, str, int, str)
    removed = Signal(str)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__("", "", "percent", parent)
        self.set_title(self.tr("Discount"))
        self.go.setText(self.tr("Give the discount"))
        self._scope = ChipBar(self.tr("On what"))
        self._kind = ChipBar(self.tr("In what"))
        self._kind.set_chips([("percent", self.tr("Per cent")), ("amount", self.tr("Amount"))], "percent")
        self._percent = PercentEdit(self.tr("Discount in per cent"), formats)
        self._amount = MoneyEdit(self.tr("Discount as an amount"), formats)
        self._reason = text_edit(self.tr("Reason"))
        self._reasons = ChipBar(self.tr("Reasons"))
        self._limit = label("", tokens.SUB, tone="text2", wrap=True)
        self._remove = Button(self.tr("Take the discount away"), icon="delete")
        self._keypad = Keypad(PAY, formats.mark)
        quick = QWidget()
        grid = QGridLayout(quick)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for x, hundredths in enumerate(_QUICK_PERCENT):
            button = Button(formats.percent(hundredths), "quick")
            button.clicked.connect(lambda _=False, value=hundredths: self._quick(value))
            grid.addWidget(button, 0, x)
        self._quick_row = quick
        self._values = QStackedWidget()
        self._values.addWidget(self._percent)
        self._values.addWidget(self._amount)
        self._values.setFixedHeight(tokens.CONTROL_H + 2)
        self.add(
            self._scope,
            self._kind,
            self._values,
            quick,
            self._reasons,
            self._reason,
            self._keypad,
            self._limit,
        )
        self.content.addWidget(self._remove)
        self.enter_submits(self._percent, self._amount, self._reason)
        self._kind.chosen.connect(self._kind_chosen)
        self._reasons.chosen.connect(self._reason.setText)
        self._remove.clicked.connect(lambda: self.removed.emit(self._scope.selected()))
        self._kind_chosen("percent")

    def ask(
        self,
        *,
        line_name: str,
        scope: str,
        reasons: Sequence[str],
        limit: str = "",
        has_discount: bool = False,
    ) -> None:
        """Prepare it.

        Args:
            line_name: name of the selected line, "" when there is none.
            scope: "line" or "sale": what is chosen at first.
            reasons: to choose from; a text may be typed as well.
            limit: a sentence about the role's limit.
            has_discount: whether there is one to take away.
        """
        chips = [("sale", self.tr("Whole sale"))]
        if line_name:
            chips.insert(0, ("line", self.tr("Line: {name}").format(name=line_name)))
        self._scope.set_chips(chips, scope if line_name else "sale")
        self._reasons.set_chips([(reason, reason) for reason in reasons])
        self._reasons.setVisible(bool(reasons))
        self._limit.setText(limit)
        self._limit.setVisible(bool(limit))
        self._remove.setVisible(has_discount)
        for edit in (self._percent, self._amount, self._reason):
            edit.clear()
        self.set_message("")

    def _quick(self, hundredths: int) -> None:
        self._percent.set_value(hundredths)
        self._submit()

    def _kind_chosen(self, kind: str) -> None:
        edit = self._percent if kind == "percent" else self._amount
        self._values.setCurrentWidget(edit)
        self._quick_row.setVisible(kind == "percent")
        self._keypad.drive(edit)
        self.first = edit
        edit.setFocus()

    def _submit(self) -> None:
        kind = self._kind.selected() or "percent"
        edit = self._percent if kind == "percent" else self._amount
        value = edit.value()
        if not value:
            self.set_message(edit.error() or self.tr("Type how much."))
            return
        self.applied.emit(self._scope.selected(), kind, value, self._reason.text().strip())


class ReasonPanel(AskPanel):
    """A reason to choose or to type: voids, opening the drawer, refusals.

    Signals:
        given(str): the reason.
    """

    given = Signal(str)

    def __init__(
        self,
        title: str,
        text: str,
        reasons: Sequence[str],
        button: str,
        *,
        danger: bool = False,
        required: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, button, "check", parent)
        self._required = required
        self._reason = text_edit(self.tr("Reason"), self.tr("Another reason"))
        self.first = self._reason
        self.add(label(text, tokens.LABEL, tone="danger" if danger else "text2", wrap=True))
        for reason in reasons:
            choice = Button(reason, "choice")
            choice.clicked.connect(lambda _=False, reason=reason: self.given.emit(reason))
            self.add(choice)
        self.add(self._reason)
        self.enter_submits(self._reason)

    def _submit(self) -> None:
        reason = self._reason.text().strip()
        if self._required and not reason:
            self.set_message(self.tr("Choose a reason, or type one."))
            return
        self.given.emit(reason)


class NotePanel(AskPanel):
    """A note on the line or on the sale.

    Signals:
        saved(str, str): scope "line" or "sale", and the text ("" takes the note away).
    Setters: ask.
    """

    saved = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", "check", parent)
        self.set_title(self.tr("Note"))
        self.go.setText(self.tr("Save the note"))
        self._notes = {"line": "", "sale": ""}
        self._scope = ChipBar(self.tr("On what"))
        self._text = text_edit(self.tr("Note"))
        self.first = self._text
        hint = label(self.tr("It is printed on the receipt."), tokens.SUB, tone="text2")
        self.add(self._scope, self._text, hint)
        self.enter_submits(self._text)
        self._scope.chosen.connect(self._show_note)

    def ask(self, *, line_name: str, line_note: str, sale_note: str) -> None:
        """Prepare it; line_name "" when no line is selected."""
        self._notes = {"line": line_note, "sale": sale_note}
        chips = [("sale", self.tr("Whole sale"))]
        if line_name:
            chips.insert(0, ("line", self.tr("Line: {name}").format(name=line_name)))
        self._scope.set_chips(chips, chips[0][0])
        self._show_note(chips[0][0])

    def _show_note(self, scope: str) -> None:
        self._text.setText(self._notes[scope])
        self._text.setFocus()

    def _submit(self) -> None:
        self.saved.emit(self._scope.selected(), self._text.text().strip())


class CashMovementPanel(AskPanel):
    """Money into or out of the drawer without a sale.

    Signals:
        submitted(str, int, str): kind "pay_in", "pay_out" or "safe_drop", minor units, reason.
    Setters: ask.
    """

    submitted = Signal(str, int, str)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__("", "", "swap_horiz", parent)
        self.set_title(self.tr("Cash in or out"))
        self.go.setText(self.tr("Book it and open the drawer"))
        self._kind = ChipBar(self.tr("What is it"))
        self._amount = MoneyEdit(self.tr("Amount"), formats)
        self._reason = text_edit(self.tr("Reason"))
        keypad = Keypad(PAY, formats.mark)
        keypad.drive(self._amount)
        self.first = self._amount
        self.add(self._kind, self._amount, self._reason, keypad)
        self.enter_submits(self._amount, self._reason)

    def ask(self, kind: str = "pay_in", *, amount_minor: int | None = None) -> None:
        """Prepare it."""
        chips = [
            ("pay_in", self.tr("Pay in")), ("pay_out", self.tr("Pay out")), ("safe_drop", self.tr("To the safe")),
        ]  # fmt: skip
        self._kind.set_chips(chips, kind)
        self._amount.set_value(amount_minor)
        self._reason.clear()
        self.set_message("")

    def _submit(self) -> None:
        amount = self._amount.value()
        if not amount:
            self.set_message(self._amount.error() or self.tr("Type the amount."))
            return
        self.submitted.emit(self._kind.selected(), amount, self._reason.text().strip())


class OpenItemPanel(AskPanel):
    """Something to sell that is not in the catalogue.

    Signals:
        added(str, int, int, int): name, price in minor units, quantity in thousandths, tax_class_id.
    Setters: set_tax_classes.
    """

    added = Signal(str, int, int, int)

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
            form.addRow(label(name, tokens.LABEL, 600), field)
        keypad = Keypad(PAY, formats.mark)
        keypad.drive(self._price)
        self.first = self._price
        self.add(box, keypad)
        self.enter_submits(self._name, self._price, self._quantity)

    def set_tax_classes(self, classes: Sequence[tuple[int, str]]) -> None:
        """What tax can be chosen: (tax_class_id, name); the first is taken."""
        self._tax.clear()
        for tax_class_id, name in classes:
            self._tax.addItem(name, tax_class_id)

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

    def __init__(self, amount: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", "check", parent)
        self.set_title(self.tr("Card payment"))
        self.go.setText(self.tr("Approved"))
        self._slip = text_edit(
            self.tr("Number on the slip"), self.tr("Number on the slip (may stay empty)"), 40
        )
        self.first = self._slip
        text = label(self.tr("Type this amount into the terminal"), tokens.LABEL, tone="text2", wrap=True)
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
        pin_entered(str): the PIN.
        closed(): not approved.
    Setters: set_message, set_locked.
    """

    pin_entered = Signal(str)

    def __init__(self, action: str, amount: str = "", limit: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Approval needed"))
        self._pin = PinPad(self.tr("Approve"))
        self._pin.setFixedWidth(380)
        self._pin.ask(action, amount, limit)
        self._pin.pin_entered.connect(self.pin_entered)
        self._pin.cancelled.connect(self.closed)
        self.content.addLayout(line(None, self._pin, None))
        self.content.addStretch(1)
        self.first = self._pin

    def set_message(self, text: str, *, bad: bool = True) -> None:
        """A sentence under the PIN."""
        self._pin.set_message(text, bad=bad)

    def set_locked(self, *, locked: bool) -> None:
        """Take no PIN for a while."""
        self._pin.set_locked(locked=locked)
