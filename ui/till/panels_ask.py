"""Side panels that ask for something: discount, reason, note, one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QGridLayout, QLabel, QLineEdit, QStackedWidget, QWidget

from ui.formatting import Formats
from ui.theme import font, tokens
from ui.till.actions import BY_ID, action_texts
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.edits import MoneyEdit, NumberEdit, PercentEdit, QuantityEdit
from ui.widgets.keypad import PAY, Keypad
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import label, line, set_tone

_QUICK_PERCENT = (500, 1000, 1500, 2000, 2500, 5000)
_MAX_TEXT = 200
_REASON_W = 190


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


def row_label(text: str) -> QLabel:
    """The name of a field, as high as the field."""
    made = label(text, tokens.LABEL, 600)
    made.setMinimumHeight(tokens.CONTROL_H)
    return made


class DiscountPanel(AskPanel):
    """A discount on the line or on the sale, in per cent or as an amount.

    Signals:
        applied(str, str, int, str): scope "line" or "sale", kind "percent" or "amount", value in
            hundredths of a per cent or in minor units, reason.
        removed(str): scope whose discount is to be taken away.
    Setters: ask, set_message, set_busy.
    """

    applied = Signal(str, str, object, str)
    removed = Signal(str)
    stays = True

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
            button = Button(formats.percent(hundredths), "quick_low")
            button.clicked.connect(lambda _=False, value=hundredths: self._quick(value))
            grid.addWidget(button, 0, x)
        self._quick_row = quick
        self._values = QStackedWidget()
        self._values.addWidget(self._percent)
        self._values.addWidget(self._amount)
        self._values.setFixedHeight(tokens.CONTROL_H + 2)
        what, why = QWidget(), QWidget()
        body = self._kind.widget()
        if body is not None:
            self._kind.setFixedWidth(body.sizeHint().width())
        self._reason.setFixedWidth(_REASON_W)
        what.setLayout(line(self._scope, self._kind))
        why.setLayout(line(self._reasons, self._reason))
        self.add(what, self._values, quick, why, self._keypad, self._limit)
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
    once = True
    stays = True

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
    stays = True

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


class LinePanel(AskPanel):
    """One line of the cart: quantity and price, and what else can be done with it.

    Signals:
        changed(int, int): quantity in thousandths and unit price in minor units.
        action(str): "discount", "note" or "void_line".
    Setters: ask.
    """

    changed = Signal(object, object)
    action = Signal(str)
    stays = True

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__("", "", "check", parent)
        self.go.setText(self.tr("Change the line"))
        self._quantity = QuantityEdit(self.tr("Quantity"), formats)
        self._price = MoneyEdit(self.tr("Price"), formats)
        box = QWidget()
        form = QFormLayout(box)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(10)
        form.addRow(row_label(self.tr("Quantity")), self._quantity)
        form.addRow(row_label(self.tr("Price")), self._price)
        self._keypad = Keypad(PAY, formats.mark)
        self._keypad.drive(self._quantity)
        self._quantity.entered.connect(lambda: self._keypad.drive(self._quantity))
        self._price.entered.connect(lambda: self._keypad.drive(self._price))
        texts = action_texts()
        buttons = []
        for name in ("discount", "note", "void_line"):
            button = Button(texts[name], icon=BY_ID[name].icon)
            button.clicked.connect(lambda _=False, name=name: self.action.emit(name))
            buttons.append(button)
        row = QWidget()
        row.setLayout(line(*buttons))
        self.first = self._quantity
        self.add(box, self._keypad, row)
        self.enter_submits(self._quantity, self._price)

    def ask(self, name: str, quantity_milli: int, price_minor: int) -> None:
        """Prepare it."""
        self.set_title(name)
        self._quantity.set_value(quantity_milli)
        self._price.set_value(price_minor)
        self.set_message("")

    def _submit(self) -> None:
        quantity, price = self._quantity.value(), self._price.value()
        if not quantity or price is None:
            error = self._quantity.error() or self._price.error()
            self.set_message(error or self.tr("Type a price and a quantity."))
            return
        self.changed.emit(quantity, price)
