"""The right side while paying; the cart stays in sight on the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.keypad import PAY, Keypad
from ui.widgets.text import Card, Elided, column, label, line, set_tone

_QUICK_COLUMNS = 3
# keys of the amounts and of the ways to pay, in the order in which they are shown
QUICK_KEYS: Final = tuple(f"F{number}" for number in range(2, 7))
METHOD_KEYS: Final = tuple(f"F{number}" for number in range(7, 11))
_F2: Final = Qt.Key.Key_F2.value


@dataclass(frozen=True, slots=True)
class TenderMethod:
    """One way to pay."""

    key: str
    name: str
    icon: str
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class TenderTaken:
    """Money that was taken for this sale already."""

    tender_id: str
    name: str
    amount: str
    removable: bool = True


class PayView(Card):
    """Taking money.

    Signals:
        method_chosen(str): key of a tender method.
        quick_chosen(int): minor units of a quick cash button (Exact is the first).
        key_pressed(str): "0" to "9", ".", "back".
        tender_removed(str): tender_id of a tender that is to be taken back.
        completed(): Complete sale, or Enter.
        closed(): Back, or Esc.
        credit_wanted(): the change shall be store credit.
        own_credit_wanted(): pay with what the customer has to his credit.
    Setters: set_methods, select_method, set_amounts, set_tenders, set_quick, set_complete,
        set_message, set_busy.
    """

    method_chosen = Signal(str)
    quick_chosen = Signal(object)
    key_pressed = Signal(str)
    tender_removed = Signal(str)
    completed = Signal()
    closed = Signal()
    credit_wanted = Signal()
    own_credit_wanted = Signal()

    def __init__(self, mark: str = ".", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.setContentsMargins(20, 14, 20, 16)
        self.body.setSpacing(tokens.GUTTER)
        self._group = QButtonGroup(self)
        self._methods: dict[str, Button] = {}
        self._shown: list[tuple[str, str, str]] = []
        self._amounts: list[Button] = []
        self._pool: list[Button] = []
        self._minors: list[int] = []
        self._method_box = column(gap=10)
        self._tender_box = column(gap=6)
        self._quick = QGridLayout()
        self._quick.setSpacing(8)
        self._message = label("", tokens.SUB, 500, "danger", wrap=True)
        self._message.setVisible(False)
        self.keypad = Keypad(PAY, mark)
        self._complete = Button(self.tr("Complete sale"), "pay", icon="check_circle", hint="⏎")
        self._back = Button(self.tr("Back"), icon="undo", hint=self.tr("Esc"))
        self._credit = Button(self.tr("Change as store credit"), icon="redeem")
        self._credit.clicked.connect(self.credit_wanted)
        self._own_credit = Button("", "choice", icon="savings", hint="K")
        self._own_credit.clicked.connect(self.own_credit_wanted)
        self._own_credit.setVisible(False)
        self.body.addLayout(line(label(self.tr("Payment"), tokens.KEY, 600), None, self._back))
        self.body.addLayout(self._columns(), 1)
        self.keypad.pressed.connect(self.key_pressed)
        self._complete.clicked.connect(self.completed)
        self._back.clicked.connect(self.closed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Payment"))

    def set_methods(self, methods: Sequence[TenderMethod], selected: str = "") -> None:
        """The ways to pay, from the top; the buttons stay as long as the ways do."""
        if [(m.key, m.name, m.icon) for m in methods] != self._shown:
            self._make_methods(methods)
        self._group.setExclusive(False)
        for method in methods:
            self._methods[method.key].setEnabled(method.enabled)
            self._methods[method.key].setChecked(False)
        self._group.setExclusive(True)
        if selected:
            self.select_method(selected)

    def _make_methods(self, methods: Sequence[TenderMethod]) -> None:
        self._shown = [(m.key, m.name, m.icon) for m in methods]
        _empty(self._method_box)
        self._methods.clear()
        for method, hint in zip(methods, (*METHOD_KEYS, *[""] * len(methods)), strict=False):
            button = Button(method.name, "choice", icon=method.icon, hint=hint, checkable=True)
            button.clicked.connect(lambda _=False, key=method.key: self.method_chosen.emit(key))
            self._group.addButton(button)
            self._methods[method.key] = button
            self._method_box.addWidget(button)

    def select_method(self, key: str) -> None:
        """Put a method down without a signal."""
        self._methods[key].setChecked(True)

    def set_amounts(self, to_pay: str, received: str, rest: str, *, is_change: bool) -> None:
        """The three figures; is_change: the third is change, otherwise what is still to pay."""
        self._to_pay.setText(to_pay)
        self._received.setText(received)
        self._rest.setText(rest)
        self._rest_name.setText(self.tr("Change") if is_change else self.tr("Still to pay"))
        set_tone(self._rest, "ok" if is_change else "text")

    def set_tenders(self, tenders: Sequence[TenderTaken]) -> None:
        """What was taken already, under the methods."""
        _empty(self._tender_box)
        for tender in tenders:
            self._tender_box.addWidget(self._tender_row(tender))

    def set_quick(self, amounts: Sequence[tuple[int, str]]) -> None:
        """Quick cash: (minor units, text), at most five; the first is the exact amount.

        The buttons stay: what is kept of a button that is gone adds up over ten thousand payments.
        """
        wanted = amounts[: len(QUICK_KEYS)]
        for place in range(len(self._pool), len(wanted)):
            self._pool.append(self._make_amount(place))
        self._minors = [minor for minor, _text in wanted]
        self._amounts = self._pool[: len(wanted)]
        for button, (_minor, text) in zip(self._amounts, wanted, strict=True):
            button.setText(text)
        for place, button in enumerate(self._pool):
            button.setVisible(place < len(wanted))

    def _make_amount(self, place: int) -> Button:
        button = Button("", "quick_low", hint=QUICK_KEYS[place])
        button.clicked.connect(lambda: self.quick_chosen.emit(self._minors[place]))
        self._quick.addWidget(button, place // _QUICK_COLUMNS, place % _QUICK_COLUMNS)
        return button

    def set_complete(self, *, enabled: bool, text: str = "") -> None:
        """Whether the sale can be completed, and another text for the button."""
        self._complete.setEnabled(enabled)
        self._complete.setText(text or self.tr("Complete sale"))

    def set_credit(self, *, possible: bool) -> None:
        """Whether there is change that may be store credit."""
        self._credit.setVisible(possible)

    def offer_credit(self, text: str) -> None:
        """What the customer has to his credit, to be used in one press; "" for nothing."""
        self._own_credit.setText(text)
        self._own_credit.setVisible(bool(text))

    def set_message(self, text: str, *, bad: bool = True) -> None:
        """A sentence above the keypad; "" for none."""
        set_tone(self._message, "danger" if bad else "text2")
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def set_busy(self, *, busy: bool) -> None:
        """While the sale is being written nothing can be pressed twice."""
        for part in (self._complete, self._back, self.keypad, *self._methods.values()):
            part.setEnabled(not busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter completes, Esc goes back, digits go to the amount."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._complete.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.key_pressed.emit("back")
        elif event.text() and event.text() in "0123456789.,":
            self.key_pressed.emit(event.text())
        elif event.key() == Qt.Key.Key_K and not self._own_credit.isHidden():
            self._own_credit.click()
        elif not self._press(event.key() - _F2):
            super().keyPressEvent(event)

    def _press(self, place: int) -> bool:
        """The button of a function key: F2 and on the amounts, F7 and on the ways to pay."""
        buttons = dict(enumerate(self._amounts)) | dict(enumerate(self._methods.values(), len(QUICK_KEYS)))
        button = buttons.get(place)
        if button is not None:
            button.click()
        return button is not None

    def _columns(self) -> QGridLayout:
        trailing = Qt.AlignmentFlag.AlignTrailing
        self._to_pay, self._received = (label("", tokens.PAY, 700, align=trailing) for _ in "12")
        self._rest = label("", tokens.DUE, 700, align=trailing)
        self._rest_name = label("", tokens.LABEL, 600, "text2")
        figures = QGridLayout()
        figures.setVerticalSpacing(4)
        figures.setColumnStretch(1, 1)
        names: tuple[QLabel, ...] = (
            label(self.tr("To pay"), tokens.LABEL, 600, "text2"),
            label(self.tr("Received"), tokens.LABEL, 600, "text2"),
            self._rest_name,
        )
        for y, (name, value) in enumerate(
            zip(names, (self._to_pay, self._received, self._rest), strict=True)
        ):
            figures.addWidget(name, y, 0)
            figures.addWidget(value, y, 1)
        left, right = column(), column(gap=8)
        left.addWidget(self._own_credit)
        left.addLayout(self._method_box)
        left.addLayout(self._tender_box)
        left.addStretch(1)
        left.addWidget(self._credit)
        self._credit.setVisible(False)
        right.addLayout(figures)
        right.addWidget(self._message)
        right.addLayout(self._quick)
        right.addWidget(self.keypad)
        right.addWidget(self._complete)
        right.addStretch(1)
        columns = QGridLayout()
        columns.setHorizontalSpacing(16)
        columns.addLayout(left, 0, 0)
        columns.addLayout(right, 0, 1)
        columns.setColumnStretch(0, 2)
        columns.setColumnStretch(1, 3)
        return columns

    def _tender_row(self, tender: TenderTaken) -> QWidget:
        row = Card(well=True, pad=4)
        remove = Button("", "ghost", icon="close", name=self.tr("Take back {name}").format(name=tender.name))
        remove.setEnabled(tender.removable)
        remove.clicked.connect(lambda: self.tender_removed.emit(tender.tender_id))
        amount = label(tender.amount, tokens.LABEL, 700)
        inside = line(8, Elided(tender.name, tokens.BODY, 500), amount, remove, gap=8)
        row.body.addLayout(inside)
        return row


def _empty(layout: QVBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
