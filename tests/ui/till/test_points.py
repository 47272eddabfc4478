"""Points at the till: told with the customer, paid by one tap, printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.kernel.permission import SYSTEM_ACTOR
from app.loyalty.operations import save_program
from app.loyalty.queries import points_of
from app.loyalty.rules import Program, Tier
from app.till.cart import CartCustomer
from app.till.queries import get_sale
from tests.ui.conftest import MakeTill, TillDriver

NAME = "Unlimited Ltd"


@pytest.fixture
def till(make_till: MakeTill) -> TillDriver:
    """A till of a shop with points, and a customer who has 51 of 10 cents each."""
    driver = make_till()
    shop = driver.shop
    shop.runtime.run(save_program, actor=SYSTEM_ACTOR, program=Program(1, 10, (Tier("Silver", 50, 0),)))
    shift = shop.open_shift()
    cart = shop.cart(("COFFEE", 4000)).set_customer(CartCustomer(shop.parties[NAME], NAME))
    shop.sell(cart, shift)
    driver.sign_in()
    return driver


def _choose(till: TillDriver) -> None:
    till.key(Qt.Key.Key_F4)
    till.type("unlim")
    till.key(Qt.Key.Key_Return)


def test_points_and_tier_are_told_when_the_customer_is_chosen(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    _choose(till)
    assert till.banner == "Unlimited Ltd: 51 points, worth €5.10 · Silver"


def test_points_pay_what_they_are_worth_and_the_receipt_says_what_was_earned(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    _choose(till)
    till.key(Qt.Key.Key_F12)
    till.tap_text("Points")
    till.key(Qt.Key.Key_Return)
    sale_id = till.page.desk.state.last_sale_id
    assert sale_id is not None
    paid = till.shop.runtime.ask(get_sale, sale_id=sale_id).payments
    assert {p.tender_code: p.amount_minor for p in paid} == {"points": 510, "cash": 780}
    assert till.shop.runtime.ask(points_of, party_id=till.shop.parties[NAME]).points == 7
    printer = till.devices.printer
    assert printer is not None
    assert "+7" in str(printer.papers[-1])


def test_nobody_is_offered_points_who_is_not_known(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    assert "Points" not in till.buttons()
