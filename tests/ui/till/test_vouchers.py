"""Gift cards and store credit at the till, by scans, keys and taps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.till.queries import SaleView, get_sale
from app.till.tables import till_taking
from app.vouchers.queries import find_voucher, list_vouchers
from tests.integration.till.helpers import rows
from tests.ui.conftest import MakeTill, TillDriver

NUMBER = "GC55556666777788"


@pytest.fixture
def till(make_till: MakeTill) -> TillDriver:
    """An open till with a cashier."""
    driver = make_till()
    driver.shop.open_shift()
    driver.sign_in()
    return driver


def _last(till: TillDriver) -> SaleView:
    sale_id = till.page.desk.state.last_sale_id
    assert sale_id is not None
    return till.shop.runtime.ask(get_sale, sale_id=sale_id)


def _on(till: TillDriver, number: str = NUMBER) -> int:
    found = till.shop.runtime.ask(find_voucher, code=number)
    assert found is not None
    return found.balance_minor


def _sell_card(till: TillDriver, number: str = NUMBER, amount: str = "50") -> None:
    till.key(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    till.scan(number)
    till.type(amount)
    till.key(Qt.Key.Key_Return)
    till.pay_exact()


def test_a_card_is_scanned_loaded_and_paid_in_cash(till: TillDriver) -> None:
    _sell_card(till)
    assert _on(till) == 5000
    assert till.page.view.page() == "change"
    assert [r.amount_minor for r in rows(till.shop, till_taking)] == [5000]
    printer = till.devices.printer
    assert printer is not None
    assert NUMBER in str(printer.papers[-1])
    assert till.page.view.change._receipt.text() == "The receipt is printed."


def test_a_scan_while_paying_takes_what_the_card_has(till: TillDriver) -> None:
    _sell_card(till, amount="5")
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.scan(NUMBER)
    assert till.page.view.page() == "pay"
    till.key(Qt.Key.Key_Return)
    assert {p.tender_code: p.amount_minor for p in _last(till).payments} == {"gift_card": 500, "cash": 790}
    assert _on(till) == 0


def test_a_card_with_enough_on_it_pays_for_all_at_once(till: TillDriver) -> None:
    _sell_card(till)
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.scan(NUMBER)
    assert till.page.view.page() == "change"
    assert _on(till) == 5000 - 1290


def test_the_number_may_be_typed_and_a_part_be_paid(till: TillDriver) -> None:
    _sell_card(till)
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.tap_text("Gift card")
    till.type(NUMBER.lower())
    till.key(Qt.Key.Key_Tab)
    assert "€50.00 is on it" in till.panel._card.text()  # type: ignore[union-attr]
    till.type("3")
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_Return)
    assert {p.tender_code: p.amount_minor for p in _last(till).payments} == {"gift_card": 300, "cash": 990}


def test_an_unknown_number_is_one_sentence(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.tap_text("Gift card")
    till.type("GC404404404")
    till.key(Qt.Key.Key_Return)
    assert "GC404404404" in till.panel.message.text()  # type: ignore[union-attr]
    till.key(Qt.Key.Key_Escape)
    till.scan("GC404404405")
    assert "Unknown code" in till.page.view.pay._message.text()


def test_a_card_that_was_emptied_elsewhere_meanwhile_is_taken_off_and_cash_pays(till: TillDriver) -> None:
    from tests.integration.till.checkout import check_out

    _sell_card(till)
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.tap_text("Gift card")
    till.scan(NUMBER)
    till.type("3")
    till.key(Qt.Key.Key_Return)
    shop = till.shop
    check_out(
        shop, shop.open_shift("T02"), shop.cart(("MILK", 42_000)), ("gift_card", 4998, NUMBER), till="T02"
    )
    till.key(Qt.Key.Key_Return)
    assert "has only" in till.page.view.pay._message.text()
    till.tap_text("Take back Gift card")
    till.key(Qt.Key.Key_Return)
    assert {p.tender_code: p.amount_minor for p in _last(till).payments} == {"cash": 1290}


def test_change_goes_on_store_credit_by_one_tap(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.type("20")
    till.tap_text("Change as store credit")
    assert {p.tender_code: p.amount_minor for p in _last(till).payments} == {
        "cash": 2000, "store_credit": -710,
    }  # fmt: skip
    (credit,) = till.shop.runtime.ask(list_vouchers)
    assert credit.balance_minor == 710
    assert credit.code in till.page.view.change._note.text()
    till.scan_sku("MILK")
    till.key(Qt.Key.Key_F12)
    till.scan(credit.code)
    assert _on(till, credit.code) == 710 - 119


def test_a_new_number_is_made_and_goods_are_paid_with_the_card(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    till.tap_text("New number")
    till.tap_text("€25.00")
    till.tap_text("Add to the cart")
    assert till.total == 1290 + 2500
    till.pay_exact()
    (card,) = till.shop.runtime.ask(list_vouchers)
    assert (card.balance_minor, card.code[:2]) == (2500, "GC")


def test_what_is_on_a_card_is_paid_out_by_a_manager(till: TillDriver) -> None:
    _sell_card(till)
    till.page.switch_user()
    till.settle()
    till.sign_in("manager")
    till.key(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    till.scan(NUMBER)
    till.tap_text("Pay out what is on it")
    assert till.total == -5000
    till.key(Qt.Key.Key_F12)
    till.tap_text("Cash")
    till.key(Qt.Key.Key_Return)
    assert _on(till) == 0
    assert [r.amount_minor for r in rows(till.shop, till_taking)] == [5000, -5000]
