"""Goods that come back, by scans, keys and taps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.kernel.permission import SYSTEM_ACTOR
from app.organisation.operations import save_setting
from app.till.queries import SaleView, get_sale
from app.till.states import ReturnCondition
from app.till.tables import sale_return, sale_return_line
from app.vouchers.queries import list_vouchers
from tests.conftest import SteadyClock
from tests.integration.till.helpers import rows
from tests.ui.conftest import MakeTill, TillDriver
from tests.ui.devices import FakeDevices


@pytest.fixture
def till(make_till: MakeTill) -> TillDriver:
    """An open till with a cashier."""
    driver = make_till()
    driver.shop.open_shift()
    driver.sign_in()
    return driver


def _sold(till: TillDriver, *skus: str) -> str:
    """Sell for cash; the receipt's number."""
    till.scan_sku(*skus)
    till.pay_exact()
    return till.page.desk.state.last_number


def _last(till: TillDriver) -> SaleView:
    sale_id = till.page.desk.state.last_sale_id
    assert sale_id is not None
    return till.shop.runtime.ask(get_sale, sale_id=sale_id)


def test_scan_scan_and_two_keys_take_a_line_back_at_the_price_that_was_paid(till: TillDriver) -> None:
    till.page.switch_user()
    till.settle()
    till.sign_in("supervisor")
    number = _sold(till, "COFFEE", "MILK")
    till.effort = 0
    till.scan(number)
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.key(Qt.Key.Key_Return)
    assert till.effort == 2
    assert _last(till).gross_minor == -1290
    (row,) = rows(till.shop, sale_return_line)
    assert (row.reason, row.condition) == ("Does not fit", ReturnCondition.SHELF.value)
    assert till.page.view.change._title.text() == "Give back"


def test_a_cashier_needs_a_yes_and_the_discount_comes_off(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F3)
    till.type("10")
    till.key(Qt.Key.Key_Return)
    till.pay_exact()
    till.scan(till.page.desk.state.last_number)
    till.scan_sku("COFFEE")
    till.approve_as("supervisor")
    assert till.total == -1161
    till.scan_sku("COFFEE")  # only one was sold
    assert "not on this receipt" in till.panel._message.text()  # type: ignore[union-attr]
    till.key(Qt.Key.Key_F12)
    till.key(Qt.Key.Key_Return)
    assert _last(till).gross_minor == -1161


def test_what_came_back_before_is_told_and_cannot_come_back_again(till: TillDriver) -> None:
    number = _sold(till, "COFFEE", "COFFEE")
    for _ in range(2):
        till.scan(number)
        till.scan_sku("COFFEE")
        till.approve_as("supervisor")
        till.pay_exact()
    till.scan(number)
    panel = till.panel
    assert panel is not None
    assert "2 came back" in panel.list.model().data(  # type: ignore[attr-defined]
        panel.list.model().index(0, 0),
        Qt.ItemDataRole.AccessibleTextRole,  # type: ignore[attr-defined]
    )
    till.scan_sku("COFFEE")
    assert "not on this receipt any more" in panel._message.text()  # type: ignore[attr-defined]


def test_reason_and_condition_are_chosen_by_taps(till: TillDriver) -> None:
    number = _sold(till, "COFFEE")
    till.scan(number)
    till.tap_text("Faulty")
    till.tap_text("Scrap")
    till.tap_text("Everything comes back")
    till.approve_as("supervisor")
    till.pay_exact()
    (row,) = rows(till.shop, sale_return_line)
    assert (row.reason, row.condition) == ("Faulty", ReturnCondition.SCRAP.value)


def test_from_the_list_of_receipts(till: TillDriver) -> None:
    _sold(till, "COFFEE")
    till.key(Qt.Key.Key_F10)
    till.tap_text("Take goods back")
    till.tap_text("Everything comes back")
    till.approve_as("supervisor")
    assert till.total == -1290


def test_other_goods_beside_are_an_exchange_with_one_amount(till: TillDriver) -> None:
    number = _sold(till, "MILK")
    till.scan(number)
    till.tap_text("Everything comes back")
    till.approve_as("supervisor")
    till.key(Qt.Key.Key_Escape)
    till.scan_sku("COFFEE")
    assert till.total == 1290 - 119
    assert till.page.view.cart._total.text() == "€11.71"
    till.pay_exact()
    done = _last(till)
    assert (done.kind, done.gross_minor) == ("sale", 1290)
    assert {p.tender_code: p.amount_minor for p in done.payments} == {"cash": 1171, "exchange": 119}
    assert rows(till.shop, sale_return)[0].exchange_sale_id == done.id
    printer = till.devices.printer
    assert printer is not None
    words = str(printer.papers[-1])
    assert "Return T01-000003" in words
    assert "Milk 1 l" in words


def test_what_was_paid_by_card_is_paid_back_on_the_card_by_enter(make_till: MakeTill) -> None:
    devices = FakeDevices()
    till = make_till(devices=devices)
    till.shop.open_shift()
    till.sign_in("supervisor")
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.tap_text("Card")
    till.tap_text("Approved")
    number = till.page.desk.state.last_number
    till.scan(number)
    till.tap_text("Everything comes back")
    till.key(Qt.Key.Key_F12)
    till.key(Qt.Key.Key_Return)
    till.tap_text("Approved")
    assert [(p.tender_code, p.amount_minor) for p in _last(till).payments] == [("card", -1290)]


def test_cash_for_a_card_sale_is_refused_in_one_sentence_and_store_credit_helps(till: TillDriver) -> None:
    till.page.switch_user()
    till.settle()
    till.sign_in("supervisor")
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.tap_text("Card")
    till.tap_text("Approved")
    till.scan(till.page.desk.state.last_number)
    till.tap_text("Everything comes back")
    till.key(Qt.Key.Key_F12)
    till.tap_text("Cash")
    till.key(Qt.Key.Key_F2)  # exact
    assert "at most" in till.page.view.pay._message.text()
    till.tap_text("Store credit")
    assert [(p.tender_code, p.amount_minor) for p in _last(till).payments] == [("store_credit", -1290)]
    (credit,) = till.shop.runtime.ask(list_vouchers)
    assert credit.balance_minor == 1290
    assert credit.code in till.page.view.change._note.text()


def test_without_a_receipt_the_way_begins_with_a_reason_and_ends_as_store_credit(till: TillDriver) -> None:
    till.shop.runtime.run(
        save_setting, actor=SYSTEM_ACTOR, name="returns.without_receipt", value=["store_credit"]
    )
    till.services.context = till.shop.context()
    till.key(Qt.Key.Key_F6)
    till.approve_as("supervisor")
    till.tap_text("Wrong item")
    till.tap_text("Scan what comes back")
    till.scan_sku("MILK")
    assert till.page.view.cart._total.text() == "−€1.19"
    till.key(Qt.Key.Key_F12)
    till.key(Qt.Key.Key_Return)
    assert [p.tender_code for p in _last(till).payments] == ["store_credit"]
    assert [r.origin_sale_id for r in rows(till.shop, sale_return)] == [None]


def test_f6_again_sells_what_is_scanned_next(till: TillDriver) -> None:
    till.key(Qt.Key.Key_F6)
    till.approve_as("supervisor")
    till.key(Qt.Key.Key_Return)
    till.scan_sku("MILK")
    till.key(Qt.Key.Key_F6)
    till.scan_sku("COFFEE")
    assert till.total == 1290 - 119


def test_after_the_last_day_the_panel_says_so_and_a_manager_is_asked(
    till: TillDriver, clock: SteadyClock
) -> None:
    number = _sold(till, "COFFEE")
    clock.advance(days=31)
    state = till.page.desk.state
    assert state.shift is not None
    state.shift = None  # what the next day's shift would say
    till.scan(number)
    assert "Older than 30 days" in till.panel._message.text()  # type: ignore[union-attr]
    till.tap_text("Everything comes back")
    assert till.button("manager")
    assert "supervisor" not in till.buttons()


def test_a_return_that_was_open_when_the_program_died_is_back_as_a_return(
    till: TillDriver, make_till: MakeTill
) -> None:
    number = _sold(till, "COFFEE")
    till.scan(number)
    till.tap_text("Everything comes back")
    till.approve_as("supervisor")
    again = make_till()
    again.sign_in()
    assert again.total == -1290


def test_a_card_payment_taken_off_counts_no_more(till: TillDriver) -> None:
    from app.payments.tables import payment_intent

    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.type("5")
    till.tap_text("Card")
    till.tap_text("Approved")
    assert [r.status for r in rows(till.shop, payment_intent)] == ["approved"]
    till.tap_text("Take back Card")
    assert [r.status for r in rows(till.shop, payment_intent)] == ["reversed"]
    till.key(Qt.Key.Key_Return)
    assert [p.tender_code for p in _last(till).payments] == ["cash"]
