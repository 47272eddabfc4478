"""Tips: given with a sale, by whatever it is paid, and paid out to the staff."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QWidget

from app.till.states import TakingKind
from app.till.taking import Taking
from ui.formatting import Formats
from ui.theme import tokens
from ui.till.desk import Desk
from ui.till.panels_ask import AskPanel
from ui.till.voucher_presenter import money_line
from ui.widgets.button import Button
from ui.widgets.edits import MoneyEdit
from ui.widgets.keypad import PAY, Keypad
from ui.widgets.text import label

_PER_CENT = (5, 10, 15)
_HUNDRED = 100


def _tr(text: str) -> str:
    return QCoreApplication.translate("Tip", text)


class TipPanel(AskPanel):
    """How much is given on top, or paid out.

    Signals:
        given(int): minor units.
        paid_out(int): minor units that the staff gets.
    Setters: ask, set_message.
    """

    given = Signal(object)
    paid_out = Signal(object)
    stays = True

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__("", "", "savings", parent)
        self.set_title(self.tr("Tip"))
        self.go.setText(self.tr("Add to the cart"))
        self._total = 0
        self._amount = MoneyEdit(self.tr("Amount"), formats)
        hint = label(self.tr("It is no turnover: it is owed to the staff."), tokens.LABEL, tone="text2")
        quick = QWidget()
        grid = QGridLayout(quick)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, share in enumerate(_PER_CENT):
            button = Button(f"{share} %", "quick_low")
            button.clicked.connect(lambda _=False, share=share: self._share(share))
            grid.addWidget(button, 0, place)
        keypad = Keypad(PAY, formats.mark)
        keypad.drive(self._amount)
        out = Button(self.tr("Pay out to the staff"), icon="undo")
        out.clicked.connect(lambda: self._emit(self.paid_out))
        self.first = self._amount
        self.add(hint, self._amount, quick, keypad)
        self.content.addWidget(out)
        self.enter_submits(self._amount)

    def ask(self, total_minor: int) -> None:
        """Begin anew; shares are of this total."""
        self._total = max(total_minor, 0)
        self._amount.set_value(None)
        self.set_message("")

    def _share(self, per_cent: int) -> None:
        self._amount.set_value(self._total * per_cent // _HUNDRED)

    def _emit(self, signal: SignalInstance) -> None:
        amount = self._amount.value()
        if amount:
            signal.emit(amount)
        else:
            self.set_message(self._amount.error() or self.tr("Type the amount."))

    def _submit(self) -> None:
        self._emit(self.given)


class TipPresenter:
    """Puts a tip into the cart; it is paid with everything else."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @cached_property
    def _panel(self) -> TipPanel:
        panel = TipPanel(self.desk.formats)
        panel.given.connect(lambda minor: self._put(minor, _tr("Tip")))
        panel.paid_out.connect(lambda minor: self._put(-minor, _tr("Tips paid out")))
        return panel

    def show(self) -> None:
        """Ask how much."""
        self._panel.ask(self.desk.state.total_minor)
        self.desk.view.show_panel(self._panel)

    def _put(self, minor: int, name: str) -> None:
        actor = self.desk.services.gateway.actor
        if actor is None:
            return
        line = money_line(name, minor, Taking(TakingKind.TIP), cashier_id=actor.user_id)
        self.desk.view.show_sell()
        self.desk.set_cart(self.desk.state.cart.put(line), select=line.line_id)
        self.desk.sound.play("good")
