"""Serial numbers, lots and last days at the till, by scans and keys."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.inventory.policies import Policy, set_policy
from app.inventory.states import SerialUse
from app.kernel.permission import SYSTEM_ACTOR
from app.till.marks import read_mark
from app.till.queries import get_sale
from tests.ui.conftest import MakeTill, TillDriver
from ui.till.panels_serial import SerialPanel
from ui.till.rows import cart_rows

GTIN = "00400000000046"  # of the wine
EXPIRED = f"]d201{GTIN}17260301" + "10OLD"


@pytest.fixture
def till(make_till: MakeTill) -> TillDriver:
    """An open till in a shop whose coffee has serial numbers."""
    driver = make_till()
    driver.shop.runtime.run(
        set_policy, actor=SYSTEM_ACTOR, product_id=driver.shop.products["COFFEE"],
        policy=Policy(serials=SerialUse.SALE),
    )  # fmt: skip
    driver.shop.open_shift()
    driver.sign_in()
    return driver


def marks(till: TillDriver) -> list[Any]:
    sale_id = till.page.desk.state.last_sale_id
    assert sale_id is not None
    return [read_mark(x.mark) for x in till.shop.runtime.ask(get_sale, sale_id=sale_id).lines]


def test_a_number_is_asked_beside_the_cart_and_scans_of_goods_go_on(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    assert isinstance(till.panel, SerialPanel)
    till.scan_sku("MILK")  # no scan is lost to the question
    assert till.lines == [("COFFEE", 1000), ("MILK", 1000)]
    assert isinstance(till.panel, SerialPanel)
    till.scan("SN-1")
    till.scan_sku("COFFEE")
    till.type("123456789012")  # no valid GTIN: what is typed is the number
    till.key(Qt.Key.Key_Return)
    assert not till.page.parts.serials.is_open
    till.pay_exact()
    assert marks(till)[0].serials == ("SN-1", "123456789012")
    assert marks(till)[1] is None


def test_a_scanned_row_of_digits_with_a_wrong_check_digit_is_taken_as_the_number(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.scan("4006381333932")
    assert till.panel is None
    till.pay_exact()
    assert marks(till)[0].serials == ("4006381333932",)


def test_payment_waits_for_the_numbers_and_goes_on_with_the_last(till: TillDriver) -> None:
    till.scan_sku("COFFEE", "COFFEE")
    till.tap_text("Back")
    till.key(Qt.Key.Key_F12)
    assert isinstance(till.panel, SerialPanel)
    till.scan("A1")
    till.scan("A1")
    assert "in this sale already" in till.panel.message.text()
    till.scan("A2")
    assert till.page.view.page() == "pay"
    till.key(Qt.Key.Key_Return)
    assert marks(till)[0].serials == ("A1", "A2")


def test_a_part_of_a_receipt_comes_back_by_its_own_number(till: TillDriver) -> None:
    till.page.switch_user()
    till.settle()
    till.sign_in("supervisor")
    till.scan_sku("COFFEE", "COFFEE")
    till.scan("A1")
    till.scan("A2")
    till.pay_exact()
    till.scan(till.page.desk.state.last_number)
    till.scan_sku("COFFEE")
    till.tap_text("Back")
    till.key(Qt.Key.Key_F12)
    assert isinstance(till.panel, SerialPanel)
    till.scan("B7")
    assert "was not sold on receipt" in till.panel.message.text()
    till.scan("A2")
    till.key(Qt.Key.Key_Return)
    assert marks(till)[0].serials == ("A2",)


def test_an_expired_lot_is_kept_out_until_a_supervisor_says_yes(till: TillDriver) -> None:
    till.scan(EXPIRED)
    assert till.lines == []
    assert "expired on" in till.banner
    till.tap_text("Ask a supervisor")
    till.approve_as("supervisor")
    assert till.lines == [("WINE", 1000)]
    till.key(Qt.Key.Key_F12)
    till.tap_text("Old enough")
    till.key(Qt.Key.Key_Return)
    assert marks(till)[0].lot == "OLD"


def test_who_may_sells_it_himself_and_a_good_lot_is_shown_on_the_line(till: TillDriver) -> None:
    till.scan(f"]d201{GTIN}17260401" + "10NEW")
    (row,) = cart_rows(till.page.desk.state.priced, till.page.desk.formats)  # type: ignore[arg-type]
    assert "Lot NEW" in row.note
    till.page.switch_user()
    till.settle()
    till.sign_in("supervisor")
    till.scan(EXPIRED)
    till.tap_text("Sell it all the same")
    assert till.lines == [("WINE", 1000), ("WINE", 1000)]
