"""Carts put aside, taken up again, and found again after the program died."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select

from app.till.operations.carts import park_cart
from app.till.queries import get_sale
from app.till.tables import sale
from tests.ui.conftest import MakeTill, TillDriver, code_of


def _sales(till: TillDriver) -> int:
    with till.shop.runtime.factory.read() as connection:
        return int(connection.execute(select(func.count()).select_from(sale)).scalar_one())


def _paid(till: TillDriver) -> list[tuple[str, int]]:
    sale_id = till.page.desk.state.last_sale_id
    assert sale_id is not None
    payments = till.shop.runtime.ask(get_sale, sale_id=sale_id).payments
    return [(p.tender_code, p.amount_minor) for p in payments]


def test_a_cart_of_another_till_is_taken_up_here(till: TillDriver) -> None:
    cart = till.shop.cart("COFFEE", "MILK")
    shift = till.shop.open_shift("T02")
    till.shop.runtime.run(
        park_cart, actor=till.shop.actor(till="T02"), till_id=till.shop.tills["T02"], cart=cart,
        total_minor=1409, shift_id=shift,
    )  # fmt: skip
    till.settle()
    till.tap_text("Parked 1")
    till.key(Qt.Key.Key_Return)
    assert till.lines == [("COFFEE", 1000), ("MILK", 1000)]


def test_a_cart_on_the_counter_is_parked_for_the_one_that_is_recalled(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F8)
    till.scan_sku("MILK")
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)
    assert till.lines == [("COFFEE", 1000)]
    assert "Parked 1" in till.buttons()


def test_the_cart_is_back_after_the_program_died(make_till: MakeTill) -> None:
    dead = make_till()
    dead.shop.open_shift()
    dead.sign_in()
    dead.scan_sku("COFFEE", "MILK")
    fresh = make_till()
    fresh.sign_in()
    assert fresh.lines == [("COFFEE", 1000), ("MILK", 1000)]
    assert "is back" in fresh.banner
    fresh.pay_exact()
    assert _sales(fresh) == 1


def test_killed_during_payment_the_cashier_is_told_to_look_at_the_terminal(make_till: MakeTill) -> None:
    dead = make_till()
    dead.shop.open_shift()
    dead.sign_in()
    dead.scan_sku("COFFEE")
    dead.key(Qt.Key.Key_F12)
    fresh = make_till()
    fresh.sign_in()
    assert fresh.lines == [("COFFEE", 1000)]
    assert "terminal" in fresh.banner


def test_killed_while_the_card_was_charged_the_payment_counts_when_the_cashier_says_so(
    make_till: MakeTill,
) -> None:
    dead = make_till()
    dead.shop.open_shift()
    dead.sign_in()
    dead.scan_sku("COFFEE")
    dead.key(Qt.Key.Key_F12)
    dead.tap_text("Card")  # the terminal stands beside: the intent is written, the answer never comes
    fresh = make_till()
    fresh.sign_in()
    fresh.tap_text("Yes, it was paid")
    fresh.key(Qt.Key.Key_F12)
    assert fresh.page.view.pay._rest.text() == "€0.00"
    fresh.key(Qt.Key.Key_Return)
    assert _paid(fresh) == [("card", 1290)]


def test_a_sale_is_parked_with_its_last_scan_however_fast_the_cashier_is(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.page.scanned(code_of(till.shop, "MILK"))  # its product is not found yet
    till.bot.keyClick(till.page, Qt.Key.Key_F8)
    till.settle()
    assert till.lines == []
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)
    assert till.lines == [("COFFEE", 1000), ("MILK", 1000)]


def test_what_is_scanned_while_a_cart_leaves_belongs_to_the_next_customer(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.bot.keyClick(till.page, Qt.Key.Key_F8)  # on its way
    till.page.scanned(code_of(till.shop, "MILK"))
    till.settle()
    assert till.lines == [("MILK", 1000)]
    till.key(Qt.Key.Key_F9)
    till.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    till.page.scanned(code_of(till.shop, "STAMP"))  # while milk is parked for the coffee
    till.settle()
    assert till.lines == [("COFFEE", 1000), ("STAMP", 1000)]


def test_what_is_scanned_while_a_sale_is_voided_belongs_to_the_next(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    void = till.page.parts.void
    till.page.desk.services.gateway.actor = till.shop.actor("manager")
    void._void_sale("changed his mind")
    till.page.scanned(code_of(till.shop, "MILK"))
    till.settle()
    assert till.lines == [("MILK", 1000)]
