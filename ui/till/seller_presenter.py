"""Who serves the customer: on the whole sale, or on one line."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.access.queries import User, list_users
from app.till.cart import Seller
from ui.till.desk import Desk
from ui.till.panels_lists import ListPanel
from ui.widgets.chip_bar import ChipBar
from ui.widgets.row_list import Row

_NOBODY = "0"
SALE = "sale"
LINE = "line"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sellers", text)


class SellerPanel(ListPanel):
    """The people of the shop; the one that is chosen sells the sale, or the selected line.

    Signals:
        taken(str, str): scope "sale" or "line", and the key of the row.
    """

    taken = Signal(str, str)
    stays = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", "", "group", parent)
        self.set_title(self.tr("Salesperson"))
        self.scope = ChipBar(self.tr("On what"))
        self.content.insertWidget(0, self.scope)
        self.chosen.connect(lambda key: self.taken.emit(self.scope.selected() or SALE, key))

    def ask(self, rows: list[Row], line_name: str) -> None:
        """Offer these people; without a selected line it is the whole sale."""
        chips = [(SALE, self.tr("The whole sale"))]
        if line_name:
            chips.append((LINE, line_name))
        self.scope.set_chips(chips, SALE)
        self.set_rows(rows)


class SellerPresenter:
    """Asks who sells, and notes it in the cart."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._names: dict[str, str] = {}

    @cached_property
    def _panel(self) -> SellerPanel:
        panel = SellerPanel()
        panel.taken.connect(self.take)
        return panel

    def show(self) -> None:
        """Offer the people of the shop."""
        self.desk.services.gateway.ask(list_users, on_done=self._show, on_error=self.desk.refuse)

    def _show(self, users: list[User]) -> None:
        self._names = {str(u.id): u.name for u in users}
        nobody = Row(_NOBODY, _tr("The cashier of each line"), icon="person")
        rows = [nobody, *(Row(key, name, icon="person") for key, name in self._names.items())]
        self._panel.ask(rows, self.desk.line_name)
        self.desk.view.show_panel(self._panel)

    def take(self, scope: str, key: str) -> None:
        """He sells the sale, or the selected line."""
        state = self.desk.state
        seller = None if key == _NOBODY else Seller(int(key), self._names[key])
        line_id = state.selected if scope == LINE else ""
        self.desk.set_cart(state.cart.set_seller(seller, line_id))
        self.desk.view.close_panel()
        if seller is None:
            self.desk.say(_tr("The commission goes to the cashier of each line."), "ok")
        else:
            self.desk.say(_tr("{name} sells it.").format(name=seller.name), "ok")
