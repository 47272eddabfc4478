"""What a customer owes is paid at the till, and orders are made and settled here."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from uuid import uuid4

from PySide6.QtCore import QCoreApplication

from app.kernel.permission import Approval, Permission
from app.orders.drafts import SavedOrder
from app.orders.queries import OrderRow, find_order
from app.parties.queries import CustomerRow, find_customer
from app.receivables.queries import OpenItem, list_open_items
from app.runtime.approvals import about_sale
from app.till.cart import CartCustomer
from app.till.operations.trade import bill_order_here, list_order_items, order_from_cart
from app.till.refusals import CustomerNeededError
from app.till.states import OrderWish, TakingKind
from app.till.taking import Taking
from ui.shell.errors import describe
from ui.till.desk import Desk
from ui.till.panels_account import AccountPanel, MakeOrderPanel, OrderPanel
from ui.till.voucher_presenter import money_line
from ui.widgets.row_list import Row


def _tr(text: str) -> str:
    return QCoreApplication.translate("Account", text)


class AccountPresenter:
    """Open invoices of the sale's customer, an order by its number, and orders made of the cart.

    Hook: `choose_customer()`.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.choose_customer: Callable[[], None] = lambda: None
        self._wanted = False  # open invoices, as soon as a customer is chosen
        self._items: list[OpenItem] = []
        self._order: OrderRow | None = None
        self._bill_uuid = ""

    @cached_property
    def _panel(self) -> AccountPanel:
        panel = AccountPanel(self.desk.formats)
        panel.chosen.connect(self._pay_one)
        panel.all_requested.connect(self._pay_all)
        panel.amount_given.connect(self._pay_part)
        return panel

    @cached_property
    def _order_panel(self) -> OrderPanel:
        panel = OrderPanel()
        panel.pay_requested.connect(self._pay_order)
        panel.bill_requested.connect(self._bill)
        return panel

    # --- what a customer owes ---

    def show(self) -> None:
        """The open invoices of the sale's customer; without one he is chosen first."""
        customer = self.desk.state.cart.customer
        self._wanted = customer is None
        if customer is None:
            self.choose_customer()
            return
        self.desk.services.gateway.ask(
            find_customer, number=customer.number, on_done=self._have_customer, on_error=self.desk.refuse
        )

    def customer_chosen(self) -> None:
        """Go on with what was asked for."""
        if self._wanted and self.desk.state.cart.customer is not None:
            self.show()

    def _have_customer(self, row: CustomerRow | None) -> None:
        if row is None:
            return

        def show(found: list[OpenItem]) -> None:
            self._items = [x for x in found if x.currency is None]
            total = sum(x.open_minor for x in self._items)
            formats = self.desk.formats
            self._panel.ask(row.name, self._limit(row), formats.money(total) if total > 0 else "")
            self._panel.set_rows([self._row(x) for x in self._items])
            self.desk.view.show_panel(self._panel)

        self.desk.services.gateway.ask(
            list_open_items, party_id=row.id, with_credits=False, on_done=show, on_error=self.desk.refuse
        )

    def _limit(self, row: CustomerRow) -> str:
        if row.credit_limit_minor is None:
            return _tr("On account without a limit.")
        limit = self.desk.formats.money(row.credit_limit_minor)
        return _tr("May owe at most {limit}.").format(limit=limit)

    def _row(self, item: OpenItem) -> Row:
        formats = self.desk.formats
        due = _tr("due {day}").format(day=formats.date(item.due_date))
        partly = ""
        if item.open_minor != item.amount_minor:
            partly = _tr("of {amount}").format(amount=formats.money(item.amount_minor))
        return Row(str(item.id), item.document_number, due, formats.money(item.open_minor), partly)

    def _pay_one(self, key: str) -> None:
        item = next((x for x in self._items if str(x.id) == key), None)
        if item is not None:
            self._put(item.open_minor, [item])

    def _pay_part(self, minor: int) -> None:
        """An amount for what is shown, the oldest first; what is over stays as credit."""
        left, parts = minor, []
        for item in self._items:
            paid = min(item.open_minor, left)
            if paid > 0:
                parts.append((item, paid))
                left -= paid
        self._put(minor, [item for item, _paid in parts], tuple((item.id, paid) for item, paid in parts))

    def _pay_all(self) -> None:
        self._put(sum(x.open_minor for x in self._items), self._items)

    def _put(
        self, minor: int, items: list[OpenItem], parts: tuple[tuple[int, int], ...] | None = None
    ) -> None:
        """The money stands in the cart and is paid with everything else."""
        desk, customer = self.desk, self.desk.state.cart.customer
        if customer is None or minor <= 0:
            return
        numbers = ", ".join(x.document_number for x in items[:_SHOWN])
        if parts is None:
            parts = tuple((x.id, x.open_minor) for x in items)
        taking = Taking(TakingKind.ACCOUNT, numbers or customer.name, customer.party_id, parts)

        def go_on() -> None:
            actor = desk.services.gateway.actor
            if actor is None:
                return
            desk.view.show_sell()
            line = money_line(_tr("Payment on account"), minor, taking, cashier_id=actor.user_id)
            desk.set_cart(desk.state.cart.put(line), select=line.line_id)
            desk.sound.play("good")

        self._allowed(
            Permission.RECEIVE_PAYMENT,
            _tr("Take {amount} from {name}").format(amount=desk.formats.money(minor), name=customer.name),
            minor, go_on,
        )  # fmt: skip

    def _allowed(self, right: Permission, what: str, minor: int, go_on: Callable[[], None]) -> None:
        given = self.desk.state.approval
        covered = given is not None and right in given.permissions and (given.amount_minor or 0) >= minor
        if self.desk.may(right) or covered:
            go_on()
        elif self.desk.ask_approval is not None:

            def approved(approval: Approval) -> None:
                self.desk.state.approval = approval
                go_on()

            about = about_sale(self.desk.state.cart.uuid)
            self.desk.ask_approval(right, what, approved, about=about, amount_minor=minor)

    # --- an order of the back office ---

    def scanned(self, raw: str, otherwise: Callable[[], None]) -> None:
        """A code that is no product: the number of an order, or something else."""

        def show(found: OrderRow | None) -> None:
            if found is None:
                otherwise()
            else:
                self.desk.sound.play("good")
                self._show_order(found)

        self.desk.services.gateway.ask(find_order, number=raw, on_done=show, on_error=self.desk.refuse)

    def _show_order(self, order: OrderRow) -> None:
        self._order, self._bill_uuid = order, str(uuid4())
        self.desk.services.gateway.ask(
            list_order_items, order_id=order.id, on_done=self._have_items, on_error=self.desk.refuse
        )

    def _have_items(self, items: list[OpenItem]) -> None:
        order, formats = self._order, self.desk.formats
        if order is None:
            return
        self._items = [x for x in items if x.currency is None]
        owed = sum(x.open_minor for x in self._items)
        text = _tr("{amount} is billed and open.").format(amount=formats.money(owed))
        self._order_panel.show_order(
            order.number or order.quote_number or "", order.party_name,
            _tr("Order of {amount}").format(amount=formats.money(order.gross_minor)),
            text if owed else _tr("Nothing is billed and open."), may_pay=owed > 0,
        )  # fmt: skip
        self.desk.view.show_panel(self._order_panel)

    def _bill(self) -> None:
        order = self._order
        if order is None:
            return
        self.desk.run(
            bill_order_here, uuid=self._bill_uuid, order_id=order.id, permission=Permission.INVOICE,
            what=_tr("Bill order {number}").format(number=order.number or ""),
            on_start=lambda: self._order_panel.set_busy(busy=True), on_done=self._billed,
            on_error=self._not_billed,
        )  # fmt: skip

    def _billed(self, items: list[OpenItem]) -> None:
        self._order_panel.set_busy(busy=False)
        self._have_items(items)
        self._pay_order()

    def _not_billed(self, error: Exception) -> None:
        self._order_panel.set_busy(busy=False)
        self.desk.sound.play("error")
        self._order_panel.set_message(describe(error))

    def _pay_order(self) -> None:
        order = self._order
        if order is None or not self._items:
            return
        cart = self.desk.state.cart
        if cart.customer is None or cart.customer.party_id != order.party_id:
            customer = CartCustomer(order.party_id, order.party_name)
            self.desk.set_cart(cart.set_customer(customer))
            self.desk.view.cart.set_customer(customer.name)
        self._pay_all()

    # --- an order made here ---

    def make_order(self) -> None:
        """What lies on the counter becomes an order or a quote of its customer."""
        cart = self.desk.state.cart
        if cart.customer is None:
            self.desk.refuse(CustomerNeededError())
            return
        panel = MakeOrderPanel(cart.customer.name, self.desk.formats.money(self.desk.state.total_minor))
        panel.made.connect(self._make)
        self.desk.view.show_panel(panel)

    def _make(self, wish: str) -> None:
        cart = self.desk.state.cart
        self.desk.forget_pending_save()
        self.desk.run(
            order_from_cart, context=self.desk.services.context, cart=cart, wish=OrderWish(wish),
            permission=Permission.ORDERS, what=_tr("Make an order"),
            on_done=lambda order: self._made(order, cart.customer if wish == OrderWish.LAYAWAY else None),
        )  # fmt: skip

    def _made(self, order: SavedOrder, instalments_of: CartCustomer | None) -> None:
        self.desk.new_cart()
        self.desk.view.show_sell()
        number = order.number or order.quote_number or ""
        self.desk.say(_tr("{number} is made.").format(number=number), "ok")
        if instalments_of is not None:
            self._first_instalment(order, number, instalments_of)

    def _first_instalment(self, order: SavedOrder, number: str, customer: CartCustomer) -> None:
        """A layaway is made: how much of it is paid now."""
        self.desk.set_cart(self.desk.state.cart.set_customer(customer), keep=False)
        self.desk.view.cart.set_customer(customer.name)

        def show(found: list[OpenItem]) -> None:
            self._items = found
            total = self.desk.formats.money(sum(x.open_minor for x in found))
            self._panel.ask(number, _tr("Layaway: paid in parts, the goods are reserved."), total)
            self._panel.set_rows([self._row(x) for x in found])
            self.desk.view.show_panel(self._panel)

        self.desk.services.gateway.ask(
            list_order_items, order_id=order.order_id, on_done=show, on_error=self.desk.refuse
        )


_SHOWN = 3
