"""Gift receipts: by a key before the payment, for chosen lines after it, and for any receipt later."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.printing.tables import print_job
from drivers.printer.render_text import render_text
from tests.integration.till.helpers import rows
from tests.ui.conftest import TillDriver
from ui.till.gift_presenter import GiftPanel
from ui.till.panels_lists import ReprintPanel


def gifts(till: TillDriver) -> list[str]:
    """The details of the gift receipts that were asked for."""
    return [r.detail for r in rows(till.shop, print_job) if r.kind == "gift_receipt"]


def wish(till: TillDriver) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    till.key(Qt.Key.Key_G, both)


def test_a_key_before_the_payment_prints_one_with_the_receipt_and_only_for_this_sale(
    till: TillDriver,
) -> None:
    till.scan_sku("COFFEE")
    wish(till)
    assert "will be printed as well" in till.banner
    till.pay_exact()
    assert gifts(till) == [""]
    assert till.devices.printer is not None
    paper = till.devices.printer.papers[-1]
    assert paper.title.startswith("Gift receipt T01-")
    assert "€" not in render_text(paper)
    till.scan_sku("COFFEE")
    till.pay_exact()
    assert len(gifts(till)) == 1


def test_the_key_pressed_twice_prints_none(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    wish(till)
    wish(till)
    till.pay_exact()
    assert gifts(till) == []


def test_after_the_payment_the_lines_of_the_gift_are_chosen(till: TillDriver) -> None:
    for sku in ("COFFEE", "MILK"):
        till.scan_sku(sku)
    till.pay_exact()
    till.tap_text("Gift receipt")
    panel = till.panel
    assert isinstance(panel, GiftPanel)
    panel.chosen.emit("2")
    assert panel.print_button.text() in {"Print 1 line", "Print 1 line(s)"}  # English plurals loaded or not
    till.tap(panel.print_button)
    assert gifts(till) == ["2"]
    assert till.panel is None


def test_any_receipt_gets_one_later_from_the_list_of_receipts(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.pay_exact()
    till.key(Qt.Key.Key_F10)
    assert isinstance(till.panel, ReprintPanel)
    till.tap(till.panel._gift)
    panel = till.panel
    assert isinstance(panel, GiftPanel)
    till.tap(panel.print_button)
    assert gifts(till) == [""]
