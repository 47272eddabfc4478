"""Pick lists: made from what is committed, worked off by scan, short with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row, bindparam, insert, select, update

from app.audit.steps import take_step
from app.catalog.tables import product
from app.db.prepared import Prepared, run_together
from app.db.unit_of_work import UnitOfWork
from app.fulfilment.lots import LotPick, forget_lots, pick_lot
from app.fulfilment.refusals import (
    NoSuchPickError,
    NothingToPickError,
    OverPickError,
    PickNotFinishedError,
    PickQuantityError,
    WrongItemError,
)
from app.fulfilment.serials import forget_serials, pick_serial
from app.fulfilment.states import PICK_TRANSITIONS, PickStatus, ShortReason
from app.fulfilment.tables import count_task, pick_line, pick_list
from app.inventory.lots import keeps_lots
from app.inventory.reservations import all_reservations, free_goods, reserve_for
from app.inventory.serials import serial_uses
from app.inventory.tables import bin_place, product_bin
from app.kernel.ids import next_id, take_ids
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import milli_to_decimal
from app.kernel.state import check_transition
from app.numbering.operations import take_number
from app.orders.operations.progress import record_progress
from app.orders.store import line_rows, link_document, lock_order

_INSERT: Final = Prepared(insert(pick_list))
_INSERT_LINES: Final = Prepared(insert(pick_line))
_LIST: Final = Prepared(select(pick_list).where(pick_list.c.id == bindparam("id_")).with_for_update())
_LINES: Final = Prepared(
    select(pick_line).where(pick_line.c.pick_list_id == bindparam("id_")).order_by(pick_line.c.position)
)
_PICKED: Final = Prepared(
    update(pick_line)
    .where(pick_line.c.id == bindparam("id_"))
    .values(
        picked_milli=pick_line.c.picked_milli + bindparam("quantity_"), picked_at=bindparam("at_"),
        picked_by=bindparam("by_"),
    )
)  # fmt: skip
_BINS: Final = (
    select(product_bin.c.product_id, bin_place.c.code, bin_place.c.walk_key)
    .join_from(product_bin, bin_place, bin_place.c.id == product_bin.c.bin_id)
    .where(
        product_bin.c.location_id == bindparam("location_"),
        product_bin.c.product_id.in_(bindparam("products_", expanding=True)),
    )
)


@dataclass(frozen=True, slots=True)
class PickList:
    """What an operation on a pick list gives back."""

    pick_list_id: int
    number: str
    status: PickStatus
    lines: int
    was_there: bool = False


@dataclass(frozen=True, slots=True)
class Pick:
    """A scan: this line, this product, so much; of which lot, and whether against the order of lots.

    `serial` is the number of the piece, of goods that have some.
    """

    pick_line_id: int
    product_id: int
    quantity_milli: int
    lot: str = ""
    override: bool = False
    serial: str = ""


@permitted(Permission.PICK)
def create_pick_list(
    uow: UnitOfWork, *, uuid: str, order_ids: Sequence[int], location_id: int | None = None
) -> PickList:
    """One walk for one or several orders: everything committed at a place and not yet on a list, by bin.

    Each order has its tote. What an order ships from another place is on a list of that place.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it is one list.
        order_ids: whose goods.
        location_id: the place that is walked; the first one with something to pick when left out.

    Raises:
        NothingToPickError: one of them has nothing there that may leave now.
    """
    there = uow.connection.execute(select(pick_list).where(pick_list.c.uuid == uuid)).one_or_none()
    if there is not None:
        return PickList(there.id, there.number, PickStatus(there.status), 0, was_there=True)
    list_id = next_id()
    rows: list[dict[str, object]] = []
    place = location_id
    for tote, order_id in enumerate(sorted(set(order_ids)), start=1):
        order = lock_order(uow, order_id)
        place, found = _wanted(uow, order, tote, list_id, place)
        if not found or not order.to_pick:
            raise NothingToPickError(number=order.number or order.quote_number or "-")
        rows += found
    if place is None or not rows:
        raise NothingToPickError(number="-")
    _sort_by_bin(uow, place, rows)
    number = take_number(uow, document_type="pick_list", scope="P").text
    head = {
        "id": list_id, "uuid": uuid, "number": number, "status": PickStatus.OPEN.value,
        "location_id": place, "created_at": uow.now, "created_by": uow.actor.user_id,
        "finished_at": None, "finished_by": None, "version": 1,
    }  # fmt: skip
    run_together(uow.connection, [(_INSERT, head), (_INSERT_LINES, rows)])
    for order_id in sorted({int(str(r["order_id"])) for r in rows}):
        link_document(
            uow, order_ids=[order_id], document_type="pick_list", document_id=list_id, number=number
        )
        mine = [r for r in rows if r["order_id"] == order_id]
        wanted = {int(str(r["order_line_id"])): int(str(r["wanted_milli"])) for r in mine}
        record_progress(uow, order_id=order_id, changes={k: {"picking_milli": v} for k, v in wanted.items()})
    take_step(
        uow, document_type="pick_list", document_id=list_id, step="created",
        payload={"number": number, "orders": sorted(set(order_ids)), "lines": len(rows)},
    )  # fmt: skip
    return PickList(list_id, number, PickStatus.OPEN, len(rows))


def _wanted(
    uow: UnitOfWork, order: Row[Any], tote: int, list_id: int, place: int | None
) -> tuple[int | None, list[dict[str, object]]]:
    """What waits of an order at a place, or at the first that has some of it; the place, and the lines."""
    held = {r.line_id: r for r in all_reservations(uow.connection, order.id)}
    rows: list[dict[str, object]] = []
    for x in line_rows(uow.connection, order.id):
        if x.id not in held or place not in (None, held[x.id].location_id):
            continue
        quantity = held[x.id].quantity_milli - x.picking_milli - x.picked_milli - x.packed_milli
        if quantity > 0:
            place = held[x.id].location_id
            rows.append(
                {
                    "pick_list_id": list_id, "order_id": order.id, "order_line_id": x.id,
                    "product_id": x.product_id, "sku": x.sku, "name": x.name, "tote": tote,
                    "wanted_milli": quantity, "picked_milli": 0, "short_milli": 0, "short_reason": None,
                    "picked_at": None, "picked_by": None,
                }
            )  # fmt: skip
    return place, rows


def _sort_by_bin(uow: UnitOfWork, location_id: int, rows: list[dict[str, object]]) -> None:
    products = sorted({int(str(r["product_id"])) for r in rows})
    bins = {
        r.product_id: (r.walk_key, r.code)
        for r in uow.connection.execute(_BINS, {"location_": location_id, "products_": products})
    }
    for row in rows:
        row["bin"] = bins.get(int(str(row["product_id"])), ("", ""))[1]
    rows.sort(key=lambda r: (bins.get(int(str(r["product_id"])), ("~", "")), str(r["sku"]), str(r["tote"])))
    for position, (row, row_id) in enumerate(zip(rows, take_ids(len(rows)), strict=True), start=1):
        row["id"] = row_id
        row["position"] = position


def lock_pick_list(uow: UnitOfWork, pick_list_id: int) -> Row[Any]:
    """The list's row, locked; raises NoSuchPickError."""
    row: Row[Any] | None = _LIST.one_or_none(uow.connection, {"id_": pick_list_id})
    if row is None:
        raise NoSuchPickError
    return row


def pick_rows(uow: UnitOfWork, pick_list_id: int) -> list[Row[Any]]:
    """Its lines in the order of the walk."""
    return _LINES.all(uow.connection, {"id_": pick_list_id})


@permitted(Permission.PICK)
def record_picks(
    uow: UnitOfWork, *, pick_list_id: int, picks: Sequence[Pick], finish: bool = False
) -> PickList:
    """Take scans down: the right product, not more than is wanted. With `finish` the list is done.

    Raises:
        WrongItemError, OverPickError, PickQuantityError, PickNotFinishedError, NoSuchPickError,
        LotUnknownError, WrongLotError, ExpiredPickError, LotShortError, SerialNeededError,
        SerialPickedError, SerialSoldError, SerialElsewhereError, InvalidTransitionError: see their
            sentences; nothing of the call is kept then.
    """
    head = lock_pick_list(uow, pick_list_id)
    if finish and head.status == PickStatus.PICKED.value and not picks:
        return PickList(head.id, head.number, PickStatus.PICKED, 0, was_there=True)
    target = PickStatus.PICKED if finish else PickStatus.PICKING
    check_transition(PICK_TRANSITIONS, PickStatus(head.status), target)
    rows = {r.id: r for r in pick_rows(uow, pick_list_id)}
    picked = {line_id: r.picked_milli + r.short_milli for line_id, r in rows.items()}
    products = {p.product_id for p in picks}
    by_lot = keeps_lots(uow.connection, product_ids=products) if picks else set()
    numbered = serial_uses(uow.connection, product_ids=products) if picks else {}
    for pick in picks:
        row = rows.get(pick.pick_line_id)
        if row is None:
            raise NoSuchPickError
        _check_pick(uow, row, pick, row.wanted_milli - picked[row.id])
        picked[row.id] += pick.quantity_milli
        if row.product_id in by_lot:
            pick_lot(
                uow, row=row, location_id=head.location_id,
                pick=LotPick(pick.lot, pick.quantity_milli, pick.override),
            )  # fmt: skip
        if row.product_id in numbered:
            pick_serial(
                uow, row=row, location_id=head.location_id, code=pick.serial,
                quantity_milli=pick.quantity_milli, use=numbered[row.product_id],
            )  # fmt: skip
    if picks:
        _PICKED.run(
            uow.connection,
            [
                {
                    "id_": p.pick_line_id,
                    "quantity_": p.quantity_milli,
                    "at_": uow.now,
                    "by_": uow.actor.user_id,
                }
                for p in picks
            ],
        )
    _set_status(uow, head, target)
    if finish:
        _finish(uow, head, pick_rows(uow, pick_list_id))
    return PickList(head.id, head.number, target, len(rows))


def _check_pick(uow: UnitOfWork, row: Row[Any], pick: Pick, left: int) -> None:
    if pick.product_id != row.product_id:
        other = uow.connection.execute(
            select(product.c.name).where(product.c.id == pick.product_id)
        ).scalar_one_or_none()
        raise WrongItemError(scanned=other or "this", wanted=row.name)
    if pick.quantity_milli <= 0:
        raise PickQuantityError
    if pick.quantity_milli > left:
        raise OverPickError(
            left=milli_to_decimal(left), name=row.name, wanted=milli_to_decimal(pick.quantity_milli)
        )


def _set_status(uow: UnitOfWork, head: Row[Any], target: PickStatus) -> None:
    values: dict[str, object] = {"status": target.value, "version": head.version + 1}
    if target is PickStatus.PICKED:
        values |= {"finished_at": uow.now, "finished_by": uow.actor.user_id}
    uow.connection.execute(update(pick_list).where(pick_list.c.id == head.id).values(values))


def _by_order(rows: Iterable[Row[Any]]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = {}
    for row in rows:
        found.setdefault(row.order_id, []).append(row)
    return dict(sorted(found.items()))


def _finish(uow: UnitOfWork, head: Row[Any], rows: Sequence[Row[Any]]) -> None:
    for row in rows:
        if row.picked_milli + row.short_milli < row.wanted_milli:
            raise PickNotFinishedError(name=row.name)
    for order_id, mine in _by_order(rows).items():
        record_progress(
            uow, order_id=order_id,
            changes={
                r.order_line_id: {"picking_milli": -r.picked_milli, "picked_milli": r.picked_milli}
                for r in mine
            },
        )  # fmt: skip
    take_step(
        uow, document_type="pick_list", document_id=head.id, step="picked",
        payload={
            "number": head.number, "lines": [[r.id, r.picked_milli, r.short_milli] for r in rows],
        },
    )  # fmt: skip


@permitted(Permission.PICK)
def short_pick(uow: UnitOfWork, *, pick_line_id: int, reason: ShortReason) -> int:
    """Less is there than the line wants: the rest waits for goods, and the shelf is to be counted.

    What is missing stays withheld from other orders until the count is done. Returns the id of the
    count task.

    Raises:
        NoSuchPickError, OverPickError, InvalidTransitionError: see their sentences.
    """
    found = uow.connection.execute(
        select(pick_line.c.pick_list_id).where(pick_line.c.id == pick_line_id)
    ).scalar_one_or_none()
    if found is None:
        raise NoSuchPickError
    head = lock_pick_list(uow, found)
    check_transition(PICK_TRANSITIONS, PickStatus(head.status), PickStatus.PICKING)
    row = next(r for r in pick_rows(uow, head.id) if r.id == pick_line_id)
    missing = row.wanted_milli - row.picked_milli - row.short_milli
    if missing <= 0:
        raise OverPickError(left=0, name=row.name, wanted=0)
    uow.connection.execute(
        update(pick_line)
        .where(pick_line.c.id == pick_line_id)
        .values(
            short_milli=row.short_milli + missing, short_reason=reason.value, picked_at=uow.now,
            picked_by=uow.actor.user_id,
        )
    )  # fmt: skip
    _set_status(uow, head, PickStatus.PICKING)
    free_goods(
        uow, location_id=head.location_id, document_id=row.order_id, quantities={row.order_line_id: missing}
    )
    task_id = _ask_for_count(uow, head, row, reason, missing)
    take_step(
        uow, document_type="pick_list", document_id=head.id, step="short",
        detail=f"{row.name}: {milli_to_decimal(missing):g} {reason.value}",
        payload={"line": row.id, "missing_milli": missing, "reason": reason.value},
    )  # fmt: skip
    record_progress(uow, order_id=row.order_id, changes={row.order_line_id: {"picking_milli": -missing}})
    return task_id


def _ask_for_count(uow: UnitOfWork, head: Row[Any], row: Row[Any], reason: ShortReason, missing: int) -> int:
    task_id = next_id()
    uow.connection.execute(
        insert(count_task),
        {
            "id": task_id, "product_id": row.product_id, "location_id": head.location_id, "bin": row.bin,
            "reason": f"{head.number}: {reason.value}", "created_at": uow.now, "done_at": None,
        },
    )  # fmt: skip
    reserve_for(
        uow, location_id=head.location_id, document_type="count_task", document_id=task_id,
        product_id=row.product_id, quantity_milli=missing,
    )  # fmt: skip
    return task_id


@permitted(Permission.ADJUST_STOCK)
def finish_count_task(uow: UnitOfWork, *, task_id: int) -> None:
    """The shelf was counted and adjusted; what was withheld may be committed again."""
    row = uow.connection.execute(
        select(count_task).where(count_task.c.id == task_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchPickError
    if row.done_at is not None:
        return
    uow.connection.execute(update(count_task).where(count_task.c.id == task_id).values(done_at=uow.now))
    free_goods(uow, location_id=row.location_id, document_id=task_id)
    take_step(uow, document_type="count_task", document_id=task_id, step="counted", payload={})


@permitted(Permission.PICK)
def cancel_pick_list(uow: UnitOfWork, *, pick_list_id: int) -> None:
    """Throw a list away that is not finished; its goods stay committed and can be picked anew."""
    head = lock_pick_list(uow, pick_list_id)
    check_transition(PICK_TRANSITIONS, PickStatus(head.status), PickStatus.CANCELLED)
    _set_status(uow, head, PickStatus.CANCELLED)
    rows = pick_rows(uow, pick_list_id)
    forget_lots(uow, pick_line_ids=[r.id for r in rows])
    forget_serials(uow, pick_line_ids=[r.id for r in rows])
    for order_id, mine in _by_order(rows).items():
        record_progress(
            uow, order_id=order_id,
            changes={r.order_line_id: {"picking_milli": r.short_milli - r.wanted_milli} for r in mine},
        )  # fmt: skip
    take_step(uow, document_type="pick_list", document_id=pick_list_id, step="cancelled", payload={})
