"""Promotions in the back office: made by keys, changed, stopped, with coupons."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.parties.queries import get_customer
from app.promotions.queries import list_coupons, list_promotions, load_book
from app.promotions.states import Concurrency, CouponStatus, PromotionKind, PromotionMode
from tests.ui.office_driver import OfficeDriver
from tests.unit.promotions.price_file import one, write
from ui.promotions.import_panel import PromotionImportPanel
from ui.promotions.promotion_editor import PromotionEditor
from ui.promotions.promotions_section import PromotionsSection

CONTROL = Qt.KeyboardModifier.ControlModifier


def promotions(office: OfficeDriver) -> PromotionsSection:
    section = office.go("promotions")
    assert isinstance(section, PromotionsSection)
    return section


def new(office: OfficeDriver, name: str) -> PromotionEditor:
    promotions(office).setFocus()
    office.key(Qt.Key.Key_N, CONTROL)
    editor = office.panel(PromotionEditor)
    QTest.keyClicks(editor.name, name)
    return editor


def save(office: OfficeDriver) -> None:
    office.key(Qt.Key.Key_S, CONTROL)


def test_three_for_two_of_a_scanned_product_is_made_and_listed(office: OfficeDriver) -> None:
    editor = new(office, "Three for two")
    editor.kind.choose(PromotionKind.BUY_GET)
    QTest.keyClicks(editor.percent, "100")
    assert not editor.amount.isEnabled()
    editor.tabs.setCurrentIndex(1)
    barcode = office.shop.items["COFFEE"].barcode
    assert barcode is not None
    QTest.keyClicks(editor.goods.product, barcode)
    QTest.keyClick(editor.goods.product, Qt.Key.Key_Return)
    office.settle()
    save(office)
    assert office.open_panel is None
    (found,) = office.shop.runtime.ask(load_book).promotions
    assert (found.buy, found.get, found.hundredths) == (2, 1, 10_000)
    assert found.scope.products == {office.shop.products["COFFEE"]}
    cells = promotions(office).table.row(0).cells
    assert cells[:3] == ("Three for two", "Buy some, get some", "buy 2, get 1 free")


def test_what_makes_no_promotion_is_said_and_nothing_is_lost(office: OfficeDriver) -> None:
    editor = new(office, "Nothing off")
    save(office)
    assert "more than 0 and at most 100" in editor.message()
    assert editor.name.text() == "Nothing off"
    editor.kind.choose(PromotionKind.TIERS)
    QTest.keyClicks(editor.tiers, "3: five")
    save(office)
    assert editor.message()
    assert office.shop.runtime.ask(list_promotions) == []


def test_tiers_calendar_and_mode_come_back_as_they_were_typed(office: OfficeDriver) -> None:
    editor = new(office, "Many on weekdays")
    editor.kind.choose(PromotionKind.TIERS)
    editor.mode.choose(PromotionMode.EXCLUSIVE)
    QTest.keyClicks(editor.tiers, "10: 10; 3: 5")
    for tick in editor.weekdays[5:]:
        tick.setChecked(False)
    editor.from_minute.choose(17 * 60)
    editor.to_minute.choose(19 * 60)
    save(office)
    section = promotions(office)
    (made,) = office.shop.runtime.ask(list_promotions)
    assert made.draft.tiers == ((3000, 500), (10_000, 1000))
    editor = section.open_promotion(made.id)
    office.settle()
    assert not editor.dirty
    assert editor.draft() == made.draft
    assert "17:00–19:00" in section.table.row(0).cells[3]


def test_a_promotion_is_stopped_and_started_again(office: OfficeDriver) -> None:
    editor = new(office, "A tenth off")
    QTest.keyClicks(editor.percent, "10")
    save(office)
    section = promotions(office)
    key = int(section.table.keys()[0])
    editor = section.open_promotion(key)
    office.settle()
    office.tap(editor.active_button)
    assert office.shop.runtime.ask(load_book).promotions == ()
    assert section.table.count() == 0
    section.state.choose("stopped")
    office.settle()
    editor = section.open_promotion(key)
    office.settle()
    office.tap(editor.active_button)
    assert len(office.shop.runtime.ask(load_book).promotions) == 1


def test_coupons_are_made_and_blocked(office: OfficeDriver) -> None:
    editor = new(office, "By coupon")
    QTest.keyClicks(editor.percent, "10")
    editor.by_coupon.setChecked(True)
    save(office)
    section = promotions(office)
    key = int(section.table.keys()[0])
    editor = section.open_promotion(key)
    office.settle()
    editor.tabs.setCurrentIndex(3)
    QTest.keyClicks(editor.coupons.code, "spring26")
    office.tap(editor.coupons.make)
    assert editor.coupons.table.row(0).cells == ("SPRING26", "0/1", "good")
    editor.coupons.table.select(editor.coupons.table.keys()[0])
    office.tap(editor.coupons.block)
    assert office.shop.runtime.ask(list_coupons, promotion_id=key)[0].status is CouponStatus.BLOCKED


def test_a_coupon_for_one_customer_is_his_alone(office: OfficeDriver) -> None:
    editor = new(office, "For one")
    QTest.keyClicks(editor.percent, "10")
    editor.by_coupon.setChecked(True)
    save(office)
    section = promotions(office)
    key = int(section.table.keys()[0])
    editor = section.open_promotion(key)
    office.settle()
    editor.tabs.setCurrentIndex(3)
    QTest.keyClicks(editor.coupons.customer, "nobody")
    office.tap(editor.coupons.make)
    assert office.banner == "There is no customer nobody."
    party_id = office.shop.parties["Unlimited Ltd"]
    number = office.shop.runtime.ask(get_customer, party_id=party_id).details.number
    editor.coupons.customer.setText(number)
    office.tap(editor.coupons.make)
    (made,) = office.shop.runtime.ask(list_coupons, promotion_id=key)
    assert made.party_id == party_id


def test_how_priorities_meet_is_chosen_under_the_list(office: OfficeDriver) -> None:
    section = promotions(office)
    section.concurrency.choose(Concurrency.ACROSS)
    office.settle()
    assert office.shop.runtime.ask(load_book).concurrency is Concurrency.ACROSS


def test_an_offer_around_the_birthday_is_made_and_shown_again(office: OfficeDriver) -> None:
    editor = new(office, "Happy birthday")
    QTest.keyClicks(editor.percent, "10")
    editor.birthday.setValue(7)
    save(office)
    (found,) = office.shop.runtime.ask(load_book).promotions
    assert found.birthday_days == 7
    promotions(office).open_promotion(found.promotion_id)
    office.settle()
    assert office.panel(PromotionEditor).birthday.value() == 7


def test_a_price_file_is_looked_through_and_imported_and_says_what_stays_out(
    office: OfficeDriver, tmp_path: Path
) -> None:
    path = write(
        tmp_path, one(1, 1, "WINE", DiscountedPrice="5.00"), one(2, 5, "WINE", DiscountedPrice="4.00"),
        one(3, 7, "WINE", MinQty="3"),
    )  # fmt: skip
    section = promotions(office)
    QTest.mouseClick(section.import_button, Qt.MouseButton.LeftButton)
    panel = office.panel(PromotionImportPanel)
    assert not panel.start.isEnabled()
    panel.read(path)
    office.settle()
    assert "2 of 3 promotions can be expressed: 2 new" in panel.summary.text()
    assert panel.table.row(0).cells == ("left out", "Offer 2", "For members of the store's club")
    assert panel.table.row(2).cells[2].startswith("buy 2, get 1 free, ")
    QTest.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    office.settle()
    assert panel.summary.text().startswith("Done: 2 new")
    assert [p.draft.name for p in office.shop.runtime.ask(list_promotions)] == ["Offer 1", "Offer 3"]
    panel.read(path)
    office.settle()
    assert "2 as they are" in panel.summary.text()
    assert not panel.start.isEnabled()


def test_a_file_that_is_no_price_file_is_refused_in_the_panel(office: OfficeDriver, tmp_path: Path) -> None:
    panel = promotions(office).open_import()
    path = tmp_path / "other.xml"
    path.write_text("<a><b>1</b></a>")
    panel.read(path)
    office.settle()
    assert "no promotions with a PromotionId" in panel.message.text()
    assert not panel.start.isEnabled()
