"""More than ordered goes along, or less closes a line: within the tolerance, never beyond."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Row, insert, update

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.inventory.reservations import Want, all_reservations, free_lines, reserve_goods
from app.kernel.ids import next_id
from app.kernel.quantity import milli_to_decimal
from app.orders.operations.quotes import snapshot
from app.orders.refusals import NoSuchOrderError, OverToleranceError, SurplusPromisedError
from app.orders.rules import share, sold_quantity
from app.orders.store import COUNTERS, keep_version, line_rows, place_of, row_values
from app.orders.tables import sales_order, sales_order_line
from app.orders.tolerance import as_ordered, find_tolerance, surplus_left

SURPLUS: Final = "More than ordered"
_SHARED: Final = ("amount_minor", "net_minor", "gross_minor")


def accept_surplus(uow: UnitOfWork, *, order: Row[Any], line_id: int, quantity_milli: int) -> int:
    """Take more than ordered along: the goods are committed, what the order said before is kept.

    Billed, the line grows at its price; given away, a line of its own costs nothing.

    Args:
        uow: the transaction.
        order: its row, locked.
        line_id: goods of it.
        quantity_milli: how much more, base units.

    Returns:
        The id of the line that holds the surplus; its counters are the caller's.

    Raises:
        OverToleranceError, SurplusPromisedError: see their sentences.
    """
    lines = line_rows(uow.connection, order.id)
    line = next((x for x in lines if x.id == line_id), None)
    if line is None:
        raise NoSuchOrderError
    left = surplus_left(uow.connection, order_line_id=line_id)
    if not 0 < quantity_milli <= left:
        raise OverToleranceError(
            left=milli_to_decimal(left), name=line.name, wanted=milli_to_decimal(quantity_milli)
        )
    tolerance = find_tolerance(uow.connection, party_id=order.party_id, product_id=line.product_id)
    keep_version(uow, order_id=order.id, kind="amendment", reason=SURPLUS, payload=snapshot(order, lines))
    target = _give(uow, line, lines, quantity_milli) if tolerance.is_free else line.id
    if not tolerance.is_free:
        _grow(uow, order, line, quantity_milli)
    given = reserve_goods(
        uow, location_id=place_of(line, order), document_type="order",
        document_id=order.id, wants=[Want(target, line.product_id, quantity_milli)],
    )  # fmt: skip
    if given[target] < quantity_milli:
        raise SurplusPromisedError(name=line.name, wanted=milli_to_decimal(quantity_milli))
    take_step(
        uow, document_type="order", document_id=order.id, step="surplus",
        detail=f"{milli_to_decimal(quantity_milli):g} {line.name}",
        payload={"line": line.id, "quantity_milli": quantity_milli, "free": tolerance.is_free},
    )  # fmt: skip
    return int(target)


def _grow(uow: UnitOfWork, order: Row[Any], line: Row[Any], quantity_milli: int) -> None:
    more = {
        name: share(
            getattr(line, name), before_milli=line.ordered_milli, quantity_milli=quantity_milli,
            whole_milli=line.ordered_milli,
        )
        for name in _SHARED
    }  # fmt: skip
    more["tax_minor"] = more["gross_minor"] - more["net_minor"]
    ordered = line.ordered_milli + quantity_milli
    uow.connection.execute(
        update(sales_order_line)
        .where(sales_order_line.c.id == line.id)
        .values(
            ordered_milli=ordered, quantity_milli=sold_quantity(ordered, line.pack_milli),
            over_milli=(line.over_milli or 0) + quantity_milli,
            **{name: getattr(line, name) + value for name, value in more.items()},
        )
    )  # fmt: skip
    del more["amount_minor"]
    uow.connection.execute(
        update(sales_order)
        .where(sales_order.c.id == order.id)
        .values({name: sales_order.c[name] + value for name, value in more.items()})
    )


def _give(uow: UnitOfWork, line: Row[Any], lines: Sequence[Row[Any]], quantity_milli: int) -> int:
    """A line that costs nothing beside the one it came with."""
    target = next_id()
    none = dict.fromkeys(("unit_price_minor", "discount_hundredths", "tax_minor", *_SHARED, *COUNTERS), 0)
    uow.connection.execute(
        insert(sales_order_line),
        {
            **row_values(sales_order_line, line), **none, "id": target,
            "position": max(x.position for x in lines) + 1,
            "ordered_milli": quantity_milli, "quantity_milli": sold_quantity(quantity_milli, line.pack_milli),
            "over_milli": quantity_milli, "surplus_of": line.id, "price_source": "|0|||", "done_note": None,
            "first_promised_key": target,
        },
    )  # fmt: skip
    return target


def close_within(uow: UnitOfWork, *, order: Row[Any], left: Mapping[int, int]) -> dict[int, int]:
    """Of lines that leave with less than ordered: the rest that the tolerance lets go, by line id.

    What was committed of it is free again; the caller counts it as cancelled.

    Args:
        uow: the transaction.
        order: its row, locked.
        left: what has not left after this shipment and lies in no tote, package or list, by line id.
    """
    missing = {line_id: milli for line_id, milli in left.items() if milli > 0}
    if not missing:
        return {}
    closed: dict[int, int] = {}
    lines = line_rows(uow.connection, order.id)
    for line in lines:
        rest = missing.get(line.id, 0)
        if not rest or line.product_id is None or line.invoiced_milli > line.ordered_milli - rest:
            continue
        tolerance = find_tolerance(uow.connection, party_id=order.party_id, product_id=line.product_id)
        if rest <= tolerance.under_milli(as_ordered(line) - line.cancelled_milli):
            closed[line.id] = rest
    if closed:
        _let_go(uow, order, closed, {x.id: x.name for x in lines})
    return closed


def _let_go(uow: UnitOfWork, order: Row[Any], closed: Mapping[int, int], names: Mapping[int, str]) -> None:
    held = {
        r.line_id: r.quantity_milli for r in all_reservations(uow.connection, order.id) if r.line_id in closed
    }
    free_lines(uow, order_id=order.id, quantities=held)
    for line_id, rest in sorted(closed.items()):
        take_step(
            uow, document_type="order", document_id=order.id, step="closed_short",
            detail=f"{milli_to_decimal(rest):g} {names[line_id]}",
            payload={"line": line_id, "missing_milli": rest},
        )  # fmt: skip
