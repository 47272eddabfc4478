"""The budget of keys and taps (design/ux.md 1.5), one test for each row and hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.till.queries import get_sale
from tests.ui.conftest import TillDriver
from tests.ui.devices import FakeTerminal


def _tile(till: TillDriver, sku: str) -> None:
    """Tap the tile of a product."""
    grid = till.page.view.sell.tiles
    model = grid.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if index.data(Qt.ItemDataRole.UserRole).product_id == till.shop.products[sku]:
            till.tap(grid.viewport(), grid.visualRect(index).center())
            return
    raise AssertionError(sku)


def _row(till: TillDriver, panel: QWidget | None, row: int = 0) -> None:
    """Tap a row of the list in a panel."""
    rows = panel.list  # type: ignore[union-attr]
    till.tap(rows.viewport(), rows.visualRect(rows.model().index(row, 0)).center())


def _sold(till: TillDriver) -> int:
    sale_id = till.page.desk.state.last_sale_id
    assert sale_id is not None, till.page.view.page()
    assert till.page.view.page() == "change"
    return till.shop.runtime.ask(get_sale, sale_id=sale_id).gross_minor


def test_three_scans_and_exact_cash_take_two_keys(till: TillDriver) -> None:
    till.scan_sku("COFFEE", "MILK", "STAMP")
    till.key(Qt.Key.Key_F12)
    till.key(Qt.Key.Key_Return)
    assert _sold(till) == 1290 + 119 + 95
    assert till.effort <= 2


def test_three_scans_and_exact_cash_take_two_taps(till: TillDriver) -> None:
    till.scan_sku("COFFEE", "MILK", "STAMP")
    till.tap_text("Pay")
    till.tap_text("Exact")
    assert _sold(till) == 1504
    assert till.effort <= 2


def test_three_scans_and_a_note_take_three_keys(till: TillDriver) -> None:
    till.scan_sku("COFFEE", "MILK", "STAMP")
    till.key(Qt.Key.Key_F12)
    fifty = next(b for b in till.page.view.pay._amounts if b.text() == "€50.00")
    till.key(Qt.Key[f"Key_{fifty.hint}"])
    _sold(till)
    assert till.shop.runtime.ask(get_sale, sale_id=till.page.desk.state.last_sale_id).change_minor == 3496
    assert till.effort <= 3


def test_three_scans_and_a_note_take_three_taps(till: TillDriver) -> None:
    till.scan_sku("COFFEE", "MILK", "STAMP")
    till.tap_text("Pay")
    till.tap_text("€50.00")
    _sold(till)
    assert till.effort <= 3


def test_one_tile_by_card_takes_three_taps_with_a_terminal_on_a_wire(till: TillDriver) -> None:
    till.devices.terminal = FakeTerminal()
    _tile(till, "COFFEE")
    till.tap_text("Pay")
    till.tap_text("Card")
    till.bot.waitUntil(lambda: till.page.desk.state.last_sale_id is not None)
    till.settle()
    assert _sold(till) == 1290
    assert till.devices.terminal.asked == [1290]
    assert till.effort <= 3


def test_twelve_of_one_take_three_keys_and_a_scan(till: TillDriver) -> None:
    till.type("12*")
    till.scan_sku("MILK")
    assert till.lines == [("MILK", 12_000)]
    assert till.effort <= 3


def test_twelve_of_one_take_four_taps(till: TillDriver) -> None:
    keypad = till.page.view.sell.keypad
    till.tap(keypad.key("1"))
    till.tap(keypad.key("2"))
    till.tap_text("Qty")
    _tile(till, "MILK")
    assert till.lines == [("MILK", 12_000)]
    assert till.effort <= 4


def test_ten_per_cent_on_a_line_take_four_keys(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F3)
    till.type("10")
    till.key(Qt.Key.Key_Return)
    assert till.total == 1161
    assert till.effort <= 4


def test_ten_per_cent_on_a_line_take_four_taps(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.tap_text("Discount")
    till.tap_text("10%")
    assert till.total == 1161
    assert till.effort <= 4


def test_park_and_recall_take_one_and_two_keys(till: TillDriver) -> None:
    till.scan_sku("COFFEE", "MILK")
    till.key(Qt.Key.Key_F8)
    assert till.lines == []
    assert till.effort == 1
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)
    assert till.lines == [("COFFEE", 1000), ("MILK", 1000)]
    assert till.effort <= 3


def test_park_and_recall_take_one_and_two_taps(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.tap_text("Park")
    till.tap_text("Parked 1")
    _row(till, till.panel)
    assert till.lines == [("COFFEE", 1000)]
    assert till.effort <= 3


def test_a_return_with_receipt_takes_two_scans_and_two_keys(till: TillDriver) -> None:
    till.page.switch_user()
    till.settle()
    till.sign_in("supervisor")
    till.scan_sku("COFFEE", "MILK", "MILK")
    till.pay_exact()
    number = till.page.desk.state.last_number
    till.effort = 0
    till.scan(number)
    till.scan_sku("MILK")
    till.key(Qt.Key.Key_F12)
    till.key(Qt.Key.Key_Return)
    assert _sold(till) == -119
    assert till.effort <= 2


def test_a_return_with_receipt_takes_a_scan_and_three_taps(till: TillDriver) -> None:
    till.page.switch_user()
    till.settle()
    till.sign_in("supervisor")
    till.scan_sku("COFFEE", "MILK")
    till.pay_exact()
    number = till.page.desk.state.last_number
    till.effort = 0
    till.scan(number)
    _row(till, till.panel)
    till.tap_text("Pay out")
    till.tap_text("Exact")
    assert _sold(till) == -1290
    assert till.effort <= 3


def test_a_price_check_takes_a_key_and_a_scan(till: TillDriver) -> None:
    till.key(Qt.Key.Key_F5)
    till.scan_sku("WINE")
    assert till.panel is not None
    assert till.panel._price.text() == "€7.99"  # type: ignore[attr-defined]
    assert till.lines == []
    assert till.effort == 1


def test_a_price_check_takes_a_tap_and_a_scan(till: TillDriver) -> None:
    till.tap_text("Price check")
    till.scan_sku("WINE")
    assert till.panel is not None
    assert till.panel._price.text() == "€7.99"  # type: ignore[attr-defined]
    assert till.effort == 1


def test_the_next_scan_begins_the_next_sale_with_no_tap(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.pay_exact()
    till.scan_sku("MILK")
    assert till.page.view.page() == "sell"
    assert till.lines == [("MILK", 1000)]
