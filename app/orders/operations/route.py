"""Choosing from which places an order is shipped: by the shop's rule, or by hand; before it is picked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, delete, insert, select, update

from app.audit.operations import note
from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_replace
from app.inventory.reservations import all_reservations, free_lines
from app.inventory.states import LocationKind
from app.inventory.tables import location
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import milli_to_decimal
from app.kernel.text import clean_field
from app.orders.drafts import SavedOrder
from app.orders.operations.allocate import commit_stock, serve_waiting
from app.orders.operations.entry import saved
from app.orders.refusals import AlreadyPickedError, DistanceError, RouteChangedError
from app.orders.route_queries import (
    RULE_SETTING,
    SPLIT_SETTING,
    find_rule,
    is_free,
    list_ship_places,
    load_routes,
    may_split,
    needs_of,
    place_names,
)
from app.orders.routing import Part, RouteRule
from app.orders.rules import share, sold_quantity
from app.orders.states import OrderStatus
from app.orders.store import line_rows, lock_order, place_of, refresh_progress, row_values
from app.orders.tables import sales_order, sales_order_line, ship_area, ship_place
from app.organisation.operations import save_setting
from app.organisation.queries import get_company

_SHARED: Final = ("amount_minor", "net_minor", "gross_minor")
_COUNTRY: Final = 2  # letters
_OPEN: Final = frozenset(
    {OrderStatus.DRAFT, OrderStatus.QUOTED, OrderStatus.ACCEPTED, OrderStatus.ON_HOLD, OrderStatus.CONFIRMED}
)


@permitted(Permission.SETTINGS)
def save_ship_place(
    uow: UnitOfWork, *, location_id: int, ships: bool, priority: int = 0,
    areas: Sequence[tuple[str, str, int]] = (),
) -> None:  # fmt: skip
    """Whether orders are routed to a place, and how far it is from where.

    Args:
        uow: the transaction.
        location_id: a place of ours.
        ships: it takes part.
        priority: the lowest first, where nothing else decides.
        areas: (country, beginning of the postal code, kilometres); "" is the whole country.

    Raises:
        DistanceError: a country of other than two letters, a distance below nothing, or an area twice.
    """
    known = {(country.strip().upper(), prefix.replace(" ", "").upper()) for country, prefix, _km in areas}
    if (
        len(known) < len(areas)
        or any(len(c) != _COUNTRY for c, _p in known)
        or any(km < 0 for *_a, km in areas)
    ):
        raise DistanceError
    insert_or_replace(
        uow.connection, ship_place,
        [{"location_id": location_id, "ships": ships, "priority": priority}], keys=("location_id",),
    )  # fmt: skip
    uow.connection.execute(delete(ship_area).where(ship_area.c.location_id == location_id))
    rows = [
        {
            "id": next_id(), "location_id": location_id, "country": country.strip().upper(),
            "postal_prefix": clean_field(prefix, field="Postal code", limit=40).replace(" ", "").upper(),
            "distance_km": km,
        }
        for country, prefix, km in areas
    ]  # fmt: skip
    if rows:
        uow.connection.execute(insert(ship_area), rows)
    note(
        uow, kind="orders.ship_place", document_type="location", document_id=location_id,
        payload={"ships": ships, "priority": priority, "areas": [list(a) for a in areas]},
    )  # fmt: skip


@permitted(Permission.SETTINGS)
def set_route_rule(uow: UnitOfWork, *, rule: RouteRule | None, split: bool) -> None:
    """How orders find their place by themselves; None: they ship from their own place."""
    save_setting(uow, name=RULE_SETTING, value=rule.value if rule else "")
    save_setting(uow, name=SPLIT_SETTING, value=split)


@permitted(Permission.SETTINGS)
def save_routing(
    uow: UnitOfWork, *, rule: RouteRule | None, split: bool, priorities: Mapping[int, int],
    areas: Sequence[tuple[int, str, str, int]],
) -> None:  # fmt: skip
    """All of it together, as a page of settings has it.

    Args:
        uow: the transaction.
        rule: how orders find their place by themselves, or None.
        split: whether one may leave from several places.
        priorities: of the places that ship, by id; the others of ours do not.
        areas: (place, country, beginning of the postal code, kilometres).

    Raises:
        DistanceError: an area of a place that does not ship, and what save_ship_place raises.
    """
    set_route_rule(uow, rule=rule, split=split)
    if any(place not in priorities for place, *_area in areas):
        raise DistanceError
    for known in list_ship_places(uow.connection):
        place = known.location_id
        mine = tuple((country, prefix, km) for at, country, prefix, km in areas if at == place)
        wanted = place in priorities, priorities.get(place, known.priority), mine
        if wanted != (known.ships, known.priority, known.areas):
            save_ship_place(uow, location_id=place, ships=wanted[0], priority=wanted[1], areas=mine)


@permitted(Permission.ORDERS)
def route_order(
    uow: UnitOfWork, *, order_id: int, parts: Sequence[Part], expected_version: int | None = None
) -> SavedOrder:
    """Ship an order's open goods from the places that were chosen; what is committed moves with them.

    Args:
        uow: the transaction.
        order_id: a quote or order.
        parts: of one of the routes of `route_page`: all of its open goods.
        expected_version: of the order, as the screen loaded it.

    Raises:
        AlreadyPickedError, RouteChangedError, ChangedElsewhereError: see their sentences.
    """
    row = lock_order(uow, order_id, expected_version)
    lines = line_rows(uow.connection, order_id)
    _check(uow, row, lines, parts)
    freed = _assign(uow, row, lines, parts, by="hand")
    row = lock_order(uow, order_id)
    after = line_rows(uow.connection, order_id)
    if row.status == OrderStatus.CONFIRMED.value:
        today = get_company(uow.connection).day_of(uow.now)
        commit_stock(uow, row=row, lines=after, today=today)
    refresh_progress(uow, order_id, row=row)
    for location_id, products in sorted(freed.items()):
        serve_waiting(uow, location_id=location_id, product_ids=sorted(products), except_order=order_id)
    return saved(lock_order(uow, order_id))


def route_by_rule(
    uow: UnitOfWork, *, row: Row[Any], lines: list[Row[Any]], today: date
) -> tuple[Row[Any], list[Row[Any]]]:
    """Choose by the shop's rule where an order ships from; its row and lines as they are then.

    An order that is fetched, or whose place was chosen by hand, stays where it is.
    """
    rule = find_rule(uow.connection)
    if rule is None or row.pickup or any(x.location_id for x in lines):
        return row, lines
    routes, places = load_routes(uow.connection, row=row, lines=lines, today=today, rule=rule)
    if not routes or len(places) == 1:
        return row, lines
    _assign(uow, row, lines, routes[0].parts, by=rule.value)
    return lock_order(uow, row.id), line_rows(uow.connection, row.id)


def _check(uow: UnitOfWork, row: Row[Any], lines: Sequence[Row[Any]], parts: Sequence[Part]) -> None:
    if OrderStatus(row.status) not in _OPEN:
        raise RouteChangedError
    busy = next((x for x in lines if not is_free(x) and any(p.line_id == x.id for p in parts)), None)
    if busy is not None:
        raise AlreadyPickedError(name=busy.name)
    wanted = {n.line_id: n for n in needs_of(lines)}
    given: dict[int, int] = {}
    for p in parts:
        given[p.line_id] = given.get(p.line_id, 0) + p.quantity_milli
    if any(p.quantity_milli <= 0 for p in parts) or given != {i: n.quantity_milli for i, n in wanted.items()}:
        raise RouteChangedError
    places = {p.location_id for p in parts}
    known = uow.connection.execute(
        select(location.c.id).where(location.c.id.in_(places), location.c.kind == LocationKind.INTERNAL.value)
    ).all()
    split = len(parts) > len(given) or len(places) > 1
    if len(known) < len(places) or (split and not may_split(uow.connection, row)):
        raise RouteChangedError


def _assign(
    uow: UnitOfWork, row: Row[Any], lines: Sequence[Row[Any]], parts: Sequence[Part], *, by: str
) -> dict[int, set[int]]:
    """Move the lines; the products that are free again, by the place where they were committed."""
    by_id = {x.id: x for x in lines}
    moved = {
        p.line_id
        for p in parts
        if p.location_id != place_of(by_id[p.line_id], row) or _open(by_id[p.line_id]) != p.quantity_milli
    }
    held = [r for r in all_reservations(uow.connection, row.id) if r.line_id in moved]
    free_lines(uow, order_id=row.id, quantities={r.line_id: r.quantity_milli for r in held})
    freed: dict[int, set[int]] = {}
    for r in held:
        freed.setdefault(r.location_id, set()).add(r.product_id)
    position = max(x.position for x in lines)
    for line_id in sorted({p.line_id for p in parts}):
        mine = [p for p in parts if p.line_id == line_id]
        position = _place_line(uow, by_id[line_id], mine, position)
    places = {p.location_id for p in parts}
    if len(places) == 1 and all(is_free(x) and not x.shipped_milli for x in lines):
        uow.connection.execute(
            update(sales_order).where(sales_order.c.id == row.id).values(location_id=places.pop())
        )
    _tell(uow, row, by_id, parts, by)
    return freed


def _open(line: Row[Any]) -> int:
    return int(line.ordered_milli - line.cancelled_milli - line.shipped_milli)


def _place_line(uow: UnitOfWork, line: Row[Any], parts: Sequence[Part], position: int) -> int:
    """The line goes to the first place; what comes from elsewhere is a line of its own, at its share."""
    first, *others = parts
    before = first.quantity_milli + line.cancelled_milli
    values: dict[str, object] = {"location_id": first.location_id}
    if others:
        values |= _cut(line, 0, before)
    uow.connection.execute(update(sales_order_line).where(sales_order_line.c.id == line.id).values(values))
    for part in others:
        position += 1
        uow.connection.execute(
            insert(sales_order_line),
            {
                **row_values(sales_order_line, line), **_cut(line, before, part.quantity_milli),
                "id": next_id(), "position": position, "location_id": part.location_id, "cancelled_milli": 0,
            },
        )  # fmt: skip
        before += part.quantity_milli
    return position


def _cut(line: Row[Any], before: int, quantity: int) -> dict[str, object]:
    """A part of a line that nothing has happened to: quantities and its share of the amounts."""
    cut: dict[str, int] = {
        name: share(
            getattr(line, name), before_milli=before, quantity_milli=quantity, whole_milli=line.ordered_milli
        )
        for name in _SHARED
    }
    return {
        **cut, "tax_minor": cut["gross_minor"] - cut["net_minor"], "ordered_milli": quantity,
        "quantity_milli": sold_quantity(quantity, line.pack_milli),
    }  # fmt: skip


def _tell(uow: UnitOfWork, row: Row[Any], by_id: dict[int, Row[Any]], parts: Sequence[Part], by: str) -> None:
    names = place_names(uow.connection, location_ids=[p.location_id for p in parts])
    words: dict[int, list[str]] = {}
    for p in parts:
        told = f"{milli_to_decimal(p.quantity_milli):g} {by_id[p.line_id].name}"
        words.setdefault(p.location_id, []).append(told)
    take_step(
        uow, document_type="order", document_id=row.id, step="routed",
        detail="; ".join(f"{names[place]}: {', '.join(told)}" for place, told in words.items()),
        payload={
            "by": by,
            "parts": [[p.line_id, p.location_id, p.quantity_milli, p.there_milli] for p in parts],
        },
    )  # fmt: skip
