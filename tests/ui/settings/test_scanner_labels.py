"""The shop's own codes: labels of its scales as the page says, receipts of its own tills only."""

from __future__ import annotations

from datetime import timedelta

import pytest
from biip.checksums import gs1_price_weight_check_digit

from app.catalog.gtin import check_digit
from app.catalog.operations import add_barcode, link_code
from app.organisation.operations import save_setting
from app.organisation.queries import find_setting
from app.tax.operations import add_tax, change_tax_rate
from app.tax.queries import list_tax_classes
from app.till.operations.tills import retire_till
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY
from tests.ui.conftest import MakeTill, TillDriver
from tests.ui.office_driver import OfficeDriver
from ui.settings.scanner_page import ScannerPage
from ui.settings.settings_section import SettingsSection


def scanner_page(office: OfficeDriver) -> ScannerPage:
    section = office.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose("scanner")
    office.settle()
    page = section.page()
    assert isinstance(page, ScannerPage)
    return page


def german_label(item: str, grams: str) -> str:
    """A weight label by the German rules: 28, item, check digit of the weight, weight, check digit."""
    payload = f"28{item}{gs1_price_weight_check_digit(grams)}{grams}"
    return payload + str(check_digit(payload))


def selling(make_till: MakeTill) -> TillDriver:
    till = make_till()
    till.shop.open_shift()
    till.sign_in()
    return till


def test_the_layout_of_labels_is_chosen_and_the_till_weighs_by_it(
    office: OfficeDriver, make_till: MakeTill
) -> None:
    page = scanner_page(office)
    assert page.preset.value() == "plain"
    page.preset.choose("de")
    office.tap(page.save_button)
    assert office.shop.runtime.ask(find_setting, name="scan.patterns") == {"preset": "de"}
    assert not page.dirty
    office.shop.runtime.run(
        link_code, actor=office.shop.actor("manager"), product_id=office.shop.products["APPLE"],
        raw=german_label("1234", "00500"),
    )  # fmt: skip
    till = selling(make_till)
    till.scan(german_label("1234", "01234"))
    assert till.lines == [("APPLE", 1234)]


def test_a_till_that_runs_reads_labels_anew_after_a_change(till: TillDriver) -> None:
    shop = till.shop
    shop.runtime.run(save_setting, actor=shop.actor("manager"), name="scan.patterns", value={"preset": "de"})
    shop.runtime.run(
        link_code, actor=shop.actor("manager"), product_id=shop.products["APPLE"],
        raw=german_label("1234", "00500"),
    )  # fmt: skip
    till.scan(german_label("1234", "01234"))
    assert till.lines == []
    till.page.use_settings()
    till.settle()
    till.scan(german_label("1234", "01234"))
    assert till.lines == [("APPLE", 1234)]


def test_layouts_and_separators_written_by_hand_stay_until_another_is_chosen(office: OfficeDriver) -> None:
    value = {"layouts": [["27PPPPPVVVVVX", "weight", 3]], "separators": ["|"]}
    office.shop.runtime.run(
        save_setting, actor=office.shop.actor("manager"), name="scan.patterns", value=value
    )
    page = scanner_page(office)
    assert page.preset.value() == "own"
    page.gap.setValue(50)
    page.save()
    office.settle()
    assert office.shop.runtime.ask(find_setting, name="scan.patterns") == value
    page.preset.choose("gb")
    office.tap(page.save_button)
    assert office.shop.runtime.ask(find_setting, name="scan.patterns") == {
        "separators": ["|"], "preset": "gb",
    }  # fmt: skip


def test_a_products_own_code_that_looks_like_a_receipt_is_sold(till: TillDriver) -> None:
    till.shop.runtime.run(
        add_barcode, actor=till.shop.actor("manager"), product_id=till.shop.products["WINE"], code="AB-123456"
    )
    till.scan("AB-123456")
    assert till.lines == [("WINE", 1000)]
    till.scan("T02-123456")  # a till's own number is a receipt
    assert till.lines == [("WINE", 1000)]
    assert "T02-123456" in till.banner


@pytest.mark.parametrize("code", ["AB-123456", "ab-123456"])
def test_such_a_code_is_linked_as_it_stands(till: TillDriver, code: str) -> None:
    kept = till.shop.runtime.run(
        link_code, actor=till.shop.actor("manager"), product_id=till.shop.products["WINE"], raw=code
    )
    assert kept == code
    till.scan(code)
    assert till.lines == [("WINE", 1000)]


def test_what_was_set_on_another_computer_counts_from_the_next_sign_in(till: TillDriver) -> None:
    shop = till.shop
    shop.runtime.run(
        add_tax, actor=shop.actor("manager"), tax_class_id=shop.classes["A"], code="ECO", name="Eco",
        fixed_minor=3,
    )  # fmt: skip
    till.page.lock()
    till.settle()
    till.sign_in()
    assert [t.code for t in till.services.context.taxes[shop.classes["A"]]] == ["A", "ECO"]
    assert till.page.page() == "till"


def test_a_till_that_was_taken_out_of_use_says_so_at_the_sign_in(make_till: MakeTill) -> None:
    till = make_till("T02")
    till.shop.runtime.run(
        retire_till, actor=till.shop.actor("manager", "T01"), till_id=till.shop.tills["T02"]
    )
    till.sign_in()
    assert till.page.page() == "sign_in"
    assert "no till T02" in till.page.sign_in_view._pin._message.text()


def test_a_till_that_runs_overnight_sells_at_the_rate_of_the_new_day(
    till: TillDriver, clock: SteadyClock
) -> None:
    shop = till.shop
    tax = next(c for c in shop.runtime.ask(list_tax_classes) if c.code == "A").taxes[0]
    shop.runtime.run(
        change_tax_rate, actor=shop.actor("manager"), tax_id=tax.id, first_day=TODAY + timedelta(days=1),
        rate=20_000,
    )  # fmt: skip
    clock.advance(days=1)
    till.scan_sku("COFFEE")
    till.page._tick()
    till.settle()
    assert till.services.context.taxes[shop.classes["A"]][0].rate == 19_000  # not in the middle of a sale
    till.pay_exact()
    till.page._tick()
    till.settle()
    assert till.services.context.taxes[shop.classes["A"]][0].rate == 20_000
