"""A wholesaler whose customers pay late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest

from app.invoicing.operations.settle import record_payment
from app.invoicing.store import SavedInvoice
from app.ledger.queries import list_balances
from app.payments.customers import PaymentDraft, SavedPayment
from app.payments.states import PaymentMethod
from app.receivables.queries import OpenItem, items_of
from app.receivables.rules import Part
from app.terms.operations import TermsDraft, save_terms
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale


@dataclass
class Late:
    """A wholesaler, his clock, and short words for what happens."""

    trade: Wholesale
    clock: SteadyClock

    @property
    def party(self) -> int:
        """The customer."""
        return self.trade.shop.parties["Unlimited Ltd"]

    def bill(self, *wanted: tuple[str, float], customer: str = "Unlimited Ltd") -> SavedInvoice:
        """A posted invoice of (SKU, pieces); COFFEE and WINE bear 19 %, MILK 7 %."""
        order = self.trade.order(*wanted, customer=customer)
        return self.trade.bill(self.trade.ship_all(order.order_id))

    def item(self, bill: SavedInvoice) -> OpenItem:
        """Its first open item."""
        return self.trade.ask(items_of, document_type="invoice", document_id=bill.invoice_id)[0]

    def pay(self, minor: int, *parts: Part, party: int | None = None, **more: Any) -> SavedPayment:
        """Money by the bank; applied as told, else the oldest first."""
        draft = PaymentDraft(party or self.party, minor, PaymentMethod.BANK, **more)
        return self.run(record_payment, uuid=str(uuid4()), draft=draft, parts=list(parts) or None)

    def run(self, operation: Callable[..., Any], **arguments: Any) -> Any:
        """An operation of the system."""
        return self.trade.run(operation, **arguments)

    def ask(self, query: Callable[..., Any], **arguments: Any) -> Any:
        """A query."""
        return self.trade.ask(query, **arguments)

    def balances(self) -> dict[str, int]:
        """Accounts that are not zero, by code."""
        return {b.code: b.balance_minor for b in self.ask(list_balances) if b.balance_minor}

    def wait(self, days: int) -> None:
        """Days pass."""
        self.clock.advance(days=days)


def make_late(shop: Shop, clock: SteadyClock) -> Late:
    """A wholesaler in that shop whose invoices are due after 14 days."""
    trade = make_wholesale(shop)
    from app.terms.operations import create_payment_term
    from app.terms.rules import TermLine

    term = trade.run(
        create_payment_term, code="early", name="14 days, 1 % within 7", lines=[TermLine(10_000, 0, 14)],
        discount_hundredths=100, discount_days=7,
    )  # fmt: skip
    for party_id in shop.parties.values():
        terms = TermsDraft(price_list_id=trade.price_list_id, payment_term_id=term)
        trade.run(save_terms, party_id=party_id, terms=terms)
    return Late(trade, clock)


@pytest.fixture
def late(shop: Shop, clock: SteadyClock) -> Late:
    """Invoices are due after 14 days."""
    return make_late(shop, clock)
