"""Carts put aside and taken up again, also those of another till."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from app.till.cart import Cart
from app.till.operations.carts import park_cart, recall_cart
from app.till.queries import ParkedCart, list_parked
from ui.till.desk import Desk
from ui.till.panels_lists import ParkedPanel
from ui.widgets.row_list import Row


def _tr(text: str) -> str:
    return QCoreApplication.translate("Park", text)


class ParkPresenter:
    """Park, recall, and the badge in the header.

    While a cart is on its way the till is busy: what is scanned then waits for `on_free()`, since a line put
    into the cart that leaves would be lost.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.on_free: Callable[[], None] = lambda: None

    def _free(self) -> None:
        self.desk.state.busy = False
        self.on_free()

    @cached_property
    def _panel(self) -> ParkedPanel:
        panel = ParkedPanel()
        panel.chosen.connect(self.recall)
        return panel

    # --- the badge ---

    def refresh(self) -> None:
        """Count again what is parked."""
        self.desk.services.gateway.ask(list_parked, on_done=self._count, on_error=self.desk.refuse)

    def _count(self, parked: list[ParkedCart]) -> None:
        self.desk.view.header.set_parked(len(parked))

    # --- putting aside ---

    def park(self) -> None:
        """Put the cart aside; the next customer is served at once."""
        state = self.desk.state
        if state.cart.is_empty:
            self.desk.say(_tr("There is nothing to park. Scan an item first."), "error")
        else:
            self._park(state.cart, self._parked)

    def _parked(self) -> None:
        self._free()
        self.refresh()

    def _park(self, cart: Cart, then: Callable[[], None]) -> None:
        state = self.desk.state
        if state.busy or state.shift is None:
            return
        state.busy = True
        self.desk.forget_pending_save()

        def done(_answer: object) -> None:
            self.desk.new_cart()
            self.desk.view.show_sell()
            self.desk.say(_tr("The sale is parked."), "ok")
            then()

        self.desk.services.gateway.run(
            park_cart, till_id=self.desk.services.context.till.id, cart=cart,
            total_minor=state.total_minor, shift_id=state.shift.id, on_done=done, on_error=self._failed,
        )  # fmt: skip

    # --- taking up ---

    def show(self) -> None:
        """Show what is parked."""
        self.desk.services.gateway.ask(list_parked, on_done=self._show, on_error=self.desk.refuse)

    def _show(self, parked: list[ParkedCart]) -> None:
        self._count(parked)
        self._panel.set_rows([self._row(cart) for cart in parked])
        self._panel.set_message("")
        self.desk.view.show_panel(self._panel)

    def _row(self, cart: ParkedCart) -> Row:
        formats = self.desk.formats
        minutes = max(int((self.desk.now() - cart.updated_at).total_seconds()), 0)
        return Row(
            key=cart.uuid, title=cart.label or _tr("Sale"),
            detail=f"{_tr('Lines')}: {formats.number(cart.line_count)} · {cart.cashier}",
            figure=formats.money(cart.total_minor), remark=formats.duration(minutes),
            icon="pause_circle",
        )  # fmt: skip

    def recall(self, uuid: str) -> None:
        """Take a parked sale up; one that lies on the counter is parked for it."""
        if self.desk.state.busy or not uuid:
            return
        if self.desk.state.cart.is_empty:
            self._take(uuid)
        else:
            self._park(self.desk.state.cart, lambda: self._take(uuid))

    def _take(self, uuid: str) -> None:
        self.desk.state.busy = True
        self.desk.services.gateway.run(
            recall_cart, till_id=self.desk.services.context.till.id, cart_uuid=uuid, on_done=self._taken,
            on_error=self._failed,
        )  # fmt: skip

    def _taken(self, cart: Cart) -> None:
        self.desk.view.show_sell()
        self.desk.view.hide_banner()
        self.desk.set_cart(cart)
        self.desk.view.cart.set_customer(cart.customer.name if cart.customer else "")
        self.desk.sound.play("good")
        self._parked()

    def _failed(self, error: Exception) -> None:
        self._free()
        self.desk.refuse(error)
        self.refresh()
        if self.desk.view.panel() is self._panel:
            self.show()
