"""The control pages of the back office: cashiers, returns, the day of the store, gift cards."""

from __future__ import annotations

from app.reporting.loss import Figure
from app.till.store_day import get_store_day
from app.till.tables import store_day
from app.vouchers.queries import find_voucher
from tests.factories.shop import TODAY, Shop
from tests.integration.reporting.test_loss import _busy
from tests.integration.till.checkout import card, check_out
from tests.integration.till.helpers import close, rows
from tests.ui.office_driver import OfficeDriver
from ui.reporting.cashiers_page import CashiersPage
from ui.reporting.control_section import ControlSection
from ui.reporting.day_page import DayPage
from ui.reporting.loose_returns_page import LooseReturnsPage
from ui.reporting.vouchers_page import VouchersPage

NUMBER = "GC12121212121212"


def _section(office: OfficeDriver, key: str) -> ControlSection:
    section = office.go("control")
    assert isinstance(section, ControlSection)
    section.choose(key)
    office.settle()
    return section


def _cells(page: CashiersPage, name: str) -> dict[str, str]:
    keys = ["name", *(f.value for f in Figure)]
    for place in range(page.table.count()):
        row = page.table.row(place)
        if row.cells[0] == name:
            return dict(zip(keys, row.cells, strict=True)) | {"red": ",".join(sorted(row.tones))}
    raise AssertionError(name)


def test_cashiers_stand_beside_each_other_and_receipts_behind_a_figure(office: OfficeDriver) -> None:
    _busy(office.shop)
    page = _section(office, "cashiers").pages["cashiers"]
    assert isinstance(page, CashiersPage)
    found = _cells(page, "supervisor")
    assert (found["refunds"], found["sales"], found["discounts"]) == ("3", "3", "1")
    assert found["red"] == "differences,no_receipt,no_sales,refunds"
    assert _cells(page, "cashier")["red"] == ""
    page.table.select(str(office.shop.users["supervisor"]))
    office.settle()
    assert page.evidence.count() == 3
    office.tap_text("Discounts")
    assert page.evidence.row(0).cells[3] == "loyal"
    asked: list[tuple[str, str]] = []
    page.desk.go_to.connect(lambda where, what: asked.append((where, what)))
    page.evidence.opened.emit("0")
    assert asked == [("sales", page.evidence.row(0).cells[1])]


def test_returns_without_a_receipt_are_listed(office: OfficeDriver) -> None:
    _busy(office.shop)
    page = _section(office, "returns").pages["returns"]
    assert isinstance(page, LooseReturnsPage)
    assert page.table.count() == 3
    assert page.sum.text() == "−€3.57"


def _traded(shop: Shop) -> None:
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE"), shift)
    close(shop, shift, off=-20, why="miscounted", by="supervisor", next_float=0)


def test_the_day_is_closed_with_a_bag_for_the_bank(office: OfficeDriver) -> None:
    _traded(office.shop)
    page = _section(office, "day").pages["day"]
    assert isinstance(page, DayPage)
    assert page.table.row(0).cells[4] == "−€0.20"
    assert "€12.90" in page.figures.text()
    page.banked.set_value(1000)
    page.close_day.click()
    office.settle()
    assert "goes in a bag" in office.banner
    page.bag.setText("BAG1")
    page.close_day.click()
    office.settle()
    (row,) = rows(office.shop, store_day)
    assert (row.banked_minor, row.bag, row.over_short_minor) == (1000, "BAG1", -20)
    assert "Closed by" in page.figures.text()
    assert not page.close_day.isEnabled()
    found = office.shop.runtime.ask(get_store_day, store_id=row.store_id, business_date=TODAY)
    assert found.closed is not None


def test_a_card_is_found_blocked_and_taken_again(office: OfficeDriver) -> None:
    shop = office.shop
    check_out(shop, shop.open_shift(), card(5000, NUMBER))
    page = _section(office, "vouchers").pages["vouchers"]
    assert isinstance(page, VouchersPage)
    assert page.owed.text() == "Owed on cards: Gift card: €50.00 (1)"
    page.search.setText("1212")
    office.settle()
    page.table.select(page.table.keys()[0])
    office.settle()
    assert page.history.row(0).cells[2] == "+€50.00"
    page.block.click()
    office.settle()
    assert "Say why" in office.banner
    page.reason.setText("stolen")
    page.block.click()
    office.settle()
    assert page.table.row(0).cells[2] == "blocked"
    page.free.click()
    office.settle()
    found = shop.runtime.ask(find_voucher, code=NUMBER)
    assert found is not None
    assert found.status == "active"
