"""Paying on a customer's account: whose it is and who allows it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.kernel.permission import Approval, Permission
from ui.till.desk import Desk


class AccountWay:
    """Asks for the customer and the right; the limit is looked at when the sale is booked.

    Hooks: `choose_customer()`, `rest()` (what is left to pay), `take(party_id)`.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.choose_customer: Callable[[], None] = lambda: None
        self.rest: Callable[[], int] = lambda: 0
        self.take: Callable[[int], None] = lambda _party: None

    def pay(self) -> None:
        """Put the rest on account."""
        customer = self.desk.state.cart.customer
        if customer is None:
            self.choose_customer()
            return
        given = self.desk.state.approval
        approved = given is not None and Permission.SELL_ON_ACCOUNT in given.permissions
        if self.desk.may(Permission.SELL_ON_ACCOUNT) or approved:
            self.take(customer.party_id)
            return
        ask = self.desk.ask_approval
        if ask is not None:
            tr = QCoreApplication.translate
            what = tr("Till", "Sell {amount} on account of {name}").format(
                amount=self.desk.formats.money(self.rest()), name=customer.name
            )
            ask(Permission.SELL_ON_ACCOUNT, what, self._approved)

    def _approved(self, approval: Approval) -> None:
        self.desk.state.approval = approval
        self.desk.view.show_pay()
        customer = self.desk.state.cart.customer
        if customer is not None:
            self.take(customer.party_id)
