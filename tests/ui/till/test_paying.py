"""Taking money, receipts, returns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import func, select

from app.devices.paper import Paper
from app.devices.ports import CardOutcome, CardResult, DeviceFault
from app.payments.tables import payment_intent
from app.till.queries import SaleView, get_sale
from app.till.tables import sale
from tests.ui.conftest import TillDriver, code_of
from tests.ui.devices import FakeTerminal


def _last(till: TillDriver) -> SaleView:
    sale_id = till.page.desk.state.last_sale_id
    assert sale_id is not None
    return till.shop.runtime.ask(get_sale, sale_id=sale_id)


def _sales(till: TillDriver) -> int:
    with till.shop.runtime.factory.read() as connection:
        return int(connection.execute(select(func.count()).select_from(sale)).scalar_one())


def _paid(till: TillDriver) -> list[tuple[str, int]]:
    return [(p.tender_code, p.amount_minor) for p in _last(till).payments]


def _words(paper: Paper) -> str:
    return str(paper.blocks)


def test_double_enter_books_once(till: TillDriver) -> None:
    from PySide6.QtTest import QTest

    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    pay = till.page.view.pay
    for _ in range(3):  # faster than any answer
        QTest.keyClick(pay, Qt.Key.Key_Return)
    till.settle()
    assert _sales(till) == 1
    assert till.page.view.page() == "change"


def test_a_scan_while_the_sale_is_booked_begins_the_next_one(till: TillDriver) -> None:
    from PySide6.QtTest import QTest

    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    QTest.keyClick(till.page.view.pay, Qt.Key.Key_Return)
    assert till.page.desk.state.busy
    till.page.scanned(code_of(till.shop, "MILK"))
    till.settle()
    assert _last(till).gross_minor == 1290
    assert till.lines == [("MILK", 1000)]


def test_pay_pressed_before_the_last_scan_is_answered_waits_for_it(till: TillDriver) -> None:
    from PySide6.QtTest import QTest

    till.page.scanned(code_of(till.shop, "COFFEE"))
    till.page.scanned(code_of(till.shop, "MILK"))
    QTest.keyClick(till.focus(), Qt.Key.Key_F12)
    QTest.keyClick(till.focus(), Qt.Key.Key_Return)
    till.settle()
    assert _last(till).gross_minor == 1409


def test_a_scan_on_the_payment_page_goes_back_to_the_cart(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.scan_sku("MILK")
    assert till.page.view.page() == "sell"
    assert till.lines == [("COFFEE", 1000), ("MILK", 1000)]
    till.pay_exact()
    assert _last(till).gross_minor == 1409


def test_a_scan_after_money_was_taken_adds_nothing_and_says_so(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.type("5")
    till.key(Qt.Key.Key_Return)
    till.scan_sku("MILK")
    assert till.lines == [("COFFEE", 1000)]
    assert "not added" in till.page.view.pay._message.text()
    assert till.page.view.page() == "pay"


def test_split_over_card_and_cash(till: TillDriver) -> None:
    till.scan_sku("COFFEE", "MILK")
    till.key(Qt.Key.Key_F12)
    till.type("10")
    till.tap_text("Card")
    till.tap_text("Approved")
    assert till.page.view.pay._rest.text() == "€4.09"
    till.type("5")
    till.key(Qt.Key.Key_Return)
    assert _paid(till) == [("card", 1000), ("cash", 409)]
    assert _last(till).change_minor == 91
    assert till.page.view.change._amount.text() == "€0.91"


def test_a_declined_card_leaves_the_sale_to_be_paid_otherwise(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.tap_text("Card")
    till.tap_text("Declined")
    assert "declined" in till.page.view.pay._message.text()
    till.key(Qt.Key.Key_Return)
    assert _paid(till) == [("cash", 1290)]


def test_a_lost_answer_is_never_taken_for_declined(till: TillDriver) -> None:
    till.devices.terminal = FakeTerminal()
    till.devices.terminal.answers = [CardResult(CardOutcome.UNKNOWN)]
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.tap_text("Card")
    till.bot.waitUntil(lambda: "Yes, it was paid" in till.buttons())
    till.settle()
    assert till.devices.terminal.asked == [1290]  # never sent again by the program
    till.tap_text("Yes, it was paid")
    assert _paid(till) == [("card", 1290)]
    with till.shop.runtime.factory.read() as connection:
        assert connection.execute(select(payment_intent.c.status)).scalars().all() == ["approved"]


def test_while_the_terminal_is_asked_nothing_else_can_be_paid_or_locked(till: TillDriver) -> None:
    terminal = till.devices.terminal = FakeTerminal()
    terminal.hold.clear()
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.tap_text("Card")
    till.bot.waitUntil(lambda: bool(terminal.asked))
    till.key(Qt.Key.Key_Return)  # Esc breaks it off: test_card_terminal.py
    till.page.idle()
    till.settle()
    assert till.page.page() == "till"
    assert _sales(till) == 0
    terminal.hold.set()
    till.bot.waitUntil(lambda: till.page.desk.state.last_sale_id is not None)
    assert _sales(till) == 1


def test_on_account_needs_a_customer_and_a_supervisor(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.tap_text("On account")
    till.type("unlimited")
    till.key(Qt.Key.Key_Return)
    till.approve_as("supervisor")
    assert _paid(till) == [("account", 1290)]
    assert _last(till).customer_name == "Unlimited Ltd"


def test_over_the_customers_limit_the_sale_stays_unpaid(till: TillDriver) -> None:
    till.type("10*")
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F4)
    till.type("limited l")
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_F12)
    till.tap_text("On account")
    till.approve_as("supervisor")
    assert _sales(till) == 0
    assert till.page.view.pay._message.text()
    assert till.page.view.page() == "pay"


def test_the_cash_is_rounded_where_the_small_coins_are_gone(till: TillDriver) -> None:
    import dataclasses

    context = till.services.context
    till.services.context = dataclasses.replace(
        context, company=dataclasses.replace(context.company, cash_rounding_minor=5)
    )
    till.scan_sku("COFFEE", "MILK", "MILK")  # 15.28
    till.key(Qt.Key.Key_F12)
    assert till.page.view.pay._rest.text() == "€15.30"
    till.key(Qt.Key.Key_Return)
    assert _last(till).rounding_minor == 2
    assert _paid(till) == [("cash", 1530)]


@pytest.mark.parametrize("typed", ["4000000000015", "0.001"])
def test_an_amount_that_cannot_be_is_refused(till: TillDriver, typed: str) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.type(typed)
    till.key(Qt.Key.Key_Return)
    assert _sales(till) == 0
    assert till.page.view.pay._message.text()
    till.key(Qt.Key.Key_Return)
    assert _paid(till) == [("cash", 1290)]


def test_esc_goes_back_to_the_cart(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.key(Qt.Key.Key_Escape)
    assert till.page.view.page() == "sell"
    assert not till.page.parts.pay.is_open
    till.scan_sku("MILK")
    assert len(till.lines) == 2


def test_the_age_is_checked_once_before_paying(till: TillDriver) -> None:
    till.scan_sku("WINE")
    till.key(Qt.Key.Key_F12)
    assert till.page.view.page() == "panel"
    till.tap_text("Old enough")
    assert till.page.view.page() == "pay"
    till.key(Qt.Key.Key_Escape)
    till.key(Qt.Key.Key_F12)
    assert till.page.view.page() == "pay"


def test_who_is_too_young_does_not_get_it(till: TillDriver) -> None:
    till.scan_sku("WINE", "MILK")
    till.key(Qt.Key.Key_F12)
    till.tap_text("Do not sell")
    assert till.lines == [("MILK", 1000)]


def test_the_receipt_is_printed_and_the_change_page_says_so(till: TillDriver) -> None:
    kicks = till.devices.drawer.kicks  # type: ignore[union-attr]
    till.scan_sku("COFFEE")
    till.pay_exact()
    assert [p.title for p in till.devices.printer.papers] == ["Receipt T01-000001"]  # type: ignore[union-attr]
    assert till.page.view.change._receipt.text() == "The receipt is printed."
    assert till.devices.drawer.kicks == kicks + 1  # type: ignore[union-attr]


def test_a_printer_without_paper_is_a_banner_with_a_button_and_the_next_scan_works(till: TillDriver) -> None:
    printer = till.devices.printer
    assert printer is not None
    printer.fault = DeviceFault.PAPER_OUT
    till.scan_sku("COFFEE")
    till.pay_exact()
    assert "no paper" in till.banner
    assert till.page.view.change._receipt.text() == "The receipt was not printed."
    till.scan_sku("MILK")
    assert till.lines == [("MILK", 1000)]
    printer.fault = None
    till.key(Qt.Key.Key_F12)
    till.key(Qt.Key.Key_Return)
    assert len(printer.papers) == 1


def test_the_button_in_the_banner_prints_again(till: TillDriver) -> None:
    printer = till.devices.printer
    assert printer is not None
    printer.fault = DeviceFault.PAPER_OUT
    till.scan_sku("COFFEE")
    till.pay_exact()
    printer.fault = None
    till.tap(till.button("Print again", till.page.view.cart))
    assert len(printer.papers) == 1
    assert "COPY" not in _words(printer.papers[0])  # not a byte of the first try had left
    assert till.page.view.change._receipt.text() == "The receipt is printed."


def test_any_receipt_is_printed_again_marked_copy(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.pay_exact()
    till.key(Qt.Key.Key_F10)
    till.type("000001")
    assert "Coffee beans" in till.panel._paper._sheet.accessibleName()  # type: ignore[union-attr]
    till.tap_text("Print copy")
    printer = till.devices.printer
    assert printer is not None
    assert "COPY" not in _words(printer.papers[0])
    assert "COPY" in _words(printer.papers[1])


def test_a_scanned_receipt_is_found_in_the_list(till: TillDriver) -> None:
    for _ in range(2):
        till.scan_sku("COFFEE")
        till.pay_exact()
    till.key(Qt.Key.Key_F10)
    till.scan("T01-000001")
    assert till.panel.list.count() == 1  # type: ignore[union-attr]


def test_a_receipt_nobody_knows_is_one_sentence(till: TillDriver) -> None:
    till.scan("T01-999999")
    assert "T01-999999" in till.banner
    till.scan_sku("MILK")
    assert till.lines == [("MILK", 1000)]


def test_a_sale_for_nothing_needs_no_money(till: TillDriver) -> None:
    till.page.switch_user()
    till.settle()
    till.sign_in("manager")
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F3)
    till.type("100")
    till.key(Qt.Key.Key_Return)
    till.pay_exact()
    assert _last(till).gross_minor == 0


@pytest.mark.parametrize(("when", "tries"), [("after", 1), ("before", 2)])
def test_a_commit_that_does_not_say_whether_it_took_is_looked_up_and_the_drawer_opens(
    till: TillDriver, when: str, tries: int
) -> None:
    from tests.crash.test_uncertain_commit import BrokenCommit

    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    drawer = till.devices.drawer
    assert drawer is not None
    kicks = drawer.kicks
    BrokenCommit(till.shop.runtime.factory._write_engine).fail(when)
    for _ in range(tries):
        till.key(Qt.Key.Key_Return)
    assert till.page.view.page() == "change"
    assert _sales(till) == 1
    assert drawer.kicks == kicks + 1


def test_the_buttons_of_a_payment_are_those_of_the_one_before(till: TillDriver) -> None:
    pay = till.page.view.pay
    seen: list[list[int]] = []
    for sku in ("COFFEE", "MILK"):
        till.scan_sku(sku)
        till.key(Qt.Key.Key_F12)
        seen.append([id(b) for b in (*pay._amounts[:1], *pay._methods.values())])
        assert sum(b.isChecked() for b in pay._methods.values()) == 1
        till.key(Qt.Key.Key_Return)
    assert seen[0] == seen[1]
