"""Serial numbers and last days at the till: asked for beside the cart, never in the way of a scan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.kernel.permission import Approval, Permission
from app.kernel.refusal import Refusal
from app.kernel.text import clean
from app.runtime.approvals import about_sale
from app.till.cart import CartLine, Sellable
from app.till.pieces import add_serial, drop_serial
from ui.shell.errors import describe
from ui.till.desk import Desk

if TYPE_CHECKING:
    from ui.till.panels_serial import SerialPanel


def _tr(text: str) -> str:
    return QCoreApplication.translate("Serials", text)


class SerialPresenter:
    """Asks for the number of each piece of goods that have some."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._line_id = ""
        self._go_on: Callable[[], None] | None = None  # paying goes on when all are named

    @cached_property
    def _panel(self) -> SerialPanel:
        from ui.till.panels_serial import SerialPanel

        panel = SerialPanel()
        panel.entered.connect(self.take)
        panel.dropped.connect(self._drop)
        return panel

    @property
    def is_open(self) -> bool:
        """Whether the panel is on the screen."""
        return "_panel" in self.__dict__ and self.desk.view.panel() is self._panel

    def added(self, line_id: str) -> None:
        """Goods were put onto a line: ask where a number is missing."""
        line = self._line(line_id)
        if line is not None and line.serials_missing > 0:
            self._go_on = None
            self._show(line)
        elif self.is_open:
            self._refill()

    def check(self, go_on: Callable[[], None]) -> None:
        """Before payment: all pieces have their number, else they are asked for first."""
        line = self._first_missing()
        if line is None:
            go_on()
            return
        self._go_on = go_on
        self._show(line)
        self._panel.set_message(_tr("Each piece needs its serial number before it is paid."))

    def catch(self, raw: str) -> bool:
        """Take what was scanned and is no product while a number is asked for."""
        if not self.is_open or self._first_missing() is None:
            return False
        self.take(raw)
        return True

    def take(self, raw: str) -> None:
        """A number was scanned or typed."""
        code, desk = clean(raw), self.desk
        if not code:
            return
        try:
            cart = add_serial(desk.state.cart, self._line_id, code)
        except Refusal as refusal:
            desk.sound.play("error")
            self._panel.set_message(describe(refusal))
            return
        desk.sound.play("good")
        desk.set_cart(cart)
        line = self._line(self._line_id)
        if line is None or line.serials_missing > 0:
            self._refill()
        else:
            self._next()

    def _next(self) -> None:
        """The next line that lacks a number; else back to where the cashier was."""
        following = self._first_missing()
        if following is not None:
            self._show(following)
            return
        self.desk.view.close_panel()
        go_on, self._go_on = self._go_on, None
        if go_on is not None:
            go_on()

    def _drop(self, code: str) -> None:
        self.desk.set_cart(drop_serial(self.desk.state.cart, self._line_id, code))
        self._refill()

    def _line(self, line_id: str) -> CartLine | None:
        return next((x for x in self.desk.state.cart.lines if x.line_id == line_id), None)

    def _first_missing(self) -> CartLine | None:
        return next((x for x in self.desk.state.cart.lines if x.serials_missing > 0), None)

    def _show(self, line: CartLine) -> None:
        self._line_id = line.line_id
        self._panel.set_message("")
        self._refill()
        self.desk.view.show_panel(self._panel)

    def _refill(self) -> None:
        line = self._line(self._line_id)
        mark = line.mark if line is not None else None
        if line is None or mark is None:
            self.desk.view.close_panel()
            return
        back = line.back.receipt.number if line.back and line.back.receipt else ""
        self._panel.show_line(line.item.name, mark.serials, line.pieces, receipt=back)


class ExpiryPresenter:
    """Goods whose last day is over are not sold without a supervisor's yes."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.add: Callable[[Sellable], None] = lambda _item: None

    def catch(self, item: Sellable) -> bool:
        """Keep expired goods out of the cart, and offer to ask for the yes."""
        mark, shift = item.mark, self.desk.state.shift
        if mark is None or shift is None or self.desk.state.returning or mark.approver_id is not None:
            return False
        if mark.expires_on is None or not mark.is_expired(shift.business_date):
            return False
        text = _tr("{name} expired on {day}. It was not added.").format(
            name=item.name, day=self.desk.formats.date(mark.expires_on)
        )
        own = self.desk.may(Permission.OVERRIDE_LOT)
        action = _tr("Sell it all the same") if own else _tr("Ask a supervisor")
        self.desk.say(text, "error", action=action, on_action=lambda: self._allow(item))
        return True

    def _allow(self, item: Sellable) -> None:
        actor = self.desk.services.gateway.actor
        if actor is not None and self.desk.may(Permission.OVERRIDE_LOT):
            self._sell(item, actor.user_id)
        elif self.desk.ask_approval is not None:

            def approved(approval: Approval) -> None:
                self._sell(item, approval.user_id)

            self.desk.ask_approval(
                Permission.OVERRIDE_LOT, _tr("Sell {name} although it expired").format(name=item.name),
                approved, about=about_sale(self.desk.state.cart.uuid),
            )  # fmt: skip

    def _sell(self, item: Sellable, user_id: int) -> None:
        if item.mark is not None:
            self.add(replace(item, mark=replace(item.mark, approver_id=user_id)))
