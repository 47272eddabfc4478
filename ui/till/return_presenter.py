"""Goods that come back, with the receipt or without; what is bought beside them is an exchange."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from app.kernel.permission import Approval, Permission
from app.kernel.quantity import ONE
from app.kernel.refusal import Refusal
from app.runtime.approvals import about_sale
from app.till.back import Back
from app.till.cart import CartLine, Sellable
from app.till.queries import NoSuchReceiptError, find_sale_id
from app.till.refunds import window_days, without_receipt
from app.till.refusals import NotASaleError, OneReceiptError
from app.till.returnable import Returnable, ReturnableLine, get_returnable, line_back, mark_back
from app.till.states import SaleKind
from ui.shell.errors import describe
from ui.till.desk import Desk
from ui.till.panels_receipt import LooseReturnPanel, ReceiptPanel
from ui.till.print_presenter import PrintPresenter
from ui.widgets.row_list import Row


def _tr(text: str) -> str:
    return QCoreApplication.translate("Receipts", text)


class ReturnPresenter:
    """Takes goods back: the lines it makes stand in the cart beside what is sold."""

    def __init__(self, desk: Desk, printing: PrintPresenter) -> None:
        self.desk = desk
        self._printing = printing
        self._shown: Returnable | None = None

    @cached_property
    def _panel(self) -> ReceiptPanel:
        panel = ReceiptPanel()
        panel.chosen.connect(lambda key: self._take(int(key), None))
        panel.all_requested.connect(self._take_all)
        panel.print_requested.connect(self._copy)
        return panel

    @property
    def is_open(self) -> bool:
        """Whether a receipt is on the screen."""
        return "_panel" in self.__dict__ and self.desk.view.panel() is self._panel

    # --- without a receipt ---

    def toggle(self) -> None:
        """What is scanned comes back from now on, or is sold again."""
        state = self.desk.state
        if state.returning:
            self._stop()
            return
        self._allowed(
            (Permission.RETURN, Permission.RETURN_NO_RECEIPT), _tr("Take goods back without a receipt"),
            self._ask_why,
        )  # fmt: skip

    def _stop(self) -> None:
        state = self.desk.state
        if state.cart.is_empty:
            self.desk.new_cart()
        else:
            state.back = None
            self.desk.say(_tr("What is scanned now is sold: an exchange."), "info")
        self.desk.view.hide_banner()

    def _ask_why(self) -> None:
        allowed = without_receipt(self.desk.services.context.settings)
        credit = _tr("It is paid back as store credit.") if allowed == ("store_credit",) else ""
        panel = LooseReturnPanel(credit)
        panel.begun.connect(self._begin)
        panel.once = True
        self.desk.view.show_panel(panel)

    def _begin(self, back: Back) -> None:
        self.desk.state.back = back
        self.desk.view.show_sell()
        self.desk.set_cart(self.desk.state.cart, keep=False)
        text = _tr("Return: scan what comes back.")
        self.desk.say(text, "warn", action=_tr("Stop"), on_action=self.toggle)

    def _allowed(self, rights: tuple[Permission, ...], what: str, go_on: Callable[[], None]) -> None:
        """Go on when who is here may, or somebody who may has said so for this sale."""
        given = self.desk.state.approval
        missing = [
            right for right in rights
            if not self.desk.may(right) and not (given and right in given.permissions)
        ]  # fmt: skip
        if not missing:
            go_on()
        elif self.desk.ask_approval is not None:

            def approved(approval: Approval) -> None:
                self.desk.state.approval = approval
                go_on()

            self.desk.ask_approval(missing[-1], what, approved, about=about_sale(self.desk.state.cart.uuid))

    # --- with a receipt ---

    def scanned(self, number: str) -> None:
        """A receipt was scanned."""

        def found(sale_id: int | None) -> None:
            if sale_id is None:
                self.desk.refuse(NoSuchReceiptError(number=number))
            else:
                self.open(sale_id)

        self.desk.services.gateway.ask(find_sale_id, number=number, on_done=found, on_error=self.desk.refuse)

    def open(self, sale_id: int) -> None:
        """Show a receipt: what of it came back already is deducted."""
        self.desk.services.gateway.ask(
            get_returnable, sale_id=sale_id, on_done=self._show, on_error=self.desk.refuse
        )

    def _show(self, sale: Returnable) -> None:
        self._shown = sale
        self.desk.sound.play("good")
        self._panel.set_title(_tr("Receipt {number}").format(number=sale.number))
        self._panel.set_returnable(on=sale.kind == SaleKind.SALE.value)
        self._panel.why.reset()
        self._panel.set_message(self._warning(sale))
        self._fill()
        self.desk.view.show_panel(self._panel)

    def _warning(self, sale: Returnable) -> str:
        if sale.kind != SaleKind.SALE.value:
            return describe(NotASaleError(number=sale.number))
        if self._is_late(sale):
            days = window_days(self.desk.services.context.settings)
            return _tr("Older than {days} days: a manager has to allow it.").format(days=days)
        return ""

    def _is_late(self, sale: Returnable) -> bool:
        days, shift = window_days(self.desk.services.context.settings), self.desk.state.shift
        today = shift.business_date if shift else self.desk.services.context.company.day_of(self.desk.now())
        return bool(days) and today > sale.business_date + timedelta(days=days)

    def _fill(self) -> None:
        if self._shown is None:
            return
        self._panel.set_rows([self._row(x) for x in self._shown.lines])

    def _row(self, found: ReturnableLine) -> Row:
        formats, receipt, item = self.desk.formats, found.receipt, found.item
        unit = "" if item.unit == "pc" else item.unit
        return Row(
            str(receipt.position), receipt.name,
            formats.times(receipt.sold_milli, item.unit_price_minor, unit),
            formats.money(receipt.gross_minor), self._remark(found),
        )  # fmt: skip

    def _remark(self, found: ReturnableLine) -> str:
        quantity = self.desk.formats.quantity
        parts = []
        if found.receipt.before_milli:
            parts.append(_tr("{amount} came back").format(amount=quantity(found.receipt.before_milli)))
        taken = self._taken(found)
        if taken:
            parts.append(_tr("{amount} come back").format(amount=quantity(taken)))
        return ", ".join(parts)

    def _line_of(self, found: ReturnableLine) -> CartLine | None:
        """The line of the cart that takes goods of this line back."""
        for line in self.desk.state.cart.lines:
            if line.back is not None and line.back.receipt == found.receipt:
                return line
        return None

    def _taken(self, found: ReturnableLine) -> int:
        line = self._line_of(found)
        return line.quantity_milli if line else 0

    def _left(self, found: ReturnableLine) -> int:
        return found.receipt.left_milli - self._taken(found)

    def catch(self, item: Sellable) -> bool:
        """An item was scanned while a receipt is open: it comes back, one of it."""
        if not self.is_open or self._shown is None or self._shown.kind != SaleKind.SALE.value:
            return False
        left = [
            x for x in self._shown.lines
            if x.item.product_id == item.product_id and self._left(x) > 0 and x.item.unit == item.unit
        ]  # fmt: skip
        if not left:
            self.desk.sound.play("error")
            self._panel.set_message(_tr("{name} is not on this receipt any more.").format(name=item.name))
            return True
        self._take(left[0].receipt.position, None if item.weighed else ONE)
        return True

    def _take_all(self) -> None:
        sale = self._shown
        if sale is not None:
            self._with_right(sale, lambda: self._add([(x, self._left(x)) for x in sale.lines]))

    def _take(self, position: int, quantity_milli: int | None) -> None:
        sale = self._shown
        found = sale.line(position) if sale else None
        if sale is None or found is None:
            return
        quantity = min(quantity_milli or self._left(found), self._left(found))
        self._with_right(sale, lambda: self._add([(found, quantity)]))

    def _with_right(self, sale: Returnable, work: Callable[[], object]) -> None:
        if sale.kind != SaleKind.SALE.value:
            return
        others = [x.back for x in self.desk.state.cart.lines if x.back is not None]
        if any(b.receipt is None or b.receipt.sale_id != sale.sale_id for b in others):
            self._panel.set_message(describe(OneReceiptError()))
            return
        rights = (Permission.RETURN, Permission.RETURN_LATE) if self._is_late(sale) else (Permission.RETURN,)

        def go_on() -> None:
            self._panel.set_message("")
            work()
            self._fill()
            if not self.is_open:
                self.desk.view.show_panel(self._panel)

        self._allowed(rights, _tr("Take back goods of receipt {number}").format(number=sale.number), go_on)

    def _add(self, wanted: list[tuple[ReturnableLine, int]]) -> None:
        """Lines come back, at the price and with the share of the discount that was paid."""
        desk, actor = self.desk, self.desk.services.gateway.actor
        if actor is None or self._shown is None:
            return
        cart, changed = desk.state.cart, ""
        try:
            for found, quantity in wanted:
                if quantity <= 0:
                    continue
                made = self._made(found, quantity, actor.user_id)
                cart, changed = cart.put(made), made.line_id
            if not changed:
                return
            if not cart.note:
                cart = cart.set_note(_tr("Return of {number}").format(number=self._shown.number))
            desk.state.origin = self._shown
            desk.set_cart(cart, select=changed)
        except Refusal as refusal:
            self._panel.set_message(describe(refusal))
            return
        desk.sound.play("good")

    def _made(self, found: ReturnableLine, quantity: int, cashier_id: int) -> CartLine:
        """A new line, or the one that takes these goods back already with so many more."""
        back = replace(self._panel.why.back(), receipt=found.receipt)
        before = self._line_of(found)
        if before is None:
            return line_back(found, quantity, cashier_id=cashier_id, back=back)
        found.receipt.check(before.quantity_milli + quantity)
        together = before.quantity_milli + quantity
        return replace(before, quantity_milli=together, back=back, mark=mark_back(found, together))

    def _copy(self) -> None:
        if self._shown is not None:
            self._printing.copy("receipt", "sale", self._shown.sale_id)
