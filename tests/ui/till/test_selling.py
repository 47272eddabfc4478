"""Scans, quantities, lines, notes, customers, unknown codes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from app.till.cart import DiscountKind
from tests.ui.conftest import MakeTill, TillDriver, code_of

UNKNOWN = "4000000099994"


def test_thirty_fast_scans_are_thirty_pieces(till: TillDriver) -> None:
    for number in range(30):
        till.page.scanned(code_of(till.shop, ("COFFEE", "MILK", "STAMP")[number % 3]))
    till.settle()
    assert till.lines == [("COFFEE", 10_000), ("MILK", 10_000), ("STAMP", 10_000)]
    assert till.sound.played.count("good") == 30
    assert till.errors == []


def test_a_scan_lands_in_the_cart_whatever_has_the_focus(till: TillDriver) -> None:
    till.key(Qt.Key.Key_F2)
    till.scan_sku("COFFEE")
    for action in ("discount", "customer", "note", "open_item", "cash_movement", "help", "more", "recall"):
        till.page.actions_.do(action)
        till.settle()
        before = len(till.page.desk.state.cart.lines), till.total
        till.scan_sku("MILK")
        assert till.total == before[1] + 119, action
    assert till.page.view.sell.search.text() == ""


def test_a_panel_about_a_line_stays_with_its_line_when_something_is_scanned(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F3)
    till.scan_sku("MILK")
    till.type("10")
    till.key(Qt.Key.Key_Return)
    assert [x.discount is not None for x in till.page.desk.state.cart.lines] == [True, False]


def test_a_quantity_before_the_scan_and_on_the_line(till: TillDriver) -> None:
    till.type("5*")
    till.scan_sku("MILK")
    assert till.lines == [("MILK", 5000)]
    till.type("7")
    till.key(Qt.Key.Key_Return)
    assert till.lines == [("MILK", 7000)]
    till.type("+")
    assert till.lines == [("MILK", 8000)]
    till.type("-")
    assert till.lines == [("MILK", 7000)]


@pytest.mark.parametrize("typed", ["0", "1000000000"])
def test_a_quantity_that_cannot_be_leaves_the_line_as_it_is(till: TillDriver, typed: str) -> None:
    till.scan_sku("MILK")
    till.type(typed)
    till.key(Qt.Key.Key_Return)
    assert till.lines == [("MILK", 1000)]
    assert till.banner
    assert till.sound.played[-1] == "error"
    till.scan_sku("COFFEE")
    assert len(till.lines) == 2


@pytest.mark.parametrize("typed", ["0*", "1000000000*"])
def test_a_quantity_that_cannot_be_before_a_scan_is_not_used(till: TillDriver, typed: str) -> None:
    till.type(typed)
    assert till.sound.played[-1] == "error"
    till.scan_sku("MILK")
    assert till.lines == [("MILK", 1000)]


def test_a_negative_quantity_in_the_line_panel_is_refused(till: TillDriver) -> None:
    till.scan_sku("MILK")
    till.page.view.cart.line_activated.emit(till.page.desk.state.selected)
    till.settle()
    panel = till.panel
    panel._quantity.setText("-3")  # type: ignore[union-attr]
    till.tap_text("Change the line")
    assert till.lines == [("MILK", 1000)]
    assert panel.message.text()  # type: ignore[union-attr]


def test_the_minus_key_never_takes_the_last_piece_in_silence(till: TillDriver) -> None:
    till.scan_sku("MILK")
    till.type("-")
    assert till.lines == [("MILK", 1000)]
    assert "Void" in till.banner


def test_a_discount_of_101_per_cent_is_refused(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F3)
    till.type("101")
    till.key(Qt.Key.Key_Return)
    assert till.total == 1290
    assert "100 %" in till.panel.message.text()  # type: ignore[union-attr]


def test_a_discount_in_words_is_refused(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F3)
    till.type("ten")
    till.key(Qt.Key.Key_Return)
    assert till.total == 1290
    assert "ten" in till.panel.message.text()  # type: ignore[union-attr]


def test_a_discount_on_the_sale_as_an_amount(till: TillDriver) -> None:
    till.scan_sku("COFFEE", "MILK")
    till.key(Qt.Key.Key_F3)
    till.tap_text("Whole sale")
    till.tap_text("Amount")
    till.type("0.50")
    till.key(Qt.Key.Key_Return)
    assert till.total == 1359
    discount = till.page.desk.state.cart.discount
    assert discount is not None
    assert discount.kind is DiscountKind.AMOUNT


def test_goods_without_discount_say_so(till: TillDriver) -> None:
    till.scan_sku("STAMP")
    till.key(Qt.Key.Key_F3)
    till.type("5")
    till.key(Qt.Key.Key_Return)
    assert till.total == 95
    assert "Postage stamp" in till.panel.message.text()  # type: ignore[union-attr]


@pytest.mark.parametrize("typed", ["eleven", "1.999", "-3"])
def test_a_price_that_is_no_price_is_refused(till: TillDriver, typed: str) -> None:
    till.scan_sku("MILK")
    till.page.view.cart.line_activated.emit(till.page.desk.state.selected)
    till.settle()
    panel = till.panel
    panel._price.setText(typed)  # type: ignore[union-attr]
    till.tap_text("Change the line")
    assert till.total == 119
    assert panel.message.text()  # type: ignore[union-attr]


def test_a_line_is_voided_with_a_reason(till: TillDriver) -> None:
    till.scan_sku("COFFEE", "MILK")
    till.key(Qt.Key.Key_Delete)
    till.key(Qt.Key.Key_Return)  # no reason
    assert len(till.lines) == 2
    till.tap_text("Wrong item scanned")
    assert till.lines == [("COFFEE", 1000)]


def test_what_is_scanned_while_a_line_is_voided_stays(till: TillDriver) -> None:
    till.scan_sku("COFFEE", "MILK")
    till.key(Qt.Key.Key_Delete)
    till.page.scanned(code_of(till.shop, "STAMP"))
    till.panel.given.emit("wrong")  # type: ignore[union-attr]
    till.settle()
    assert till.lines == [("COFFEE", 1000), ("STAMP", 1000)]


def test_the_sale_is_voided_with_a_reason_and_somebodys_yes(till: TillDriver) -> None:
    till.scan_sku("COFFEE", "MILK")
    till.key(Qt.Key.Key_F7)
    till.tap_text("Damaged")
    assert len(till.lines) == 2
    till.approve_as("manager")
    assert till.lines == []
    assert "voided" in till.banner


def test_notes_on_line_and_sale_stand_on_the_cart(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    till.type("for Anna")
    till.key(Qt.Key.Key_Return)
    assert till.page.desk.state.cart.lines[0].note == "for Anna"
    assert till.page.view.cart.list.rows[0].note == "for Anna"


def test_an_open_item_is_sold(till: TillDriver) -> None:
    till.key(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    till.type("4.50")
    till.key(Qt.Key.Key_Return)
    assert till.total == 450
    till.pay_exact()
    assert till.page.view.page() == "change"


def test_an_open_item_priced_in_words_is_refused(till: TillDriver) -> None:
    till.key(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    till.type("five")
    till.key(Qt.Key.Key_Return)
    assert till.lines == []
    assert "five" in till.panel.message.text()  # type: ignore[union-attr]


def test_an_unknown_code_says_that_nothing_was_added_and_the_next_scan_works(till: TillDriver) -> None:
    till.scan(UNKNOWN)
    assert UNKNOWN in till.banner
    assert till.lines == []
    assert till.sound.played[-1] == "error"
    till.scan_sku("MILK")
    assert till.lines == [("MILK", 1000)]


def test_a_manager_creates_the_product_of_an_unknown_code(till: TillDriver) -> None:
    till.page.switch_user()
    till.settle()
    till.sign_in("manager")
    till.scan(UNKNOWN)
    panel = till.panel
    panel._create._name.setText("Ginger beer")  # type: ignore[union-attr]
    panel._create._price.setText("2.20")  # type: ignore[union-attr]
    till.tap_text("Create and add to the cart")
    assert till.total == 220
    assert till.panel is None
    till.scan(UNKNOWN)
    assert till.total == 440


def test_a_manager_links_an_unknown_code_to_a_product(till: TillDriver) -> None:
    till.page.switch_user()
    till.settle()
    till.sign_in("manager")
    till.scan(UNKNOWN)
    panel = till.panel
    panel._search.setText("milk")  # type: ignore[union-attr]
    till.settle()
    panel._link(panel._list.current())  # type: ignore[union-attr]
    till.settle()
    assert till.lines == [("MILK", 1000)]


@pytest.mark.parametrize("code", ["", " ", "x" * 10_000, "40000\x000015", "4000000000016", "\x1b\x1d\x04"])
def test_a_scan_of_rubbish_is_one_sentence_and_the_till_goes_on(till: TillDriver, code: str) -> None:
    till.scan(code)
    assert till.banner
    assert till.lines == []
    till.scan_sku("MILK")
    assert till.lines == [("MILK", 1000)]
    assert till.errors == []


def test_a_customer_is_found_and_taken_off(till: TillDriver) -> None:
    till.scan_sku("MILK")
    till.key(Qt.Key.Key_F4)
    till.type("limited")
    till.key(Qt.Key.Key_Return)
    customer = till.page.desk.state.cart.customer
    assert customer is not None
    assert customer.name == "Limited Ltd"
    assert till.button("Limited Ltd").isVisible()
    till.key(Qt.Key.Key_F4)
    till.tap_text("Take Limited Ltd off the sale")
    assert till.page.desk.state.cart.customer is None


def test_a_customers_card_is_scanned_like_goods(till: TillDriver) -> None:
    till.scan_sku("MILK")
    till.scan("C0001")
    customer = till.page.desk.state.cart.customer
    assert customer is not None
    assert customer.number == "C0001"


def test_a_customer_is_created_with_two_fields(till: TillDriver) -> None:
    till.key(Qt.Key.Key_F4)
    panel = till.panel
    panel._name.setText("Berta Neu")  # type: ignore[union-attr]
    panel._phone.setText("030 999")  # type: ignore[union-attr]
    till.tap_text("Create")
    customer = till.page.desk.state.cart.customer
    assert customer is not None
    assert customer.name == "Berta Neu"


def test_search_as_you_type_and_enter_takes_the_first(till: TillDriver) -> None:
    till.type("coff")  # letters go to the search by themselves
    assert till.page.view.sell.tiles.count() == 1
    till.page.view.sell.search.setText("coffee bea")
    till.key(Qt.Key.Key_Return)
    assert till.lines == [("COFFEE", 1000)]


def test_a_price_check_adds_what_it_shows(till: TillDriver) -> None:
    till.key(Qt.Key.Key_F5)
    till.scan_sku("WINE")
    till.key(Qt.Key.Key_Return)
    assert till.lines == [("WINE", 1000)]


def test_a_price_check_of_an_unknown_code_stays_open(till: TillDriver) -> None:
    till.key(Qt.Key.Key_F5)
    till.scan(UNKNOWN)
    assert UNKNOWN in till.panel._name.text()  # type: ignore[union-attr]
    assert till.lines == []


def test_the_customer_display_shows_item_and_total(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    shown = till.devices.display.shown[-1]  # type: ignore[union-attr]
    assert shown[0].startswith("Coffee")
    assert shown[0].endswith("12.90")
    assert shown[1] == "Total          12.90"
    assert {len(x) for x in shown} == {20}


def test_devices_are_asked_on_the_printers_lane(till: TillDriver) -> None:
    assert till.devices.asked_on
    assert all(name.startswith("printer") for name in till.devices.asked_on)
    assert set(till.page.view.header._dots) == {"printer", "drawer", "display"}


def test_help_shows_keys_and_esc_closes_it(till: TillDriver) -> None:
    till.key(Qt.Key.Key_F1)
    assert till.panel is not None
    till.key(Qt.Key.Key_Escape)
    assert till.panel is None
    assert till.page.page() == "till"


def test_the_more_panel_does_what_its_buttons_say(till: TillDriver) -> None:
    till.tap_text("More…")
    till.tap(till.button("X report", till.panel))
    till.approve_as("supervisor")  # an X tells what the drawer should hold; the count is blind
    assert till.panel.title() == "X report"  # type: ignore[union-attr]


def test_theme_and_full_screen_and_quit_are_asked_of_the_shell(till: TillDriver) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    with till.bot.waitSignal(till.page.theme_requested):
        till.key(Qt.Key.Key_T, control)
    with till.bot.waitSignal(till.page.full_screen_requested):
        till.key(Qt.Key.Key_F11)
    with till.bot.waitSignal(till.page.quit_requested):
        till.key(Qt.Key.Key_Q, control)
    with till.bot.waitSignal(till.page.back_office_requested):
        till.key(Qt.Key.Key_B, control)


def test_an_empty_cart_cannot_be_paid(till: TillDriver) -> None:
    assert not till.button("Pay").isEnabled()
    assert till.page.view.cart._total.text() == "€0.00"
    till.key(Qt.Key.Key_F12)
    till.key(Qt.Key.Key_Return)
    assert till.page.view.page() == "sell"


def test_enter_in_the_search_line_adds_and_does_not_pay(till: TillDriver) -> None:
    till.key(Qt.Key.Key_F2)
    till.type("coffee beans")
    till.key(Qt.Key.Key_Return)
    assert till.lines == [("COFFEE", 1000)]
    assert till.page.view.page() == "sell"


def test_enter_in_a_panel_does_not_pay(till: TillDriver) -> None:
    till.scan_sku("MILK")
    till.key(Qt.Key.Key_F4)
    till.type("limited")
    till.key(Qt.Key.Key_Return)
    assert (till.panel, till.page.view.page()) == (None, "sell")


def test_the_decimal_mark_is_the_users_own(make_till: MakeTill) -> None:
    till = make_till(locale="de")
    till.shop.open_shift()
    till.sign_in()
    till.scan_sku("APPLE")
    till.type("1,236")
    till.key(Qt.Key.Key_Return)
    assert till.lines == [("APPLE", 1236)]
    till.key(Qt.Key.Key_F12)
    till.type("12,5")
    assert till.page.view.pay._received.text() == "12,5"
    till.key(Qt.Key.Key_Return)
    assert till.page.view.change._amount.text() == "8,80\xa0€"


def test_a_discount_is_taken_away_again(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F3)
    till.tap_text("10%")
    till.key(Qt.Key.Key_F3)
    till.tap_text("Take the discount away")
    assert till.total == 1290


def test_the_line_panel_changes_quantity_by_touch(till: TillDriver) -> None:
    till.scan_sku("MILK")
    cart = till.page.view.cart.list
    till.tap(cart.viewport(), QPoint(60, 20))  # the selected line
    keypad = till.panel._keypad  # type: ignore[union-attr]
    till.tap(keypad.key("4"))
    till.tap_text("Change the line")
    assert till.lines == [("MILK", 4000)]
