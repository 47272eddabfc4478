"""A template typed into an order opens its grid; quantities typed there become lines."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt

from app.kernel.permission import SYSTEM_ACTOR
from app.pricing.operations import set_price
from tests.factories.wholesale import Wholesale
from tests.integration.catalog.test_templates import make_shirt, template
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.orders.entry_panel import EntryPanel
from ui.widgets.edits import QuantityEdit


@pytest.fixture
def entry(make_office: MakeOffice, trade: Wholesale) -> tuple[OfficeDriver, EntryPanel]:
    """A new order of a customer, in a shop with a shirt in six variants at 20.00 net."""
    made = make_shirt(trade.shop)
    trade.shop.products["SHIRT"] = made
    for v in template(trade.shop, made).variants:
        trade.shop.runtime.run(
            set_price, actor=SYSTEM_ACTOR, price_list_id=trade.price_list_id, product_id=v.product_id,
            price_minor=2000,
        )  # fmt: skip
    office = make_office(local={"sound": "off"})
    office.go("orders")
    office.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    panel = office.panel(EntryPanel)
    office.type("Unlimited")
    office.key(Qt.Key.Key_Return)
    return office, panel


@pytest.mark.parametrize("typed", ["SHIRT", "linen"], ids=["its number", "its name"])
def test_the_grid_of_a_template_becomes_lines(entry: tuple[OfficeDriver, EntryPanel], typed: str) -> None:
    office, panel = entry
    panel.item.setFocus()
    office.type(typed)
    office.key(Qt.Key.Key_Return)
    page = panel.finder.grid
    assert panel.stack.currentWidget() is page
    fields = [cast("QuantityEdit", w) for w in page.grid.widgets.values()]
    assert fields[0].placeholderText() == "0\N{NO-BREAK SPACE}pc"
    fields[0].set_value(3000)
    fields[4].set_value(2000)
    fields[4].setFocus()
    office.key(Qt.Key.Key_Return)
    assert [(x.name, x.quantity_milli) for x in panel.entries] == [
        ("Linen shirt S Red", 3000), ("Linen shirt XL Red", 2000),
    ]  # fmt: skip
    assert panel.stack.currentWidget() is panel.table
    office.type("")  # the preview waits until the fingers rest
    assert panel.preview is not None
    assert panel.preview.net_minor == 10_000


def test_esc_leaves_the_grid_and_the_order_as_it_was(entry: tuple[OfficeDriver, EntryPanel]) -> None:
    office, panel = entry
    panel.item.setFocus()
    office.type("SHIRT")
    office.key(Qt.Key.Key_Return)
    office.key(Qt.Key.Key_Escape)
    assert panel.stack.currentWidget() is panel.table
    assert panel.entries == []
