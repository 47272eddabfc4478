"""Books below zero: where product or place only warn of it, the clerk is asked before goods leave."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.fulfilment.states import ShipmentStatus
from app.inventory.operations import adjust_stock
from app.inventory.policies import set_place_policy
from app.inventory.queries import on_hand
from app.inventory.states import NegativeStock
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.fulfilment.ship_panel import ShipPanel
from ui.fulfilment.warehouse_section import WarehouseSection


@pytest.fixture
def clerk(trade: Wholesale, make_office: MakeOffice) -> OfficeDriver:
    """The warehouse clerk; of four packed bottles the books know two."""
    order = trade.order(("WINE", 4))
    trade.pick_all(order.order_id)
    trade.pack_all(order.order_id)
    trade.run(
        adjust_stock, product_id=trade.shop.products["WINE"], location_id=trade.location_id,
        quantity_milli=-98_000, reason="stolen", business_date=TODAY,
    )  # fmt: skip
    return make_office("clerk", local={"sound": "off"})


def shipment(clerk: OfficeDriver) -> ShipPanel:
    section = clerk.page.section()
    assert isinstance(section, WarehouseSection)
    clerk.tap_text("To ship 1")
    clerk.key(Qt.Key.Key_F10)
    return clerk.panel(ShipPanel)


def test_where_it_is_warned_of_the_clerk_says_yes_and_the_books_go_below_zero(
    trade: Wholesale, clerk: OfficeDriver
) -> None:
    trade.run(set_place_policy, location_id=trade.location_id, negative=NegativeStock.WARN)
    panel = shipment(clerk)
    clerk.key(Qt.Key.Key_F10)
    assert panel.asking.isVisible()
    clerk.tap(panel.asking.no)
    assert panel.shown is not None
    assert panel.shown.row.status is ShipmentStatus.PACKED
    clerk.key(Qt.Key.Key_F10)
    clerk.tap(panel.asking.yes)
    assert panel.shown.row.status is ShipmentStatus.DISPATCHED
    wine = trade.shop.products["WINE"]
    assert trade.ask(on_hand, product_id=wine, location_id=trade.location_id) == -2000


def test_where_nothing_is_said_they_do_not_leave(clerk: OfficeDriver) -> None:
    panel = shipment(clerk)
    clerk.key(Qt.Key.Key_F10)
    assert panel.message() == "Only 2 of Red wine is in stock, not 4. Count it, then ship."
