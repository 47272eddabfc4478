"""Gift receipts: what was bought, without a price; of the whole sale, or of the lines that are given away."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.till.operations.slips import print_gift_receipt
from app.till.queries import SaleView, get_sale
from ui.till.desk import Desk
from ui.till.panels_lists import ListPanel
from ui.widgets.button import Button
from ui.widgets.row_list import Row
from ui.widgets.text import line


def _tr(text: str) -> str:
    return QCoreApplication.translate("Gift", text)


class GiftPanel(ListPanel):
    """The lines of a receipt; a tap or Enter takes one for the gift, another leaves it.

    Signals (besides those of ListPanel; chosen carries the position of a line):
        print_requested(): the lines that are taken, all where none is.
    """

    print_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", "", "redeem", parent)
        self.list.setAccessibleName(self.tr("Lines of the receipt"))
        self.print_button = Button("", "primary", icon="print")
        self.print_button.clicked.connect(self.print_requested)
        self.content.addLayout(line(self.print_button))
        self.first = self.print_button

    def set_taken(self, lines: int) -> None:
        """How many lines are taken."""
        text = self.tr("Print %n line(s)", "", lines) if lines else self.tr("Print all lines")
        self.print_button.setText(text)


class GiftPresenter:
    """A key before the payment prints one with the receipt; afterwards the lines may be chosen."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._sale: SaleView | None = None
        self._taken: set[int] = set()

    @cached_property
    def panel(self) -> GiftPanel:
        """Made when it is first needed."""
        made = GiftPanel()
        made.chosen.connect(self._toggle)
        made.print_requested.connect(self._print_taken)
        return made

    def ask(self) -> None:
        """The key: for the cart that is on the counter, else for the sale that was just made."""
        state = self.desk.state
        if state.cart.is_empty:
            self.show_last()
            return
        state.gift = not state.gift
        wished = _tr("A gift receipt will be printed as well.")
        self.desk.say(wished if state.gift else _tr("No gift receipt will be printed."), "info")

    def show_last(self) -> None:
        """The sale that was just made."""
        state = self.desk.state
        if state.last_sale_id is not None and state.last_type == "sale":
            self.show(state.last_sale_id)

    def show(self, sale_id: int) -> None:
        """The lines of a sale."""
        self.desk.services.gateway.ask(
            get_sale, sale_id=sale_id, on_done=self._have, on_error=self.desk.refuse
        )

    def _have(self, sale: SaleView) -> None:
        self._sale, self._taken = sale, set()
        self.panel.set_title(_tr("Gift receipt {number}").format(number=sale.number))
        self._fill()
        self.desk.view.show_panel(self.panel)

    def _fill(self) -> None:
        if self._sale is None:
            return
        quantity = self.desk.formats.quantity
        self.panel.set_rows([
            Row(str(x.position), x.name, x.note or "", quantity(abs(x.quantity_milli)),
                _tr("for the gift") if x.position in self._taken else "",
                icon="check_circle" if x.position in self._taken else "redeem")
            for x in self._sale.lines
        ])  # fmt: skip
        self.panel.set_taken(len(self._taken))

    def _toggle(self, key: str) -> None:
        self._taken ^= {int(key)}
        self._fill()
        self.panel.list.select(key)

    def _print_taken(self) -> None:
        if self._sale is not None:
            self.print_for(self._sale.id, tuple(sorted(self._taken)))
            self.desk.view.close_panel()

    def print_for(self, sale_id: int, positions: tuple[int, ...] = ()) -> None:
        """Print one; without positions of all lines."""
        self.desk.services.gateway.run(
            print_gift_receipt, station=self.desk.services.context.till.code, sale_id=sale_id,
            positions=positions, on_error=self.desk.refuse,
            on_done=lambda _job: self.desk.say(_tr("The gift receipt is printing."), "info"),
        )  # fmt: skip
