"""Which pieces are picked and shipped, of goods that are known by their serial numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.fulfilment.refusals import SerialPickedError
from app.fulfilment.tables import picked_serial
from app.inventory.refusals import SerialElsewhereError, SerialNeededError, SerialSoldError
from app.inventory.serials import SerialPlace, find_place, unnamed_at
from app.inventory.states import SerialUse
from app.kernel.ids import next_id
from app.kernel.quantity import ONE
from app.kernel.text import clean_field


def pick_serial(
    uow: UnitOfWork, *, row: Row[Any], location_id: int, code: str, quantity_milli: int, use: SerialUse
) -> None:
    """Note the number of the piece that was picked for a line.

    Args:
        uow: the transaction.
        row: the pick line.
        location_id: where its list walks.
        code: what stands on the piece.
        quantity_milli: how much was taken: one piece, since each has a number.
        use: where the product's numbers are asked for.

    Raises:
        SerialNeededError: no number, or one for more than a piece.
        SerialPickedError, SerialSoldError, SerialElsewhereError: see their sentences.
    """
    named = clean_field(code, field="Serial number", limit=NAME)
    if not named or quantity_milli != ONE:
        raise SerialNeededError(wanted=-(-quantity_milli // ONE), given=1 if named else 0)
    place = find_place(uow.connection, product_id=row.product_id, code=named)
    if place is not None and place.is_sold:
        raise SerialSoldError(serial=named)
    if use is SerialUse.ALWAYS and not _is_here(uow, row.product_id, location_id, place):
        raise SerialElsewhereError(serial=named)
    there = uow.connection.execute(
        select(picked_serial.c.id).where(
            picked_serial.c.product_id == row.product_id, picked_serial.c.code == named,
            picked_serial.c.shipped.is_(False),
        )
    ).first()  # fmt: skip
    if there is not None:
        raise SerialPickedError(serial=named)
    uow.connection.execute(
        insert(picked_serial),
        {
            "id": next_id(), "pick_line_id": row.id, "order_line_id": row.order_line_id,
            "product_id": row.product_id, "code": named, "shipped": False,
        },
    )  # fmt: skip


def _is_here(uow: UnitOfWork, product_id: int, location_id: int, place: SerialPlace | None) -> bool:
    """By its number; one that nobody knows is one of the pieces that lie there without a number."""
    if place is not None:
        return place.location_id == location_id
    return unnamed_at(uow.connection, product_id=product_id, location_id=location_id) > 0


def picked_serials(connection: Connection, *, order_line_ids: Sequence[int]) -> dict[str, int]:
    """The numbers of the pieces in the totes of these order lines, with the line of each."""
    rows = connection.execute(
        select(picked_serial.c.code, picked_serial.c.order_line_id)
        .where(picked_serial.c.order_line_id.in_(list(order_line_ids)), picked_serial.c.shipped.is_(False))
        .order_by(picked_serial.c.id)
    )
    return {str(r[0]): int(r[1]) for r in rows}


def forget_serials(uow: UnitOfWork, *, pick_line_ids: Iterable[int]) -> None:
    """The pieces of these lines go back to the shelf."""
    uow.connection.execute(delete(picked_serial).where(picked_serial.c.pick_line_id.in_(list(pick_line_ids))))


def ship_serials(uow: UnitOfWork, *, quantities: Mapping[int, int]) -> dict[int, tuple[str, ...]]:
    """The numbers of so much by order line leave the totes; returns them by order line."""
    if not quantities:
        return {}
    rows = uow.connection.execute(
        select(picked_serial)
        .where(picked_serial.c.order_line_id.in_(list(quantities)), picked_serial.c.shipped.is_(False))
        .order_by(picked_serial.c.id)
    ).all()
    found: dict[int, tuple[str, ...]] = {}
    leaving = []
    for row in rows:
        codes = found.get(row.order_line_id, ())
        if len(codes) * ONE < quantities[row.order_line_id]:
            found[row.order_line_id] = (*codes, row.code)
            leaving.append(row.id)
    uow.connection.execute(update(picked_serial).where(picked_serial.c.id.in_(leaving)).values(shipped=True))
    return found
