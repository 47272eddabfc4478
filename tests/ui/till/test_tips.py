"""Tips at the till by taps."""

from __future__ import annotations

from app.till.operations.takings import tips_minor
from tests.ui.conftest import MakeTill


def test_ten_per_cent_on_top_are_paid_with_the_goods_and_paid_out_later(make_till: MakeTill) -> None:
    till = make_till()
    till.shop.open_shift()
    till.sign_in()
    till.scan_sku("COFFEE")
    till.tap_text("More…")
    till.tap_text("Tip")
    till.tap_text("10 %")
    till.tap_text("Add to the cart")
    assert till.total == 1290 + 129
    till.pay_exact()
    assert till.shop.runtime.ask(tips_minor) == 129
    till.tap_text("New sale")
    till.tap_text("More…")
    till.tap_text("Tip")
    till.type("1.29")
    till.tap_text("Pay out to the staff")
    assert till.total == -129
    till.pay_exact()
    assert till.shop.runtime.ask(tips_minor) == 0
