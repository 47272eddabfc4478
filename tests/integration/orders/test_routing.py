"""An order finds its place: by the shop's rule or by hand, whole or divided, before it is picked."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from app.audit.steps import list_steps
from app.fulfilment.operations.picking import cancel_pick_list, create_pick_list
from app.fulfilment.operations.shipping import dispatch_shipment
from app.fulfilment.queries import get_pick_list
from app.fulfilment.refusals import NothingToPickError
from app.inventory.operations import adjust_stock
from app.inventory.places import create_place
from app.inventory.queries import on_hand
from app.invoicing.operations.bill import invoice_shipments
from app.kernel.permission import PermissionNeededError
from app.orders.operations.allocate import allocate_order
from app.orders.operations.amend import cancel_order
from app.orders.operations.route import route_order, save_ship_place, set_route_rule
from app.orders.refusals import AlreadyPickedError, DistanceError, RouteChangedError
from app.orders.route_queries import find_rule, list_ship_places, route_page
from app.orders.routing import Route, RouteRule
from app.reporting.verify import verify_database
from app.terms.states import ShipPolicy
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale


def _books_agree(trade: Wholesale) -> None:
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


@pytest.fixture
def north(trade: Wholesale) -> int:
    """A second place with 30 bottles, near the customers; the first has what the shop has."""
    place: int = trade.run(create_place, code="NORTH", name="North store")
    wine = trade.shop.products["WINE"]
    trade.run(
        adjust_stock, product_id=wine, location_id=place, quantity_milli=30_000, reason="start",
        business_date=TODAY, cost_minor=9_000,
    )  # fmt: skip
    trade.run(save_ship_place, location_id=trade.location_id, ships=True, priority=1, areas=[("DE", "", 500)])
    trade.run(save_ship_place, location_id=place, ships=True, priority=2, areas=[("DE", "", 40)])
    return place


def _routes(trade: Wholesale, order_id: int) -> tuple[Route, ...]:
    routes: tuple[Route, ...] = trade.ask(route_page, order_id=order_id, on=TODAY).routes
    return routes


def _places(trade: Wholesale, order_id: int) -> list[tuple[int | None, int]]:
    return [(x.location_id, x.ordered_milli) for x in trade.all_lines(order_id)]


def _wine(trade: Wholesale, place: int) -> int:
    return trade.ask(on_hand, product_id=trade.shop.products["WINE"], location_id=place)


def test_the_nearest_place_is_chosen_when_an_order_is_confirmed(trade: Wholesale, north: int):
    trade.run(set_route_rule, rule=RouteRule.NEAREST, split=False)
    order = trade.order(("WINE", 5))
    assert _places(trade, order.order_id) == [(north, 5_000)]
    assert trade.head_of(order.order_id).location_id == north
    walk = trade.pick_all(order.order_id)
    assert trade.ask(get_pick_list, pick_list_id=walk.pick_list_id)[0].location_id == north
    packed = trade.pack_all(order.order_id)
    trade.run(dispatch_shipment, shipment_id=packed.shipment_id)
    assert _wine(trade, north) == 25_000
    routed = trade.ask(list_steps, documents=[("order", order.order_id)])
    assert [s.detail for s in routed if s.step == "routed"] == ["North store: 5 Red wine"]
    _books_agree(trade)


def test_without_a_rule_an_order_ships_from_its_own_place(trade: Wholesale, north: int):
    order = trade.order(("WINE", 5))
    assert north
    assert _places(trade, order.order_id) == [(None, 5_000)]


def test_a_divided_order_leaves_with_two_shipments_and_one_invoice(trade: Wholesale, north: int):
    trade.run(set_route_rule, rule=RouteRule.WHOLE, split=True)
    main = _wine(trade, trade.location_id)
    pieces = main // 1000 + 12
    order = trade.order(("WINE", pieces), ("COFFEE", 1))
    lines = trade.all_lines(order.order_id)
    assert sum(x.ordered_milli for x in lines if x.sku == "WINE") == pieces * 1000
    assert {x.location_id for x in lines} == {trade.location_id, north}
    assert sum(x.gross_minor for x in lines) == trade.head_of(order.order_id).gross_minor
    assert trade.head_of(order.order_id).allocation == "full"
    sent = []
    for place in (trade.location_id, north):
        walk = trade.run(create_pick_list, uuid=str(uuid4()), order_ids=[order.order_id], location_id=place)
        assert trade.ask(get_pick_list, pick_list_id=walk.pick_list_id)[0].location_id == place
        trade.pick_whole(walk.pick_list_id)
        packed = trade.pack_all(order.order_id)
        sent.append(trade.run(dispatch_shipment, shipment_id=packed.shipment_id))
    bill = trade.run(
        invoice_shipments, uuid=str(uuid4()), shipment_ids=[s.shipment_id for s in sent]
    )  # fmt: skip
    assert bill.gross_minor == trade.head_of(order.order_id).gross_minor
    assert trade.head_of(order.order_id).shipment == "full"
    _books_agree(trade)


def test_a_customer_who_wants_it_whole_gets_it_from_one_place(trade: Wholesale, north: int):
    trade.run(set_route_rule, rule=RouteRule.WHOLE, split=True)
    order = trade.order(
        ("WINE", _wine(trade, trade.location_id) // 1000 + 1), ship_policy=ShipPolicy.COMPLETE
    )
    assert {x.location_id for x in trade.all_lines(order.order_id)} == {north}


def test_by_hand_an_order_moves_before_it_is_picked_and_not_after(trade: Wholesale, north: int):
    order = trade.order(("WINE", 5))
    there = next(r for r in _routes(trade, order.order_id) if r.places == (north,))
    trade.run(route_order, order_id=order.order_id, parts=there.parts)
    assert _places(trade, order.order_id) == [(north, 5_000)]
    assert trade.held(order.order_id) == {north: 5_000}
    waiting = trade.order(("WINE", _wine(trade, trade.location_id) / 1000 + 1))
    here = _wine(trade, trade.location_id)
    walk = trade.run(create_pick_list, uuid=str(uuid4()), order_ids=[order.order_id])
    assert _routes(trade, order.order_id) == ()
    with pytest.raises(AlreadyPickedError):
        trade.run(route_order, order_id=order.order_id, parts=there.parts)
    trade.run(cancel_pick_list, pick_list_id=walk.pick_list_id)
    back = next(r for r in _routes(trade, order.order_id) if r.places == (trade.location_id,))
    trade.run(route_order, order_id=order.order_id, parts=back.parts)
    assert trade.held(order.order_id) == {}  # all of it is promised to another order now
    assert trade.held(waiting.order_id) == {trade.location_id: here}
    trade.run(adjust_stock, product_id=trade.shop.products["WINE"], location_id=trade.location_id,
              quantity_milli=9_000, reason="found", business_date=TODAY, cost_minor=900)  # fmt: skip
    trade.run(allocate_order, order_id=order.order_id)
    assert trade.held(order.order_id) == {trade.location_id: 5_000}
    third = trade.order(("WINE", 5))
    assert trade.head_of(third.order_id).allocation == "part"
    trade.run(route_order, order_id=order.order_id, parts=there.parts)
    assert trade.held(third.order_id) == {trade.location_id: 5_000}
    trade.run(cancel_order, order_id=order.order_id, reason="test")
    assert trade.held(order.order_id) == {}
    _books_agree(trade)


def test_a_part_that_does_not_add_up_is_refused(trade: Wholesale, north: int):
    order = trade.order(("WINE", 5))
    route: Any = next(r for r in _routes(trade, order.order_id) if r.places == (north,))
    trade.run(
        cancel_order, order_id=order.order_id, reason="test", quantities={route.parts[0].line_id: 1_000}
    )
    with pytest.raises(RouteChangedError):
        trade.run(route_order, order_id=order.order_id, parts=route.parts)
    with pytest.raises(NothingToPickError):
        trade.run(create_pick_list, uuid=str(uuid4()), order_ids=[order.order_id], location_id=north)


def test_places_and_rules_are_set_by_who_may(trade: Wholesale, north: int):
    places = {p.location_id: p for p in trade.ask(list_ship_places)}
    assert (places[north].ships, places[north].areas) == (True, (("DE", "", 40),))
    with pytest.raises(DistanceError):
        trade.run(save_ship_place, location_id=north, ships=True, areas=[("DE", "2", 1), ("de", " 2", 3)])
    with pytest.raises(PermissionNeededError):
        trade.run(set_route_rule, by="clerk", rule=None, split=False)
    trade.run(set_route_rule, rule=RouteRule.SOONEST, split=False)
    assert trade.ask(find_rule) is RouteRule.SOONEST
    trade.run(set_route_rule, rule=None, split=False)
    assert trade.ask(find_rule) is None
