"""What a customer paid too much is offered by itself when he pays at the till."""

from __future__ import annotations

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from app.invoicing.operations.settle import record_payment
from app.kernel.permission import SYSTEM_ACTOR
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.receivables.queries import list_open_items, owed_minor
from app.reporting.verify import verify_database
from app.till.cart import CartCustomer
from app.till.credit import OWN_CREDIT, CreditGoneError
from app.till.tender import Tender
from tests.factories.shop import Shop
from tests.ui.conftest import TillDriver

NAME = "No Credit"  # nothing may go on his account


def overpaid(shop: Shop, minor: int) -> None:
    draft = PaymentDraft(shop.parties[NAME], minor, PaymentMethod.BANK)
    shop.runtime.run(record_payment, actor=SYSTEM_ACTOR, uuid=str(uuid4()), draft=draft, parts=[])


def ring_up(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    cart = till.page.desk.state.cart.set_customer(CartCustomer(till.shop.parties[NAME], NAME))
    till.page.desk.set_cart(cart)
    till.page.parts.pay.pay()
    till.settle()


def test_his_credit_pays_in_one_press_and_cash_the_rest(till: TillDriver) -> None:
    overpaid(till.shop, 300)
    overpaid(till.shop, 200)
    ring_up(till)
    assert "€5.00" in till.page.view.pay._own_credit.text()
    till.key(Qt.Key.Key_K)
    assert till.page.parts.pay.account.rest() == 1290 - 500
    till.tap_text("Exact")
    assert till.page.view.page() == "change"
    party = till.shop.parties[NAME]
    assert till.shop.runtime.ask(owed_minor, party_id=party) == 0
    assert till.shop.runtime.ask(list_open_items, party_id=party) == []
    assert [x for x in till.shop.runtime.ask(verify_database) if not x.holds] == []


def test_more_than_enough_pays_all_and_the_rest_stays(till: TillDriver) -> None:
    overpaid(till.shop, 2000)
    ring_up(till)
    till.key(Qt.Key.Key_K)
    assert till.page.view.page() == "change"
    assert till.shop.runtime.ask(owed_minor, party_id=till.shop.parties[NAME]) == -710


def test_nobody_without_credit_is_offered_any(till: TillDriver) -> None:
    ring_up(till)
    assert not till.page.view.pay._own_credit.isVisible()


def test_credit_that_was_used_meanwhile_pays_nothing(till: TillDriver) -> None:
    shop, shift = till.shop, till.page.desk.state.shift
    assert shift is not None
    overpaid(shop, 500)
    party = shop.parties[NAME]
    cart = shop.cart("COFFEE").set_customer(CartCustomer(party, NAME))
    tender = Tender("account", "account", 1290, 1290, reference=OWN_CREDIT, party_id=party)
    with pytest.raises(CreditGoneError, match=r"5\.00"):
        shop.complete(cart, shift.id, [tender])
    assert shop.runtime.ask(owed_minor, party_id=party) == -500
