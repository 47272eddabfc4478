"""The left side of the till: customer, lines, sums, Pay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QStackedLayout, QWidget

from ui.theme import tokens
from ui.till.actions import action_texts, hints
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.cart_list import CartList, CartRow
from ui.widgets.text import Card, label, line
from ui.widgets.tips import plain_tip


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums under the cart, all text in the user's locale; "" hides a row."""

    items: str
    total: str
    discount: str = ""
    tax: str = ""
    tax_label: str = ""  # "VAT incl."; "" takes the word for tax


class CartPanel(Card):
    """The cart.

    Signals:
        action(str): "customer", "void_sale" or "pay".
        line_selected(str): line_id, "" for none.
        line_activated(str): tapped again: the presenter edits it.
        banner_action(): the button in the banner.
    Setters: set_lines, select_line, set_totals, set_customer, set_pay_enabled, show_banner,
        hide_banner, set_key_hints, move_selection.
    """

    action = Signal(str)
    line_selected = Signal(str)
    line_activated = Signal(str)
    banner_action = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        texts = action_texts()
        self._customer = Button(self.tr("Walk-in customer"), "field", icon="person", hint="F4")
        self._customer_name = ""
        self._clear = Button("", icon="delete", name=texts["void_sale"])
        self.list = CartList()
        self.list.set_empty_text(self.tr("The cart is empty"), self.tr("Scan, search or tap a product."))
        self._pay = Button(texts["pay"], "pay", icon="payments", hint="F12")
        self.banner = Banner()
        self.body.addLayout(line(self._customer, self._clear, gap=8))
        self.body.itemAt(0).layout().setStretch(0, 1)  # type: ignore[union-attr]
        self.body.addWidget(self.list, 1)
        self.body.addLayout(self._make_foot())
        self.body.addWidget(self._pay)
        self._customer.clicked.connect(lambda: self.action.emit("customer"))
        self._clear.clicked.connect(lambda: self.action.emit("void_sale"))
        self._pay.clicked.connect(lambda: self.action.emit("pay"))
        self.list.selected_changed.connect(self.line_selected)
        self.list.line_activated.connect(self.line_activated)
        self.banner.action_triggered.connect(self.banner_action)
        self.set_totals(Totals("0", ""))

    def set_lines(self, rows: Sequence[CartRow], selected: str | None = None) -> None:
        """Show the lines; see CartList.set_lines."""
        self.list.set_lines(rows, selected)
        self._clear.setEnabled(bool(rows))
        self._pay.setEnabled(bool(rows))

    def select_line(self, line_id: str) -> None:
        """Select a line, "" for none."""
        self.list.select(line_id)

    def selected_line(self) -> str:
        """line_id of the selected line, or ""."""
        return self.list.selected

    def move_selection(self, step: int) -> None:
        """Up (-1) or down (1)."""
        self.list.move_selection(step)

    def set_totals(self, totals: Totals) -> None:
        """Show the sums."""
        self._items.setText(totals.items)
        self._discount.setText(totals.discount)
        self._tax.setText(totals.tax)
        self._tax_name.setText(totals.tax_label or self.tr("Tax"))
        self._discount_name.setVisible(bool(totals.discount))
        self._tax_name.setVisible(bool(totals.tax))
        self._total.setText(totals.total)
        self._total.setAccessibleName(self.tr("Total {amount}").format(amount=totals.total))

    def set_customer(self, name: str) -> None:
        """Whose sale it is; "" for nobody known."""
        self._customer_name = name
        self._customer.setText(name or self.tr("Walk-in customer"))

    def set_returning(self, *, on: bool) -> None:
        """Whether goods come back: the button says that money is paid out."""
        text = self.tr("Pay out") if on else action_texts()["pay"]
        if self._pay.text() != text:
            self._pay.setText(text)

    def set_pay_enabled(self, *, enabled: bool) -> None:
        """Whether there is something to pay."""
        self._pay.setEnabled(enabled)

    def show_banner(self, kind: str, text: str, *, action: str = "", milliseconds: int = 0) -> None:
        """Show a message over the small sums; no line moves and none is hidden."""
        self.banner.show_message(kind, text, action=action, milliseconds=milliseconds)

    def hide_banner(self) -> None:
        """Take the message away."""
        self.banner.dismiss()

    def set_key_hints(self, keys: Mapping[str, str]) -> None:
        """Keys that the shop has changed, by action."""
        shown = hints(keys)
        self._customer.set_hint(shown["customer"])
        self._pay.set_hint(shown["pay"])
        self._clear.setToolTip(plain_tip(f"{action_texts()['void_sale']} ({shown['void_sale']})"))

    def _make_foot(self) -> QGridLayout:
        trailing = Qt.AlignmentFlag.AlignTrailing
        self._items, self._discount, self._tax = (
            label("", tokens.SUB, 500, "text2", trailing) for _ in "123"
        )
        self._items_name = label(self.tr("Items"), tokens.SUB, tone="text2")
        self._discount_name = label(self.tr("Discount"), tokens.SUB, tone="text2")
        self._tax_name = label("", tokens.SUB, tone="text2")
        self._total = label("", tokens.TOTAL, 700, align=trailing)
        sums = QWidget()
        rows: tuple[tuple[QLabel, QLabel], ...] = (
            (self._items_name, self._items), (self._discount_name, self._discount),
            (self._tax_name, self._tax),
        )  # fmt: skip
        grid = QGridLayout(sums)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for y, (name, value) in enumerate(rows):
            grid.addWidget(name, y, 0)
            grid.addWidget(value, y, 1)
        grid.setRowStretch(3, 1)
        sums.setFixedHeight(self.banner.sizeHint().height() + 6)
        place = QWidget()
        place.setFixedHeight(sums.maximumHeight())
        stack = QStackedLayout(place)
        stack.setStackingMode(QStackedLayout.StackingMode.StackAll)
        stack.addWidget(self.banner)
        stack.addWidget(sums)
        self.banner.setVisible(False)
        foot = QGridLayout()
        foot.setVerticalSpacing(0)
        foot.setColumnStretch(1, 1)
        foot.addWidget(place, 0, 0, 1, 2)
        bottom = Qt.AlignmentFlag.AlignBottom
        name = label(self.tr("Total"), tokens.LABEL, 600, "text2")
        name.setContentsMargins(0, 0, 0, 8)
        foot.addWidget(name, 1, 0, bottom)
        foot.addWidget(self._total, 1, 1)
        return foot
