"""Where orders ship from, and what suppliers bring, in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.inventory.operations import adjust_stock
from app.inventory.places import create_place
from app.orders.direct import direct_page
from app.orders.operations.route import save_routing
from app.orders.route_queries import get_routing
from app.orders.routing import RouteRule
from app.orders.tolerance import Tolerance, list_tolerances
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from tests.ui.orders.test_orders_section import orders
from tests.ui.settings.test_settings import settings
from ui.fulfilment.pick_panel import PickPanel
from ui.fulfilment.warehouse_section import WarehouseSection
from ui.orders.direct_panel import DirectPanel
from ui.orders.order_page import OrderPanel
from ui.orders.route_panel import RoutePanel
from ui.orders.routing_page import RoutingPage
from ui.orders.tolerance_page import TolerancePage


@pytest.fixture
def north(trade: Wholesale) -> int:
    """A second place with 30 bottles."""
    place: int = trade.run(create_place, code="NORTH", name="North store")
    trade.run(
        adjust_stock, product_id=trade.shop.products["WINE"], location_id=place, quantity_milli=30_000,
        reason="start", business_date=TODAY, cost_minor=9_000,
    )  # fmt: skip
    return place


def _opened(desk: OfficeDriver, order_id: int) -> OrderPanel:
    page = orders(desk).open_order(order_id)
    desk.settle()
    return page


def _press(desk: OfficeDriver, page: OrderPanel, text: str) -> None:
    desk.tap(next(b for b in page.others if b.text() == text))


def test_rules_are_set_and_an_order_is_sent_from_another_place(
    trade: Wholesale, make_office: MakeOffice, north: int
) -> None:
    order = trade.order(("WINE", 5))
    desk = make_office(local={"sound": "off"})
    page = settings(desk, RoutingPage, "routing")
    page.rule.setCurrentIndex(2)
    page.split.setChecked(True)
    for name, place, km in (("Shop", trade.location_id, 400), ("North store", north, 30)):
        desk.tap(page.places.add_button)
        page.places.lines()[-1][0].choose(place)  # type: ignore[attr-defined]
        desk.tap(page.areas.add_button)
        chosen, _country, prefix, distance = page.areas.lines()[-1]
        chosen.choose(place)  # type: ignore[attr-defined]
        assert chosen.currentText() == name  # type: ignore[attr-defined]
        prefix.setText("20")  # type: ignore[attr-defined]
        distance.setValue(km)  # type: ignore[attr-defined]
    desk.tap(page.save_button)
    assert page.message.text() == ""
    kept = trade.ask(get_routing)
    assert (kept.rule, kept.split) == (RouteRule.NEAREST, True)
    assert [(p.ships, p.areas) for p in kept.places] == [
        (True, (("DE", "20", 30),)), (True, (("DE", "20", 400),)),
    ]  # fmt: skip

    shown = _opened(desk, order.order_id)
    shown.lines.select(str(trade.all_lines(order.order_id)[0].id))
    assert "from Shop" in shown.why.text()
    _press(desk, shown, "Ship from")
    panel = desk.panel(RoutePanel)
    assert [panel.table.row(i).cells[0] for i in range(panel.table.count())] == ["North store", "Shop"]
    assert panel.why.text() == (
        "The best by the rule of the shop: everything is there, in one shipment; 30 km to the customer."
    )  # fmt: skip
    desk.key(Qt.Key.Key_F10)
    assert desk.banner == "It ships from there."
    assert trade.all_lines(order.order_id)[0].location_id == north
    again = desk.panel(OrderPanel)
    assert any("North store: 5 Red wine" in row.detail for row in again.timeline._rows.rows)
    confirmed = trade.order(("WINE", 31))  # more than the nearest has
    assert {x.location_id for x in trade.all_lines(confirmed.order_id)} == {trade.location_id}


def test_a_supplier_is_asked_and_what_he_brought_is_billed(trade: Wholesale, make_office: MakeOffice) -> None:
    order = trade.order(("WINE", 5))
    desk = make_office(local={"sound": "off"})
    _press(desk, _opened(desk, order.order_id), "Supplier brings it")
    panel = desk.panel(DirectPanel)
    panel.can.select(str(trade.all_lines(order.order_id)[0].id))
    panel.supplier.setText("Vineyard")
    panel.number.setText("PO-7")
    panel.cost.set_value(400)
    desk.tap(panel.order_button)
    assert desk.banner == "PO-7: send the order to the supplier."
    assert not panel.can.isVisible()
    desk.tap(panel.paper_button)
    assert panel.paper.isVisible()
    desk.key(Qt.Key.Key_Escape)
    panel.quantity.set_value(6_000)
    desk.tap(panel.brought_button)
    assert panel.message().startswith("PO-7")
    panel.quantity.set_value(5_000)
    panel.note.setText("LS-1")
    desk.tap(panel.brought_button)
    assert desk.banner.startswith("D-2026-000001: it is with the customer")
    (line,) = trade.ask(direct_page, order_id=order.order_id).lines
    assert (line.received_milli, line.open_milli) == (5_000, 0)
    page = _opened(desk, order.order_id)
    assert page.primary.text() == "Create invoice"
    page.lines.select(str(line.line_id))
    assert "the supplier brings it" in page.why.text()
    desk.key(Qt.Key.Key_F10)
    assert trade.head_of(order.order_id).invoicing == "full"


def test_tolerances_are_set_and_taken_away(trade: Wholesale, make_office: MakeOffice) -> None:
    desk = make_office(local={"sound": "off"})
    page = settings(desk, TolerancePage, "tolerance")
    assert page.empty.isVisible()
    page.customer.text.setText("nobody at all")
    desk.tap(page.set_button)
    assert "look it up first" in page.message.text()
    page.customer.text.setText("Unlimited Ltd")
    page.customer.look()
    page.goods.look("WINE")
    desk.settle()
    page.over.set_value(1000)
    page.under.set_value(500)
    page.billing.setCurrentIndex(1)
    desk.tap(page.set_button)
    (rule,) = trade.ask(list_tolerances)
    assert (rule.product, rule.customer) == ("WINE Red wine", "Unlimited Ltd")
    assert rule.tolerance == Tolerance(1000, 500, is_free=True)
    assert page.table.row(0).cells[2:] == ("10%", "5%", "given away")
    page.table.select(str(rule.id))
    desk.tap(page.drop_button)
    assert trade.ask(list_tolerances) == []


def test_the_clerk_walks_one_place_at_a_time(trade: Wholesale, make_office: MakeOffice, north: int) -> None:
    trade.run(
        save_routing, rule=RouteRule.WHOLE, split=True, priorities={trade.location_id: 1, north: 2}, areas=[]
    )
    order = trade.order(("WINE", 112))
    trade.order(("COFFEE", 1))
    desk = make_office("clerk", local={"sound": "off"})
    section = desk.page.section()
    assert isinstance(section, WarehouseSection)
    field = section.place.field
    assert [field.itemText(i) for i in range(field.count())] == ["All places", "North store", "Shop"]
    field.setCurrentIndex(1)
    desk.settle()
    assert [section.table.row(i).cells[0] for i in range(section.table.count())] == ["O-2026-000001"]
    section.table.select(str(order.order_id))
    desk.tap(section.list_button)
    panel = desk.panel(PickPanel)
    assert panel.walk is not None
    assert (panel.walk.row.location_id, len(panel.walk.cards)) == (north, 1)
