"""Open invoices, orders settled and orders made at the till, by keys, taps and scans."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.orders.queries import find_order
from app.orders.states import OrderStatus
from app.receivables.queries import owed_minor
from app.till.cart import CartCustomer
from app.till.tables import till_taking
from tests.factories.wholesale import make_wholesale
from tests.integration.till.helpers import rows
from tests.ui.conftest import MakeTill, TillDriver

NAME = "Unlimited Ltd"


@pytest.fixture
def till(make_till: MakeTill) -> TillDriver:
    """An open till with a supervisor, and a customer who owes two sales."""
    driver = make_till()
    shop = driver.shop
    shift = shop.open_shift()
    for pieces in (1, 2):
        cart = shop.cart(("COFFEE", pieces * 1000)).set_customer(CartCustomer(shop.parties[NAME], NAME))
        shop.sell(cart, shift, ("account", pieces * 1290), by="supervisor")
    driver.sign_in("supervisor")
    return driver


def _owed(till: TillDriver) -> int:
    return till.shop.runtime.ask(owed_minor, party_id=till.shop.parties[NAME])


def _open_invoices(till: TillDriver) -> None:
    """Ctrl+I, and the customer of the list."""
    till.key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    till.type("unlim")
    till.key(Qt.Key.Key_Return)


def test_one_open_invoice_is_chosen_and_paid(till: TillDriver) -> None:
    _open_invoices(till)
    assert "without a limit" in till.panel._limit.text()  # type: ignore[union-attr]
    till.key(Qt.Key.Key_Return)
    assert till.total == 1290
    till.pay_exact()
    assert _owed(till) == 2580
    assert [r.amount_minor for r in rows(till.shop, till_taking)] == [1290]


def test_everything_is_paid_together_with_new_goods(till: TillDriver) -> None:
    _open_invoices(till)
    till.tap_text("Everything: €38.70")
    till.scan_sku("MILK")
    assert till.total == 3870 + 119
    till.pay_exact()
    assert _owed(till) == 0


def test_an_amount_pays_the_oldest_first(till: TillDriver) -> None:
    _open_invoices(till)
    till.panel._amount.setFocus()  # type: ignore[union-attr]
    till.type("20")
    till.key(Qt.Key.Key_Return)
    till.pay_exact()
    assert _owed(till) == 1870


def test_a_cashier_asks_for_a_yes(till: TillDriver) -> None:
    till.page.switch_user()
    till.settle()
    till.sign_in("cashier")
    _open_invoices(till)
    till.key(Qt.Key.Key_Return)
    till.approve_as("supervisor")
    till.pay_exact()
    assert _owed(till) == 2580


def test_the_customers_limit_is_said_when_he_is_chosen(till: TillDriver) -> None:
    shop = till.shop
    cart = shop.cart("COFFEE").set_customer(CartCustomer(shop.parties["Limited Ltd"], "Limited Ltd"))
    shift = till.page.desk.state.shift
    assert shift is not None
    shop.sell(cart, shift.id, ("account", 1290), by="supervisor")
    till.key(Qt.Key.Key_F4)
    till.type("limited ltd")
    till.key(Qt.Key.Key_Down)
    till.key(Qt.Key.Key_Return)
    assert till.banner == "Limited Ltd owes €12.90 of at most €50.00."


def test_an_order_is_scanned_billed_and_paid(till: TillDriver) -> None:
    trade = make_wholesale(till.shop)
    order = trade.order(("COFFEE", 2))
    trade.ship_all(order.order_id)
    assert order.number is not None
    till.scan(order.number)
    assert till.panel.title() == order.number  # type: ignore[union-attr]
    till.tap_text("Bill it and pay here")
    assert till.total == 2380
    till.pay_exact()
    found = till.shop.runtime.ask(find_order, number=order.number)
    assert found is not None
    assert found.status is OrderStatus.CLOSED


def test_what_cannot_be_billed_is_said_in_the_panel(till: TillDriver) -> None:
    trade = make_wholesale(till.shop)
    order = trade.order(("COFFEE", 2))
    assert order.number is not None
    till.scan(order.number)
    till.tap_text("Bill it and pay here")
    assert till.panel.message.text()  # type: ignore[union-attr]
    assert till.total == 0


@pytest.mark.parametrize(("button", "quote"), [("Confirm as an order", False), ("Make a quote", True)])
def test_the_cart_becomes_an_order_or_a_quote(till: TillDriver, button: str, quote: bool) -> None:  # noqa: FBT001
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F4)
    till.type("unlim")
    till.key(Qt.Key.Key_Return)
    till.tap_text("More…")
    till.tap_text("Make an order")
    till.tap_text(button)
    number = till.banner.removesuffix(" is made.")
    found = till.shop.runtime.ask(find_order, number=number)
    assert found is not None
    assert (found.number is None) is quote
    assert till.lines == []


def test_an_order_without_a_customer_is_refused_in_one_sentence(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.tap_text("More…")
    till.tap_text("Make an order")
    assert "needs a customer" in till.banner


def test_a_layaway_is_made_and_its_first_part_paid(till: TillDriver) -> None:
    make_wholesale(till.shop)
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F4)
    till.type("unlim")
    till.key(Qt.Key.Key_Return)
    till.tap_text("More…")
    till.tap_text("Make an order")
    before = _owed(till)
    till.tap_text("Layaway: paid in parts, goods reserved")
    asked = _owed(till) - before
    panel = till.panel
    panel._amount.setFocus()  # type: ignore[union-attr]
    till.type("5")
    till.key(Qt.Key.Key_Return)
    assert till.total == 500
    till.pay_exact()
    assert _owed(till) == before + asked - 500
