"""Goods promised to a line: rows, never a counter (design/rules.md 3.9).

The stock level's row is locked first, in the order of product ids; what is on hand less the sum of
the promises is then given out, so that eight stations at one product never promise a piece twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.inventory.operations import lock_levels
from app.inventory.tables import incoming, location, reservation, stock_level
from app.kernel.ids import take_ids
from app.kernel.permission import BOOKING, permitted
from app.kernel.quantity import milli_to_decimal
from app.kernel.refusal import Refusal


class NotReservedError(Refusal):
    """Less is promised to the line than should leave."""

    message = "Only {found} of {name} is committed to this order, not {wanted}. Allocate it first."


@dataclass(frozen=True, slots=True)
class Want:
    """Goods a line waits for, in base units."""

    line_id: int
    product_id: int
    quantity_milli: int


@dataclass(frozen=True, slots=True)
class Availability:
    """What is there of a product at a location, and what is coming."""

    product_id: int
    on_hand_milli: int
    committed_milli: int
    incoming_milli: int
    next_due: date | None

    @property
    def available_milli(self) -> int:
        """On hand less what is promised; below zero when more is promised than there is."""
        return self.on_hand_milli - self.committed_milli


_PROMISED: Final = (
    select(reservation.c.product_id, func.sum(reservation.c.quantity_milli))
    .where(
        reservation.c.location_id == bindparam("location_"),
        reservation.c.product_id.in_(bindparam("products_", expanding=True)),
    )
    .group_by(reservation.c.product_id)
)
_OWN: Final = Prepared(
    select(
        reservation.c.id, reservation.c.line_id, reservation.c.product_id, reservation.c.quantity_milli,
        reservation.c.location_id,
    ).where(
        reservation.c.location_id == bindparam("location_"),
        reservation.c.document_id == bindparam("document_"),
    )
)  # fmt: skip
_EVERYWHERE: Final = Prepared(
    select(
        reservation.c.id, reservation.c.line_id, reservation.c.product_id, reservation.c.quantity_milli,
        reservation.c.location_id,
    ).where(reservation.c.document_id == bindparam("document_"))
)  # fmt: skip
_INSERT: Final = Prepared(insert(reservation))
_SET: Final = Prepared(
    update(reservation)
    .where(reservation.c.id == bindparam("id_"))
    .values(quantity_milli=bindparam("quantity_"))
)
_DROP: Final = Prepared(delete(reservation).where(reservation.c.id == bindparam("id_")))


def _promised(connection: Connection, location_id: int, product_ids: Sequence[int]) -> dict[int, int]:
    rows = connection.execute(_PROMISED, {"location_": location_id, "products_": list(product_ids)})
    return {product_id: int(total) for product_id, total in rows}


@permitted(*BOOKING)
def reserve_goods(
    uow: UnitOfWork, *, location_id: int, document_type: str, document_id: int, wants: Sequence[Want],
    all_or_nothing: bool = False,
) -> dict[int, int]:  # fmt: skip
    """Promise what there is to the lines, first come first served; returns quantity by line id.

    Args:
        uow: the transaction.
        location_id: where the goods lie.
        document_type: "order".
        document_id: whose lines they are.
        wants: what each line waits for, in the order in which they are served.
        all_or_nothing: promise nothing unless every line gets everything.
    """
    products = sorted({w.product_id for w in wants})
    if not products:
        return {}
    levels = lock_levels(uow, location_id, products)
    promised = _promised(uow.connection, location_id, products)
    free = {p: levels[p].on_hand_milli - promised.get(p, 0) for p in products}
    given: dict[int, int] = {}
    for want in wants:
        quantity = max(min(want.quantity_milli, free[want.product_id]), 0)
        free[want.product_id] -= quantity
        given[want.line_id] = quantity
    if all_or_nothing and any(given[w.line_id] < w.quantity_milli for w in wants):
        return dict.fromkeys(given, 0)
    _add(uow, location_id, document_type, document_id, [(w, given[w.line_id]) for w in wants])
    return given


def _add(
    uow: UnitOfWork, location_id: int, document_type: str, document_id: int,
    given: Sequence[tuple[Want, int]],
) -> None:  # fmt: skip
    own = {r.line_id: r for r in own_reservations(uow.connection, location_id, document_id)}
    more = [(w, q) for w, q in given if q and w.line_id in own]
    if more:
        _SET.run(
            uow.connection,
            [{"id_": own[w.line_id].id, "quantity_": own[w.line_id].quantity_milli + q} for w, q in more],
        )
    new = [(w, q) for w, q in given if q and w.line_id not in own]
    if new:
        _INSERT.run(uow.connection,
            [
                {
                    "id": row_id, "product_id": w.product_id, "location_id": location_id,
                    "document_type": document_type, "document_id": document_id, "line_id": w.line_id,
                    "quantity_milli": q, "at": uow.now,
                }
                for row_id, (w, q) in zip(take_ids(len(new)), new, strict=True)
            ],
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reserved:
    """A promise."""

    id: int
    line_id: int
    product_id: int
    quantity_milli: int
    location_id: int


def all_reservations(connection: Connection, document_id: int) -> list[Reserved]:
    """What is promised to a document, wherever it lies."""
    return [Reserved(*row) for row in _EVERYWHERE.all(connection, {"document_": document_id})]


def own_reservations(connection: Connection, location_id: int, document_id: int) -> list[Reserved]:
    """What is promised to a document at a location."""
    rows = _OWN.all(connection, {"location_": location_id, "document_": document_id})
    return [Reserved(*row) for row in rows]


@permitted(*BOOKING)
def free_goods(
    uow: UnitOfWork, *, location_id: int, document_id: int, quantities: Mapping[int, int] | None = None
) -> None:
    """Take promises back: by line id so much, or all of a document's.

    Raises:
        NotReservedError: less is promised than should be freed.
    """
    own = {r.line_id: r for r in own_reservations(uow.connection, location_id, document_id)}
    wanted = {r.line_id: r.quantity_milli for r in own.values()} if quantities is None else quantities
    gone: list[dict[str, int]] = []
    less: list[dict[str, int]] = []
    for line_id, quantity in wanted.items():
        if not quantity:
            continue
        held = own.get(line_id)
        left = (held.quantity_milli if held else 0) - quantity
        if held is None or left < 0:
            raise NotReservedError(
                found=milli_to_decimal(held.quantity_milli if held else 0), name="this line",
                wanted=milli_to_decimal(quantity),
            )  # fmt: skip
        if left:
            less.append({"id_": held.id, "quantity_": left})
        else:
            gone.append({"id_": held.id})
    if less:
        _SET.run(uow.connection, less)
    if gone:
        _DROP.run(uow.connection, gone)


@permitted(*BOOKING)
def free_lines(uow: UnitOfWork, *, order_id: int, quantities: Mapping[int, int]) -> None:
    """Take promises back by line id, wherever the goods lie.

    Raises:
        NotReservedError: less is promised than should be freed.
    """
    places = {r.line_id: r.location_id for r in all_reservations(uow.connection, order_id)}
    for location_id in sorted(set(places.values())):
        here = {i: q for i, q in quantities.items() if places.get(i) == location_id}
        free_goods(uow, location_id=location_id, document_id=order_id, quantities=here)


def list_availability(
    connection: Connection, *, location_id: int, product_ids: Sequence[int]
) -> dict[int, Availability]:
    """On hand, committed, available and incoming by product, for the lines of an order."""
    wanted = list(product_ids)
    levels = {
        r.product_id: r.on_hand_milli
        for r in connection.execute(
            select(stock_level.c.product_id, stock_level.c.on_hand_milli).where(
                stock_level.c.location_id == location_id, stock_level.c.product_id.in_(wanted)
            )
        )
    }
    promised = _promised(connection, location_id, wanted)
    coming = {
        r.product_id: r
        for r in connection.execute(
            select(
                incoming.c.product_id,
                func.sum(incoming.c.ordered_milli - incoming.c.received_milli).label("quantity"),
                func.min(incoming.c.due_on).label("due"),
            )
            .where(
                incoming.c.location_id == location_id,
                incoming.c.product_id.in_(wanted),
                incoming.c.closed.is_(False),
                incoming.c.ordered_milli > incoming.c.received_milli,
            )
            .group_by(incoming.c.product_id)
        )
    }
    return {
        p: Availability(
            p, levels.get(p, 0), promised.get(p, 0),
            int(coming[p].quantity) if p in coming else 0, coming[p].due if p in coming else None,
        )
        for p in wanted
    }  # fmt: skip


def internal_locations(connection: Connection) -> list[tuple[int, str, str]]:
    """Id, code and name of the places where goods lie, by code."""
    rows = connection.execute(
        select(location.c.id, location.c.code, location.c.name)
        .where(location.c.kind == "internal")
        .order_by(location.c.code)
    )
    return [(int(r[0]), str(r[1]), str(r[2])) for r in rows]


@permitted(*BOOKING)
def reserve_for(
    uow: UnitOfWork, *, location_id: int, document_type: str, document_id: int, product_id: int,
    quantity_milli: int,
) -> None:  # fmt: skip
    """Withhold goods for a document of one line, whether they are free or not."""
    _INSERT.run(uow.connection,
        {
            "id": take_ids(1)[0], "product_id": product_id, "location_id": location_id,
            "document_type": document_type, "document_id": document_id, "line_id": document_id,
            "quantity_milli": quantity_milli, "at": uow.now,
        },
    )  # fmt: skip
