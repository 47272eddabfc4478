"""Stock in the back office: found, corrected with a reason, and how it came to be what it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.audit.tables import journal
from app.inventory.operations import SALES_FLOOR, create_location
from app.inventory.queries import list_stock_faults, on_hand
from app.inventory.receipts import ReceivedLine, receive_goods
from app.kernel.permission import SYSTEM_ACTOR
from tests.integration.till.helpers import rows
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.inventory.adjust_panel import AdjustPanel
from ui.inventory.stock_page import StockPage

CONTROL = Qt.KeyboardModifier.ControlModifier
MILK = "0400000000022"


def stock(office: OfficeDriver) -> StockPage:
    page = office.go("stock")
    assert isinstance(page, StockPage)
    return page


def opened(office: OfficeDriver, sku: str = "MILK") -> AdjustPanel:
    panel = stock(office).open_product(office.shop.products[sku])
    office.settle()
    return panel


def left(office: OfficeDriver, sku: str = "MILK") -> int:
    return office.shop.runtime.ask(
        on_hand, product_id=office.shop.products[sku], location_id=office.shop.locations[SALES_FLOOR]
    )


def history(panel: AdjustPanel) -> list[tuple[str, ...]]:
    return [panel.table.row(n).cells[1:] for n in range(panel.table.count())]


def test_a_search_finds_and_enter_opens(office: OfficeDriver) -> None:
    page = stock(office)
    page.search.setFocus()
    office.type("milk")
    assert [page.table.row(n).cells[4] for n in range(page.table.count())] == ["100\u00a0pc"]
    office.key(Qt.Key.Key_Down)
    office.key(Qt.Key.Key_Return)
    panel = office.panel(AdjustPanel)
    assert panel.title() == "Milk 1 l · MILK"
    assert panel.on_hand.text() == "On hand: 100\u00a0pc"
    assert panel.quantity.hasFocus()


def test_a_counted_quantity_is_booked_as_its_difference_with_the_reason(office: OfficeDriver) -> None:
    office.page.go("stock")
    office.settle()
    office.page.scanned(MILK)
    office.settle()
    panel = office.panel(AdjustPanel)
    office.type("97")
    assert panel.difference.text() == "\u22123"
    assert panel.outcome.text() == "100\u00a0pc becomes 97\u00a0pc"
    panel.reason.setFocus()
    office.type("broken in the shop")
    office.key(Qt.Key.Key_S, CONTROL)
    assert office.banner == "Milk 1 l: \u22123\u00a0pc is booked."
    assert left(office) == 97_000
    assert panel.on_hand.text() == "On hand: 97\u00a0pc"
    assert history(panel)[0] == ("Adjustment", "", "\u22123", "97", "broken in the shop", "manager")
    assert history(panel)[-1][2:4] == ("+100", "100")
    assert (panel.dirty, panel.quantity.text()) == (False, "")
    entry = rows(office.shop, journal, journal.c.kind == "stock.adjusted")[-1]
    assert entry.actor_id == office.shop.users["manager"]
    assert office.shop.runtime.ask(list_stock_faults) == []


def test_a_difference_may_be_typed_and_a_usual_reason_tapped(office: OfficeDriver) -> None:
    panel = opened(office, "APPLE")
    before = left(office, "APPLE")
    panel.difference.setFocus()
    office.type("+1.25")
    assert panel.quantity.value() == before + 1250
    office.tap_text("Found")
    assert panel.reason.text() == "Found"
    office.tap(panel.save_button)
    assert left(office, "APPLE") == before + 1250
    assert history(panel)[0][1:5] == ("", "+1.25", office.page.desk.formats.quantity(before + 1250), "Found")


@pytest.mark.parametrize(
    ("typed", "reason", "sentence"),
    [
        ("", "x", "Type the new quantity or the difference first."),
        ("many", "x", "is not an amount"),
        ("100", "x", "The quantity is 0; there is nothing to book."),
        ("90", "", "Say why the stock is changed. Nothing was booked."),
        ("90", "   ", "Say why the stock is changed. Nothing was booked."),
        ("9" * 20, "x", "too large"),
    ],
)
def test_what_cannot_be_booked_is_one_sentence_and_changes_nothing(
    office: OfficeDriver, typed: str, reason: str, sentence: str
) -> None:
    panel = opened(office)
    panel.quantity.setText(typed)
    panel.reason.setText(reason)
    office.tap(panel.save_button)
    assert sentence in panel.message()
    assert left(office) == 100_000
    assert panel.save_button.isEnabled()


def test_sales_and_returns_stand_in_the_history_with_number_and_balance(office: OfficeDriver) -> None:
    shop = office.shop
    shift = shop.open_shift()
    number = shop.sell(shop.cart(("MILK", 4000)), shift).number
    panel = opened(office)
    sold = history(panel)[0]
    assert sold == ("Sale", number, "\u22124", "96", "", "cashier")
    assert [row[3] for row in history(panel)] == ["96", "100"]


def test_a_long_history_comes_page_by_page_and_the_balance_goes_on(office: OfficeDriver) -> None:
    shop = office.shop
    shift = shop.open_shift()
    for _ in range(70):
        shop.sell(shop.cart("MILK"), shift)
    panel = opened(office)
    assert panel.table.count() == 60
    model = panel.table.model()
    model.fetchMore(model.index(-1, -1))
    office.settle()
    assert [row[3] for row in history(panel)] == [str(n) for n in range(30, 101)]
    assert not model.canFetchMore(model.index(-1, -1))


def test_a_scan_never_throws_away_what_was_typed(office: OfficeDriver) -> None:
    panel = opened(office)
    office.type("90")
    office.page.scanned("0400000000015")
    office.settle()
    assert office.panel(AdjustPanel) is panel
    assert panel.message() == "Book this correction first, or go back without it. Then scan again."
    panel.clear()
    office.page.scanned("0400000000015")
    office.settle()
    assert office.panel(AdjustPanel).title() == "Coffee beans 1 kg · COFFEE"


def test_an_unknown_code_is_said(office: OfficeDriver) -> None:
    stock(office)
    office.page.scanned("4006381333931")
    office.settle()
    assert office.banner == "No product has the code 4006381333931."


def test_esc_asks_before_a_correction_is_lost(office: OfficeDriver) -> None:
    panel = opened(office)
    office.type("90")
    office.key(Qt.Key.Key_Escape)
    assert office.open_panel is panel
    office.tap_text("Throw away")
    assert office.open_panel is None
    assert left(office) == 100_000


def test_who_may_only_look_sees_the_history_and_no_fields(make_office: MakeOffice) -> None:
    office = make_office("cashier")
    panel = opened(office)
    assert not panel.save_button.isVisible()
    assert not panel.form.isVisible()
    assert history(panel)[0][2] == "+100"


def test_goods_without_stock_cannot_be_corrected(office: OfficeDriver) -> None:
    panel = opened(office, "WRAP")
    assert panel.on_hand.text() == "No stock is kept"
    assert not panel.save_button.isEnabled()
    assert not panel.quantity.isEnabled()


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768)])
def test_everything_of_the_page_and_its_panel_is_on_the_screen(
    make_office: MakeOffice, size: tuple[int, int]
) -> None:
    office = make_office(size=size)
    panel = opened(office)
    QTest.qWait(0)
    assert (office.page.width(), office.page.height()) == size
    bottom = panel.save_button.mapTo(office.page, panel.save_button.rect().bottomRight())
    assert bottom.x() < size[0]
    assert bottom.y() < size[1]
    assert panel.table.height() >= 190
    assert panel.area.verticalScrollBar().maximum() == 0


def test_what_another_store_has_stands_below_the_list(office: OfficeDriver) -> None:
    shop = office.shop
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        north = create_location(uow, code="NORTH", name="Store north", kind="internal")
        lines = [ReceivedLine(shop.products["MILK"], 7000)]
        receive_goods(uow, uuid="north-1", location_id=north, lines=lines)
    page = stock(office)
    page.table.select(str(shop.products["MILK"]))
    office.settle()
    assert page.hint.text() == "Free elsewhere: Store north 7"
    page.table.select(str(shop.products["COFFEE"]))
    office.settle()
    assert page.hint.text() == "A scan opens the product."
