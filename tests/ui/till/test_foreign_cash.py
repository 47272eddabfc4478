"""Foreign notes at the till by keys and taps."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.till.queries import get_sale
from tests.integration.till.test_foreign_cash import _dollars
from tests.ui.conftest import MakeTill


def test_the_amount_is_typed_and_its_worth_shown_and_change_is_home_currency(make_till: MakeTill) -> None:
    till = make_till()
    _dollars(till.shop)
    till.services.context = till.shop.context()
    till.shop.open_shift()
    till.sign_in()
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.tap_text("USD")
    panel = till.panel
    till.type("20")
    assert panel is not None
    assert panel._worth.text() == "€18.40"  # type: ignore[attr-defined]
    till.key(Qt.Key.Key_Return)
    assert till.page.view.page() == "change"
    assert till.page.view.change._amount.text() == "€5.50"
    sale_id = till.page.desk.state.last_sale_id
    assert sale_id is not None
    (paid,) = till.shop.runtime.ask(get_sale, sale_id=sale_id).payments
    assert (paid.tender_code, paid.reference) == ("fx_usd", "20.00 USD @ 0.920000")


def test_what_is_no_amount_is_refused_in_the_panel(make_till: MakeTill) -> None:
    till = make_till()
    _dollars(till.shop)
    till.services.context = till.shop.context()
    till.shop.open_shift()
    till.sign_in()
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.tap_text("USD")
    till.type("x")
    till.key(Qt.Key.Key_Return)
    assert till.panel.message.text() == "Type the amount."  # type: ignore[union-attr]
