"""The panel of promotions: what works on this sale, a coupon's code, all of it off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import tokens
from ui.till.panels_ask import AskPanel, text_edit
from ui.widgets.button import Button
from ui.widgets.row_list import Row, RowList
from ui.widgets.text import label


class PromotionPanel(AskPanel):
    """What promotions take off the sale, and a line for a coupon.

    Signals:
        coupon_given(str): a code was typed.
        toggled(): take promotions off the sale, or put them on again.
    Setters: show_rows, set_message.
    """

    coupon_given = Signal(str)
    toggled = Signal()
    stays = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", "check", parent)
        self.set_title(self.tr("Promotions"))
        self.go.setText(self.tr("Take the coupon"))
        self.rows = RowList(self.tr("What is taken off"))
        self._none = label(self.tr("No promotion works on this sale."), tokens.BODY, tone="text2", wrap=True)
        self._toggle = Button("", icon="percent")
        self._toggle.clicked.connect(self.toggled)
        self._code = text_edit(self.tr("Coupon"), self.tr("Code of a coupon"), 40)
        self.first = self._code
        self.add(self.rows, self._none, self._toggle, self._code)
        self.enter_submits(self._code)

    def show_rows(self, rows: Sequence[Row], *, automatic: bool) -> None:
        """What works, and whether promotions work at all on this sale."""
        self.rows.set_rows(rows)
        self.rows.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._toggle.setText(
            self.tr("Take promotions off this sale") if automatic else self.tr("Let promotions work again")
        )
        self._code.clear()

    def _submit(self) -> None:
        self.coupon_given.emit(self._code.text())
