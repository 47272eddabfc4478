"""Which lots are picked and shipped: what expires first, unless who may says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.fulfilment.refusals import ExpiredPickError, LotShortError, LotUnknownError, WrongLotError
from app.fulfilment.tables import picked_lot
from app.inventory.lots import Share, lots_at
from app.inventory.rules import LotStock, first_expired
from app.kernel.ids import next_id
from app.kernel.permission import Permission, require
from app.kernel.quantity import milli_to_decimal
from app.organisation.queries import get_company


@dataclass(frozen=True, slots=True)
class LotPick:
    """Goods of a lot that were taken from a shelf; `override` takes it although it is not its turn."""

    lot: str
    quantity_milli: int
    override: bool = False


def free_lots(connection: Connection, *, product_id: int, location_id: int, on: date) -> list[LotStock]:
    """The lots that lie there and are in nobody's tote, in the order they are to be used."""
    held = {
        r[0]: int(r[1])
        for r in connection.execute(
            select(picked_lot.c.lot_id, func.sum(picked_lot.c.left_milli))
            .where(picked_lot.c.location_id == location_id, picked_lot.c.left_milli > 0)
            .group_by(picked_lot.c.lot_id)
        )
    }
    free = (
        LotStock(x.lot_id, x.code, x.expires_on, x.on_hand_milli - held.get(x.lot_id, 0))
        for x in lots_at(connection, product_id=product_id, location_id=location_id)
    )
    return first_expired((x for x in free if x.on_hand_milli > 0), on)


def pick_lot(uow: UnitOfWork, *, row: Row[Any], location_id: int, pick: LotPick) -> None:
    """Note the lot of goods, kept by lot, that were picked for a line.

    Args:
        uow: the transaction.
        row: the pick line.
        location_id: where its list walks.
        pick: what was taken.

    Raises:
        LotUnknownError, WrongLotError, ExpiredPickError, LotShortError, PermissionNeededError.
    """
    on = get_company(uow.connection).day_of(uow.now)
    free = free_lots(uow.connection, product_id=row.product_id, location_id=location_id, on=on)
    if not free and not pick.lot:
        return  # it lay there before lots were kept
    chosen = _choose(row, free, pick)
    if pick.override:
        require(uow, Permission.OVERRIDE_LOT)
        take_step(
            uow, document_type="pick_list", document_id=row.pick_list_id, step="lot_override",
            detail=f"{row.name}: {chosen.code}", payload={"line": row.id, "lot": chosen.lot_id},
        )  # fmt: skip
    else:
        _check_turn(free, chosen, on)
    if pick.quantity_milli > chosen.on_hand_milli:
        raise LotShortError(
            lot=chosen.code, free=milli_to_decimal(chosen.on_hand_milli),
            wanted=milli_to_decimal(pick.quantity_milli),
        )  # fmt: skip
    uow.connection.execute(
        insert(picked_lot),
        {
            "id": next_id(), "pick_line_id": row.id, "order_line_id": row.order_line_id,
            "lot_id": chosen.lot_id, "location_id": location_id, "quantity_milli": pick.quantity_milli,
            "left_milli": pick.quantity_milli,
        },
    )  # fmt: skip


def _choose(row: Row[Any], free: Sequence[LotStock], pick: LotPick) -> LotStock:
    first = free[0].code if free else "-"
    if not pick.lot:
        if len(free) > 1:
            raise LotUnknownError(name=row.name, lot=first)
        return free[0]
    found = next((x for x in free if x.code == pick.lot), None)
    if found is None:
        raise WrongLotError(scanned=pick.lot, wanted=first)
    return found


def _check_turn(free: Sequence[LotStock], chosen: LotStock, on: date) -> None:
    if chosen.expires_on is not None and chosen.expires_on < on:
        raise ExpiredPickError(lot=chosen.code, on=chosen.expires_on)
    first = free[0]
    if (first.expires_on or date.max) < (chosen.expires_on or date.max):
        raise WrongLotError(scanned=chosen.code, wanted=first.code)


def forget_lots(uow: UnitOfWork, *, pick_line_ids: Iterable[int]) -> None:
    """The goods of these lines go back to the shelf."""
    uow.connection.execute(delete(picked_lot).where(picked_lot.c.pick_line_id.in_(list(pick_line_ids))))


def ship_lots(uow: UnitOfWork, *, quantities: Mapping[int, int]) -> dict[int, tuple[Share, ...]]:
    """The lots of so much by order line leave the totes; returns them by order line."""
    if not quantities:
        return {}
    rows = uow.connection.execute(
        select(picked_lot)
        .where(picked_lot.c.order_line_id.in_(list(quantities)), picked_lot.c.left_milli > 0)
        .order_by(picked_lot.c.id)
    ).all()
    found: dict[int, tuple[Share, ...]] = {}
    left = dict(quantities)
    for row in rows:
        taken = min(row.left_milli, left[row.order_line_id])
        if taken <= 0:
            continue
        left[row.order_line_id] -= taken
        found[row.order_line_id] = (*found.get(row.order_line_id, ()), (row.lot_id, taken))
        uow.connection.execute(
            update(picked_lot).where(picked_lot.c.id == row.id).values(left_milli=row.left_milli - taken)
        )
    return found
