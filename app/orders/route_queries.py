"""What routing needs to know: the places that ship, how far they are, and the ways for an order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from app.inventory.reservations import Reserved, all_reservations, list_availability
from app.inventory.states import LocationKind
from app.inventory.tables import location
from app.orders.operations.allocate import supplies, waiting_milli
from app.orders.routing import Need, Place, Route, RouteRule, distance_of, plan_routes
from app.orders.states import LineKind
from app.orders.store import line_rows, order_row, place_of
from app.orders.tables import ship_area, ship_place
from app.organisation.queries import find_setting
from app.terms.queries import postal_address
from app.terms.states import ShipPolicy

RULE_SETTING: Final = "orders.routing"  # a RouteRule; unset: orders ship from their own place
SPLIT_SETTING: Final = "orders.routing_split"  # an order may leave from several places


@dataclass(frozen=True, slots=True)
class ShipPlace:
    """A place of ours, as the settings show it; areas: (country, beginning of the postal code, km)."""

    location_id: int
    name: str
    ships: bool
    priority: int
    areas: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class RoutePage:
    """What can be chosen for an order.

    Attributes:
        routes: the ways, the best by the rule first.
        names: of the places by id.
        items: names and units of the lines by id.
        now: the place of each line now, by id.
    """

    routes: tuple[Route, ...]
    rule: RouteRule
    may_split: bool
    names: dict[int, str]
    items: dict[int, tuple[str, str]]
    now: dict[int, int]


def find_rule(connection: Connection) -> RouteRule | None:
    """The shop's rule, or None."""
    found = find_setting(connection, name=RULE_SETTING)
    return next((rule for rule in RouteRule if rule == found), None)


def list_ship_places(connection: Connection) -> list[ShipPlace]:
    """The places where goods lie, by priority and name."""
    areas: dict[int, list[tuple[str, str, int]]] = {}
    for r in connection.execute(select(ship_area).order_by(ship_area.c.country, ship_area.c.postal_prefix)):
        areas.setdefault(r.location_id, []).append((r.country, r.postal_prefix, r.distance_km))
    rows = connection.execute(
        select(location.c.id, location.c.name, ship_place.c.ships, ship_place.c.priority)
        .outerjoin_from(location, ship_place, ship_place.c.location_id == location.c.id)
        .where(location.c.kind == LocationKind.INTERNAL.value)
    )
    found = [
        ShipPlace(r.id, r.name, bool(r.ships), r.priority or 0, tuple(areas.get(r.id, ()))) for r in rows
    ]
    return sorted(found, key=lambda x: (x.priority, x.name, x.location_id))


def needs_of(lines: Sequence[Row[Any]]) -> list[Need]:
    """What of an order's goods is not picked, packed or gone; what is billed or part of a kit stays whole."""
    found: list[Need] = []
    for x in lines:
        if x.kind != LineKind.GOODS.value or x.product_id is None or not is_free(x):
            continue
        open_milli = x.ordered_milli - x.cancelled_milli - x.shipped_milli
        whole = x.kit_id is not None or x.invoiced_milli or x.shipped_milli or x.over_milli
        if open_milli > 0:
            step = open_milli if whole else min(x.pack_milli, open_milli)
            found.append(Need(x.id, x.product_id, x.name, open_milli, step))
    return found


def is_free(line: Row[Any]) -> bool:
    """Whether nothing of a line is being picked or packed."""
    return not (line.picking_milli or line.picked_milli or line.packed_milli)


def load_routes(
    connection: Connection, *, row: Row[Any], lines: Sequence[Row[Any]], today: date, rule: RouteRule
) -> tuple[list[Route], list[Place]]:
    """The ways for an order by a rule, and the places they were looked for at."""
    needs = needs_of(lines)
    if not needs:
        return [], []
    address = postal_address(
        connection, party_id=row.party_id, kind="delivery", address_id=row.delivery_address_id
    )
    offered = [p for p in list_ship_places(connection) if p.ships or p.location_id == row.location_id]
    held = all_reservations(connection, row.id)
    places = [_place(connection, p, row, lines, needs, held, address) for p in offered]
    split = may_split(connection, row)
    return plan_routes(needs, places, today=today, rule=rule, may_split=split), places


def may_split(connection: Connection, row: Row[Any]) -> bool:
    """Whether an order may leave from several places: the shop and the order's delivery allow it."""
    allowed = bool(find_setting(connection, name=SPLIT_SETTING))
    return allowed and row.ship_policy != ShipPolicy.COMPLETE.value and not row.pickup


def _place(
    connection: Connection, at: ShipPlace, row: Row[Any], lines: Sequence[Row[Any]], needs: Iterable[Need],
    held: Sequence[Reserved], address: Mapping[str, str],
) -> Place:  # fmt: skip
    """What the order could have there: its own promises and its own waiting count as nobody's."""
    products = sorted({n.product_id for n in needs})
    movable = {n.line_id for n in needs}
    stock = list_availability(connection, location_id=at.location_id, product_ids=products)
    free = {p: a.available_milli for p, a in stock.items()}
    waiting = waiting_milli(connection, location_id=at.location_id, product_ids=products)
    mine = {r.line_id: r.quantity_milli for r in held if r.location_id == at.location_id}
    for x in lines:
        if x.id not in movable or place_of(x, row) != at.location_id:
            continue
        free[x.product_id] += mine.get(x.id, 0)
        if row.to_allocate:
            lacks = x.ordered_milli - x.cancelled_milli - x.shipped_milli - mine.get(x.id, 0)
            waiting[x.product_id] = max(waiting.get(x.product_id, 0) - max(lacks, 0), 0)
    return Place(
        at.location_id, at.name, at.priority,
        distance_of(at.areas, country=address["country"], postal_code=address["postcode"]), free,
        supplies(connection, location_id=at.location_id, product_ids=products), waiting,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Routing:
    """What is set: the rule, whether orders are divided, and the places."""

    rule: RouteRule | None
    split: bool
    places: tuple[ShipPlace, ...]


def get_routing(connection: Connection) -> Routing:
    """What a page of settings shows."""
    split = bool(find_setting(connection, name=SPLIT_SETTING))
    return Routing(find_rule(connection), split, tuple(list_ship_places(connection)))


def route_page(connection: Connection, *, order_id: int, on: date) -> RoutePage:
    """The ways for an order, ranked by the shop's rule, else as whole ones; raises NoSuchOrderError."""
    row = order_row(connection, order_id)
    lines = line_rows(connection, order_id)
    rule = find_rule(connection) or RouteRule.WHOLE
    routes, places = load_routes(connection, row=row, lines=lines, today=on, rule=rule)
    return RoutePage(
        tuple(routes), rule, may_split(connection, row), {p.id: p.name for p in places},
        {x.id: (x.name, x.unit) for x in lines}, {x.id: place_of(x, row) for x in lines},
    )  # fmt: skip


def place_names(connection: Connection, *, location_ids: Iterable[int]) -> dict[int, str]:
    """Names of places by id, also of those that are no places of ours."""
    rows = connection.execute(
        select(location.c.id, location.c.name).where(location.c.id.in_(sorted(set(location_ids))))
    )
    return {int(i): str(name) for i, name in rows}
