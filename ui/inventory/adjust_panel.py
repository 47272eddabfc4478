"""One product's stock: what is there, a correction with its reason, and every move that led to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.kernel.quantity import DIGITS
from ui.formatting import Formats
from ui.formatting.typed import parse_scaled
from ui.inventory.words import usual_reasons
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.edits import NumberEdit, QuantityEdit
from ui.widgets.form import Form, text_field
from ui.widgets.text import column, label

_LEAST_HISTORY = 190


class AdjustPanel(EditorPanel):
    """The panel; it knows nothing of the business.

    Signals:
        saved(): Book was pressed.
        more_wanted(int): the history is scrolled to its end.
        policy_wanted(): how the product is kept.
        promises_wanted(): to which orders it is promised.
        move_opened(str): key of a move whose document is wanted.
    """

    more_wanted = Signal(int)
    policy_wanted = Signal()
    promises_wanted = Signal()
    move_opened = Signal(str)

    def __init__(self, formats: Formats, *, may_adjust: bool, parent: QWidget | None = None) -> None:
        self._formats = formats
        self._may_adjust = may_adjust
        self._unit = ""
        self._on_hand: int | None = None
        self._linking = False
        self.on_hand = label("", tokens.KEY, 700)
        self.outcome = label("", tokens.BODY, 600, "text2")
        self._make_fields()
        self._make_history()
        super().__init__(self.tr("Stock"), self._make_body(), save=self.tr("Book"), parent=parent)
        self.first = self.quantity
        self.policy_button = Button(self.tr("How it is kept"), icon="tune")
        self.promises_button = Button(self.tr("In orders"), icon="edit_note")
        self.foot.insertWidget(0, self.policy_button)
        self.foot.insertWidget(1, self.promises_button)
        self.promises_button.clicked.connect(self.promises_wanted)
        self.policy_button.clicked.connect(self.policy_wanted)
        self.save_button.setVisible(may_adjust)
        self.watch((self.quantity, self.difference, self.reason))
        self.quantity.value_changed.connect(self._quantity_typed)
        self.difference.value_changed.connect(self._difference_typed)
        self.reasons.chosen.connect(self.reason.setText)
        self.table.more_wanted.connect(self.more_wanted)
        self.table.opened.connect(self.move_opened)

    def _make_fields(self) -> None:
        self.quantity = QuantityEdit(self.tr("New quantity"), self._formats)
        self.difference = NumberEdit(self.tr("Difference, + or −"), self._parse_signed, self._signed)
        self.reason = text_field(limit=200)
        self.reasons = ChipBar(self.tr("Usual reasons"))
        self.reasons.set_chips([(words, words) for words in usual_reasons()])

    def _make_history(self) -> None:
        self.table = DataTable(
            self.tr("Movements"),
            [
                Column("when", self.tr("When"), 204),
                Column("what", self.tr("What"), 124),
                Column("document", self.tr("Document"), 120, least=760),
                Column("quantity", self.tr("Quantity"), 95, figure=True),
                Column("after", self.tr("Stock after"), 112, figure=True),
                Column("reason", self.tr("Reason")),
                Column("who", self.tr("Who"), 100, least=700),
            ],
        )
        self.table.setMinimumHeight(_LEAST_HISTORY)
        self.moved = label("", tokens.LABEL, 600)

    def _make_body(self) -> QWidget:
        body = QWidget()
        body.setObjectName("plainBody")
        rows = column(body, gap=tokens.GAP)
        rows.addWidget(self.on_hand)
        self.form = Form(2)
        self.form.add(self.tr("New quantity"), self.quantity)
        self.form.add(self.tr("Difference, + or −"), self.difference)
        self.form.add(self.tr("Reason"), self.reason, wide=True)
        self.form.add_wide(self.reasons)
        self.form.add_wide(self.outcome)
        rows.addWidget(self.form)
        self.form.setVisible(self._may_adjust)
        rows.addWidget(self.moved)
        rows.addWidget(self.table, 1)
        return body

    # --- what is shown ---

    def show_product(self, title: str, unit: str, on_hand_milli: int | None) -> None:
        """The product and what is there of it; None: no stock is kept."""
        self.set_title(title)
        self._unit, self._on_hand = unit, on_hand_milli
        if on_hand_milli is None:
            self.on_hand.setText(self.tr("No stock is kept"))
        else:
            amount = self._formats.quantity(on_hand_milli, unit)
            self.on_hand.setText(self.tr("On hand: {amount}").format(amount=amount))
        self.clear()
        for part in (self.quantity, self.difference, self.reason, self.reasons, self.save_button):
            part.setEnabled(on_hand_milli is not None)

    def clear(self) -> None:
        """Empty fields, ready for the next correction."""
        for field in (self.quantity, self.difference, self.reason):
            field.clear()
        self.reasons.select("")
        self.outcome.setText("")
        self.clean()

    def set_moves(self, rows: Sequence[TableRow], *, more: bool) -> None:
        """The newest moves."""
        self.moved.setText(self.tr("Movements") if rows else self.tr("It has never moved."))
        self.table.set_rows(rows, more=more)

    def add_moves(self, rows: Sequence[TableRow], *, more: bool) -> None:
        """Older moves."""
        self.table.add_rows(rows, more=more)

    # --- what is typed ---

    def typed_difference(self) -> int | None:
        """What is to be booked, None while nothing is typed that can be."""
        return self.difference.value()

    def typing_error(self) -> str:
        """What is wrong with the numbers, or ""."""
        return self.quantity.error() or self.difference.error()

    def _quantity_typed(self, value: int | None) -> None:
        if not self._linking and self._on_hand is not None:
            self._link(self.difference, None if value is None else value - self._on_hand)

    def _difference_typed(self, value: int | None) -> None:
        if not self._linking and self._on_hand is not None:
            self._link(self.quantity, None if value is None else self._on_hand + value)

    def _link(self, other: NumberEdit, value: int | None) -> None:
        """Write into the other field what follows from the one that is typed in."""
        self._linking = True
        other.set_value(value)
        self._linking = False
        difference = self.difference.value()
        if difference is None or self._on_hand is None:
            self.outcome.setText("")
            return
        self.outcome.setText(
            self.tr("{before} becomes {after}").format(
                before=self._formats.quantity(self._on_hand, self._unit),
                after=self._formats.quantity(self._on_hand + difference, self._unit),
            )
        )

    def _parse_signed(self, text: str) -> int:
        return parse_scaled(
            text.strip().removeprefix("+"), digits=DIGITS, mark=self._formats.mark, allow_negative=True
        )

    def _signed(self, milli: int) -> str:
        return self._formats.signed_quantity(milli)
