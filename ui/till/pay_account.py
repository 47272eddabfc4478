"""Paying on a customer's account: whose it is and who allows it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.kernel.permission import Approval, Permission
from app.runtime.approvals import about_sale
from app.till.credit import credit_minor
from ui.till.desk import Desk


class AccountWay:
    """Asks for the customer and the right; the limit is looked at when the sale is booked.

    Hooks: `choose_customer()`, `rest()` (what is left to pay), `take(party_id)`,
    `take_credit(party_id, minor)`.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.choose_customer: Callable[[], None] = lambda: None
        self.rest: Callable[[], int] = lambda: 0
        self.take: Callable[[int], None] = lambda _party: None
        self.take_credit: Callable[[int, int], None] = lambda _party, _minor: None
        self.credit_minor = 0

    def pay(self) -> None:
        """Put the rest on account."""
        customer = self.desk.state.cart.customer
        if customer is None:
            self.choose_customer()
            return
        given = self.desk.state.approval
        approved = (
            given is not None and Permission.SELL_ON_ACCOUNT in given.permissions
            and (given.amount_minor or 0) >= self.rest()
        )  # fmt: skip
        if self.desk.may(Permission.SELL_ON_ACCOUNT) or approved:
            self.take(customer.party_id)
            return
        ask = self.desk.ask_approval
        if ask is not None:
            tr = QCoreApplication.translate
            what = tr("Till", "Sell {amount} on account of {name}").format(
                amount=self.desk.formats.money(self.rest()), name=customer.name
            )
            ask(
                Permission.SELL_ON_ACCOUNT, what, self._approved,
                about=about_sale(self.desk.state.cart.uuid), amount_minor=self.rest(),
            )  # fmt: skip

    def offer_credit(self) -> None:
        """A customer's own money is offered by itself; nobody who has none is asked about."""
        desk, customer = self.desk, self.desk.state.cart.customer
        desk.view.pay.offer_credit("")
        self.credit_minor = 0
        if customer is None or desk.state.total_minor <= 0:
            return
        uuid = desk.state.cart.uuid

        def show(minor: int) -> None:
            if minor > 0 and uuid == desk.state.cart.uuid:
                self.credit_minor = minor
                text = QCoreApplication.translate("Till", "Use credit of {amount}")
                desk.view.pay.offer_credit(text.format(amount=desk.formats.money(minor)))

        desk.services.gateway.ask(
            credit_minor, party_id=customer.party_id, currency=desk.services.context.company.currency,
            on_done=show, on_error=desk.refuse_unless_away,
        )  # fmt: skip

    def use_credit(self) -> None:
        """Pay with it, as far as it goes."""
        customer = self.desk.state.cart.customer
        minor = min(self.credit_minor, self.rest())
        if customer is not None and minor > 0:
            self.desk.view.pay.offer_credit("")
            self.take_credit(customer.party_id, minor)

    def _approved(self, approval: Approval) -> None:
        self.desk.state.approval = approval
        self.desk.view.show_pay()
        customer = self.desk.state.cart.customer
        if customer is not None:
            self.take(customer.party_id)
