"""Who is late gets at the till what was agreed: anything, nothing on account, or nothing at all."""

from __future__ import annotations

from datetime import date

import pytest

from app.kernel.permission import SYSTEM_ACTOR
from app.receivables.items import ItemDraft, open_items
from app.receivables.queries import list_open_items
from app.reporting.verify import verify_database
from app.terms.operations import TermsDraft, create_payment_term, save_terms
from app.terms.rules import Instalment, TermLine
from app.terms.states import LatePolicy
from app.till.cart import Cart, CartCustomer
from app.till.operations.carts import begin_tendering
from app.till.operations.customers import LateNoCreditError, LateNoSaleError
from tests.factories.shop import Shop

NAME = "Unlimited Ltd"


def late(shop: Shop, policy: LatePolicy) -> Cart:
    """The customer owes 10.00 since February; his cart with a coffee."""
    party_id = shop.parties[NAME]
    shop.runtime.run(save_terms, actor=SYSTEM_ACTOR, party_id=party_id, terms=TermsDraft(late_policy=policy))
    return shop.cart("COFFEE").set_customer(CartCustomer(party_id, NAME))


def test_a_late_customer_pays_at_once_or_gets_nothing_as_agreed(shop: Shop) -> None:
    shift = shop.open_shift()
    shop.runtime.run(
        open_items, actor=SYSTEM_ACTOR,
        draft=ItemDraft(
            shop.parties[NAME], "invoice", 1, "INV-1", date(2026, 1, 2),
            [Instalment(1, date(2026, 2, 2), 1000)],
        ),
    )  # fmt: skip

    def begin(cart: Cart, by: str = "supervisor") -> None:
        shop.runtime.run(
            begin_tendering, actor=shop.actor(by), till_id=shop.tills["T01"], cart=cart, total_minor=1290
        )

    begin(late(shop, LatePolicy.ALLOW))
    shop.sell(late(shop, LatePolicy.ALLOW), shift, ("account", 1290), by="supervisor")
    cart = late(shop, LatePolicy.NO_CREDIT)
    begin(cart)
    with pytest.raises(LateNoCreditError) as refused:
        shop.sell(cart, shift, ("account", 1290), by="supervisor")
    assert (
        str(refused.value)
        == "Unlimited Ltd is late with 10.00 EUR, so nothing goes on account. Take another tender."
    )
    shop.sell(cart, shift)  # in cash
    cart = late(shop, LatePolicy.NO_SALE)
    with pytest.raises(LateNoSaleError):
        begin(cart)
    begin(cart, by="manager")


def test_a_sale_on_account_is_due_by_the_customers_terms(shop: Shop) -> None:
    party_id = shop.parties[NAME]
    term = shop.runtime.run(
        create_payment_term, actor=SYSTEM_ACTOR, code="halves", name="Halves",
        lines=[TermLine(5000, 0, 10), TermLine(5000, 1, 0, 31)],
    )  # fmt: skip
    shop.runtime.run(
        save_terms, actor=SYSTEM_ACTOR, party_id=party_id, terms=TermsDraft(payment_term_id=term)
    )
    shift = shop.open_shift()
    cart = shop.cart("COFFEE").set_customer(CartCustomer(party_id, NAME))
    shop.sell(cart, shift, ("account", 1290), by="supervisor")
    assert [r for r in shop.runtime.ask(verify_database) if not r.holds] == []
    items = shop.runtime.ask(list_open_items, party_id=party_id)
    assert [(i.due_date, i.open_minor, i.instalment) for i in items] == [
        (date(2026, 3, 12), 645, 1), (date(2026, 4, 30), 645, 2),
    ]  # fmt: skip
